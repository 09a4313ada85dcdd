// The one table of commands: parsing, --help, the man page and shell completion are made from it,
// so they cannot disagree. What they say stands in the catalogue:
//   ui.help.<command>.summary, .details and .<option>   "pack_add" for "pack add", "whole" for ""
//   ui.help.common.<option>, ui.help.exit.<code>
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/catalogue.h"

namespace limber::cli {

struct Option {
  std::string_view name;   // "--answers"
  std::string_view value;  // "FILE" for what follows; empty for a switch
};

struct Argument {
  std::string_view name;  // "FILE"
  bool required = true;
  std::string_view words = "";  // for completion: "file", "dir", "explainable", or nothing
};

struct Command {
  std::string_view name;  // "check", or "pack add" for a command of two words; "" for limber
  std::vector<Argument> arguments;
  std::vector<Option> options;
  bool hidden = false;
  bool pass_through = false;  // reads its own words (another face's command)
};

// In the order of --help; the first is `limber` itself.
[[nodiscard]] std::span<const Command> commands();
// Taken by every command.
[[nodiscard]] std::span<const Option> common_options();
[[nodiscard]] const Command* find_command(std::string_view name);

[[nodiscard]] std::span<const int> exit_codes();

// The text of `limber --help` and `limber COMMAND --help`.
[[nodiscard]] std::string help_text(const Command& command, const Catalogue& words);
// The man page, in roff; in English only, as its headings are.
[[nodiscard]] std::string man_page(const Catalogue& words);
// A completion script. Empty for a shell that is not known.
[[nodiscard]] std::string completion(std::string_view shell, const Catalogue& words);

}  // namespace limber::cli
