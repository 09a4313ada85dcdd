// The one table of commands: parsing, --help, the man page and shell completion are made from it,
// so they cannot disagree.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limber::cli {

struct Option {
  std::string_view name;   // "--answers"
  std::string_view value;  // "FILE" for what follows; empty for a switch
  std::string_view help;   // one sentence without a full stop
};

struct Argument {
  std::string_view name;  // "FILE"
  bool required = true;
  std::string_view words = "";  // for completion: "file", "dir", "explainable", or nothing
};

struct Command {
  std::string_view name;     // "check", or "pack add" for a command of two words; "" for limber
  std::string_view summary;  // one line
  std::vector<Argument> arguments;
  std::vector<Option> options;
  std::string_view details;  // paragraphs, for --help and the man page
  bool hidden = false;
  bool pass_through = false;  // reads its own words (another face's command)
};

// In the order of --help; the first is `limber` itself.
[[nodiscard]] std::span<const Command> commands();
// Taken by every command.
[[nodiscard]] std::span<const Option> common_options();
[[nodiscard]] const Command* find_command(std::string_view name);

struct ExitCode {
  int code;
  std::string_view meaning;
};
[[nodiscard]] std::span<const ExitCode> exit_codes();

// The text of `limber --help` and `limber COMMAND --help`.
[[nodiscard]] std::string help_text(const Command& command);
// The man page, in roff.
[[nodiscard]] std::string man_page();
// A completion script. Empty for a shell that is not known.
[[nodiscard]] std::string completion(std::string_view shell);

}  // namespace limber::cli
