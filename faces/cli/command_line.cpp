// The table finds the command, wherever it stands between options; CLI11 then reads the rest for
// that one command. Its exceptions end here.
#include "faces/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.h"

namespace limber::cli {
namespace {

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> all(command.options);
  all.insert(all.end(), common_options().begin(), common_options().end());
  return all;
}

// Whether the word after this one belongs to it.
bool takes_next(const std::string& word) {
  for (const Command& command : commands()) {
    for (const Option& option : options_of(command)) {
      if (option.name == word && !option.value.empty()) return true;
    }
  }
  return false;
}

// Positions of the words that are neither options nor values of options.
std::vector<std::size_t> bare_words(const std::vector<std::string>& words) {
  std::vector<std::size_t> bare;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") break;
    if (words[i].size() > 1 && words[i][0] == '-') {
      if (takes_next(words[i])) ++i;
    } else {
      bare.push_back(i);
    }
  }
  return bare;
}

std::vector<std::string> command_names(bool second, const std::string& first) {
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    const auto parts = split(command.name, ' ');
    if (command.hidden || command.name.empty()) continue;
    if (!second) names.push_back(parts[0]);
    if (second && parts.size() == 2 && parts[0] == first) names.push_back(parts[1]);
  }
  return names;
}

std::unexpected<Error> unknown(const std::string& what, const std::string& word,
                               const std::vector<std::string>& known, const std::string& help) {
  const auto near = nearest(word, known);
  return fail(ErrorKind::usage, "there is no " + what + " \"" + word.substr(0, 60) + "\"", "",
              (near ? "did you mean " + *near + "? " : "") + help + " shows what there is");
}

// Takes the command's words out of `words`.
Result<const Command*> take_command(std::vector<std::string>& words) {
  const auto bare = bare_words(words);
  if (bare.empty()) return find_command("");
  const std::string first = words[bare[0]];
  if (const Command* command = find_command(first); command != nullptr && !first.empty()) {
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(bare[0]));
    return command;
  }
  const auto seconds = command_names(true, first);
  if (seconds.empty()) {
    return unknown("command", first, command_names(false, ""), "limber --help");
  }
  if (bare.size() < 2) {
    return fail(ErrorKind::usage, "limber " + first + " needs one more word", "",
                "one of: " + join(seconds, ", "));
  }
  const std::string second = words[bare[1]];
  const Command* command = find_command(first + " " + second);
  if (command == nullptr) {
    return unknown("command", first + " " + second, {}, "limber --help");
  }
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(bare[1]));
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(bare[0]));
  return command;
}

std::string help_of(const Command& command) {
  return command.name.empty() ? "limber --help" : "limber " + std::string(command.name) + " --help";
}

Result<void> check_arguments(const Command& command, const std::vector<std::string>& given) {
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const Argument& wanted = command.arguments[i];
    if (wanted.required && i >= given.size()) {
      return fail(ErrorKind::usage,
                  "limber " + std::string(command.name) + " needs " + std::string(wanted.name), "",
                  help_of(command) + " shows how to call it");
    }
  }
  if (given.size() > command.arguments.size()) {
    return fail(ErrorKind::usage,
                "\"" + given[command.arguments.size()].substr(0, 60) + "\" is one word too many",
                "", help_of(command) + " shows how to call it");
  }
  return {};
}

}  // namespace

Result<CommandLine> read_command_line(std::vector<std::string> words) {
  const auto command = take_command(words);
  if (!command) return std::unexpected(command.error());
  CommandLine line;
  line.command = *command;
  if (line.command->pass_through) {
    line.arguments = std::move(words);
    return line;
  }

  CLI::App app;
  app.set_help_flag();
  const auto options = options_of(*line.command);
  std::map<std::string, std::string, std::less<>> values;
  std::map<std::string, bool, std::less<>> switches;
  std::vector<std::string> names;
  for (const Option& option : options) {
    const std::string name(option.name);
    names.push_back(name);
    if (option.value.empty()) {
      app.add_flag(name, switches[name]);
    } else {
      app.add_option(name, values[name])->take_last();  // the last one wins, as in most tools
    }
  }
  app.add_option("arguments", line.arguments);

  // CLI11 would tell an unknown option without the nearest known one.
  for (const std::string& word : words) {
    if (word == "--") break;
    const std::string name = word.substr(0, word.find('='));
    const bool option = name.size() > 1 && name[0] == '-' && !(name[1] >= '0' && name[1] <= '9');
    if (option && std::find(names.begin(), names.end(), name) == names.end()) {
      return unknown("option", name, names, help_of(*line.command));
    }
  }
  try {
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    return fail(ErrorKind::usage, error.what(), "",
                help_of(*line.command) + " shows how to call it");
  }
  for (const auto& [name, on] : switches) {
    if (on) line.options[name] = "";
  }
  for (const auto& [name, value] : values) {
    if (app.get_option(name)->count() > 0) line.options[name] = value;
  }
  if (line.has("--help") || line.has("--version")) return line;
  if (const auto fits = check_arguments(*line.command, line.arguments); !fits) {
    return std::unexpected(fits.error());
  }
  return line;
}

}  // namespace limber::cli
