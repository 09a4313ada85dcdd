// The command line, read: which command, its options and arguments.
#pragma once

#include <limber/result.h>

#include <map>
#include <string>
#include <vector>

#include "faces/cli/commands.h"

namespace limber::cli {

struct CommandLine {
  const Command* command = nullptr;
  std::map<std::string, std::string, std::less<>> options;  // "--json" -> "", "--data" -> "DIR"
  std::vector<std::string> arguments;

  [[nodiscard]] bool has(std::string_view option) const {
    return options.find(option) != options.end();
  }
  [[nodiscard]] std::string value(std::string_view option, std::string_view fallback = "") const {
    const auto found = options.find(option);
    return found == options.end() ? std::string(fallback) : found->second;
  }
};

// `words`: everything after the program's name. Errors: usage, with the nearest known word and
// where to find help.
[[nodiscard]] Result<CommandLine> read_command_line(std::vector<std::string> words);

}  // namespace limber::cli
