// What is made of the table: help, man page, completion.
#include <limber/app.h>
#include <algorithm>

#include "base/text.h"
#include "faces/cli/commands.h"

namespace limber::cli {
namespace {

constexpr std::size_t kColumns = 78;
constexpr std::size_t kIndent = 24;

// "--no-open" as it stands in a key: "no_open".
std::string in_key(std::string_view name) {
  std::string out(name.substr(std::min(name.find_first_not_of('-'), name.size())));
  std::ranges::replace_if(out, [](char c) { return c == '-' || c == ' '; }, '_');
  return out.empty() ? "whole" : out;
}

// What the catalogue says under ui.help.<of>.<what>; empty where it says nothing.
std::string said(const Catalogue& words, std::string_view of, std::string_view what) {
  const std::string key = "ui.help." + in_key(of) + "." + in_key(what);
  if (!words.has(key)) return "";
  return words.text(key, {{"sheet", R"({"answers": {"age": 42, "recent_injury": "no"}})"},
                          {"bad", R"({"line": 7, "error": {...}})"}});
}

std::string usage(const Command& command, const Catalogue& words) {
  std::string text = "limber";
  if (!command.name.empty()) text += " " + std::string(command.name);
  for (const Argument& argument : command.arguments) {
    const std::string name(argument.name);
    text += argument.required ? " " + name : " [" + name + "]";
  }
  return text + " " + words.text("ui.help.options_word");
}

std::string shown(const Option& option) {
  std::string text(option.name);
  if (!option.value.empty()) text += " " + std::string(option.value);
  return text;
}

// "  left      right, wrapped under itself"
std::string row(const std::string& left, std::string_view right) {
  std::string text = "  " + left;
  bool first = true;
  for (const std::string& part : wrap(right, kColumns - kIndent)) {
    if (first && text.size() + 2 <= kIndent) {
      text.append(kIndent - text.size(), ' ');
    } else {
      text += "\n" + std::string(kIndent, ' ');
    }
    text += part;
    first = false;
  }
  return text + "\n";
}

std::string paragraphs(std::string_view text) {
  std::string out;
  for (const std::string& each : split(text, '\n')) {
    if (each.empty()) {
      out += "\n";
      continue;
    }
    for (const std::string& part : wrap(each, kColumns)) out += part + "\n";
  }
  return out;
}

// Roff treats a backslash, and a dot or quote at the start of a line, as commands.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out.insert(0, "\\&");
  return out;
}

std::string man_options(std::span<const Option> options, std::string_view of,
                        const Catalogue& words) {
  std::string out;
  for (const Option& option : options) {
    out += ".TP\n\\fB" + roff(option.name) + "\\fR";
    if (!option.value.empty()) out += " \\fI" + roff(option.value) + "\\fR";
    out += "\n" + roff(said(words, of, option.name)) + ".\n";
  }
  return out;
}

std::string man_paragraphs(std::string_view text) {
  std::string out;
  for (const std::string& each : split(text, '\n')) {
    out += each.empty() ? ".PP\n" : roff(each) + "\n";
  }
  return out;
}

std::vector<std::string> first_words() {
  std::vector<std::string> words;
  for (const Command& command : commands()) {
    if (command.hidden || command.name.empty()) continue;
    const std::string word = split(command.name, ' ').front();
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  return words;
}

std::vector<std::string> second_words(const std::string& first) {
  std::vector<std::string> words;
  for (const Command& command : commands()) {
    const auto parts = split(command.name, ' ');
    if (parts.size() == 2 && parts[0] == first) words.push_back(parts[1]);
  }
  return words;
}

std::string option_names(const Command& command) {
  std::vector<std::string> names;
  for (const Option& option : command.options) names.emplace_back(option.name);
  for (const Option& option : common_options()) names.emplace_back(option.name);
  return join(names, " ");
}

// What can stand where an argument is expected.
std::string argument_words(const Command& command) {
  if (command.arguments.empty()) return "";
  const std::string_view words = command.arguments.front().words;
  if (words == "shell") return "bash zsh";
  return "";
}

bool takes_path(const Command& command) {
  if (command.arguments.empty()) return false;
  const std::string_view words = command.arguments.front().words;
  return words == "file" || words == "dir";
}

std::string bash_cases() {
  std::string out;
  for (const Command& command : commands()) {
    if (command.hidden) continue;
    const std::string name(command.name);
    out += "    \"" + name + "\") words=\"" + option_names(command) + "\"";
    const std::string arguments = argument_words(command);
    if (!arguments.empty()) out += "; words=\"$words " + arguments + "\"";
    if (takes_path(command)) out += "; paths=1";
    out += " ;;\n";
  }
  return out;
}

std::string zsh_descriptions(const Catalogue& words) {
  std::string out;
  for (const std::string& word : first_words()) {
    const Command* command = find_command(word);
    std::string summary = said(words, word, "summary");
    if (command == nullptr) summary = join(second_words(word), ", ") + " " + word;
    std::string safe;
    for (const char c : summary) safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
    out += "    '" + word + ":" + safe + "'\n";
  }
  return out;
}

}  // namespace

std::string help_text(const Command& command, const Catalogue& words) {
  const auto heading = [&words](const char* key) { return "\n" + words.text(key) + "\n"; };
  const std::string lead = words.text("ui.help.usage") + " ";
  std::string out =
      said(words, command.name, "summary") + ".\n\n" + lead + usage(command, words) + "\n";
  if (command.name.empty()) {
    out += std::string(display_width(lead), ' ') + "limber " + words.text("ui.help.command") + " " +
           words.text("ui.help.options_word") + "\n";
  }
  const std::string details = said(words, command.name, "details");
  if (!details.empty()) out += "\n" + paragraphs(details);
  if (command.name.empty()) {
    out += heading("ui.help.commands");
    for (const Command& each : commands()) {
      if (each.hidden || each.name.empty()) continue;
      std::string left(each.name);
      for (const Argument& argument : each.arguments) left += " " + std::string(argument.name);
      out += row(left, said(words, each.name, "summary"));
    }
  }
  if (!command.options.empty()) {
    out += heading("ui.help.options");
    for (const Option& option : command.options) {
      out += row(shown(option), said(words, command.name, option.name));
    }
  }
  out += heading("ui.help.every");
  for (const Option& option : common_options()) {
    out += row(shown(option), said(words, "common", option.name));
  }
  out += heading("ui.help.exits");
  for (const int each : exit_codes()) {
    const std::string code = std::to_string(each);
    out +=
        "  " + std::string(3 - code.size(), ' ') + code + "  " + said(words, "exit", code) + "\n";
  }
  if (command.name.empty()) out += "\n" + paragraphs(words.text("ui.help.promise"));
  return out;
}

std::string man_page(const Catalogue& words) {
  std::string out =
      ".\\\" Made by `limber man`; edit faces/cli/commands.cpp instead.\n"
      ".TH LIMBER 1 \"\" \"limber " +
      std::string(version()) +
      "\" \"User Commands\"\n"
      ".SH NAME\nlimber \\- safe relief for a stiff upper back or lower neck\n"
      ".SH SYNOPSIS\n.B limber\n[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]\n"
      ".SH DESCRIPTION\n" +
      man_paragraphs(said(words, "", "details")) +
      ".PP\nLimber never makes a diagnosis and never coaches a forceful crack. "
      "Everything stays on this machine.\n"
      ".SH COMMANDS\n";
  for (const Command& command : commands()) {
    if (command.hidden) continue;
    out += ".SS \"" + roff(usage(command, words)) + "\"\n" +
           roff(said(words, command.name, "summary")) + ".\n";
    const std::string details = said(words, command.name, "details");
    if (!details.empty() && !command.name.empty()) out += ".PP\n" + man_paragraphs(details);
    out += man_options(command.options, command.name, words);
  }
  out += ".SH OPTIONS\n" + man_options(common_options(), "common", words);
  out += ".SH EXIT STATUS\n";
  for (const int each : exit_codes()) {
    const std::string code = std::to_string(each);
    out += ".TP\n\\fB" + code + "\\fR\n" + roff(said(words, "exit", code)) + "\n";
  }
  out +=
      ".SH ENVIRONMENT\n"
      ".TP\n\\fBNO_COLOR\\fR\nNo colours.\n"
      ".TP\n\\fBLC_ALL\\fR, \\fBLC_MESSAGES\\fR, \\fBLANG\\fR\n"
      "The language, and the country for emergency numbers, where neither an option nor a setting "
      "says otherwise.\n"
      ".TP\n\\fBLIMBER_PASSPHRASE\\fR\nThe passphrase of a locked record, instead of asking.\n"
      ".TP\n\\fBLIMBER_NEW_PASSPHRASE\\fR\nThe passphrase that \\fBlock\\fR sets.\n"
      ".TP\n\\fBXDG_DATA_HOME\\fR\nWhere the folder limber with the record is "
      "(default ~/.local/share).\n"
      ".SH FILES\n"
      ".TP\n\\fI~/.local/share/limber/limber.db\\fR\nThe record: sealed events.\n"
      ".TP\n\\fI~/.local/share/limber/limber.key\\fR\nIts key. Without it the record is noise.\n";
  return out;
}

std::string completion(std::string_view shell, const Catalogue& words) {
  std::string seconds;
  for (const std::string& word : first_words()) {
    const auto more = second_words(word);
    if (!more.empty()) seconds += "    " + word + ") words=\"" + join(more, " ") + "\" ;;\n";
  }
  if (shell == "bash") {
    return "# bash completion for limber; made by `limber completion bash`\n"
           "_limber() {\n"
           "  local cur=\"${COMP_WORDS[COMP_CWORD]}\" prev=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
           "  local first=\"\" second=\"\" words=\"\" paths=\"\" i\n"
           "  COMPREPLY=()\n"
           "  case \"$prev\" in\n"
           "    --answers|--rescue) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n"
           "    --data|--knowledge) COMPREPLY=($(compgen -d -- \"$cur\")); return ;;\n"
           "    --goal) COMPREPLY=($(compgen -W \"level picture\" -- \"$cur\")); return ;;\n"
           "  esac\n"
           "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
           "    case \"${COMP_WORDS[i]}\" in\n"
           "      -*) ;;\n"
           "      *) if [[ -z $first ]]; then first=\"${COMP_WORDS[i]}\"; "
           "elif [[ -z $second ]]; then second=\"${COMP_WORDS[i]}\"; fi ;;\n"
           "    esac\n"
           "  done\n"
           "  if [[ -z $first && $cur != -* ]]; then\n"
           "    COMPREPLY=($(compgen -W \"" +
           join(first_words(), " ") +
           "\" -- \"$cur\")); return\n"
           "  fi\n"
           "  if [[ -z $second && $cur != -* ]]; then\n"
           "    case \"$first\" in\n" +
           seconds +
           "    esac\n"
           "    if [[ -n $words ]]; then\n"
           "      COMPREPLY=($(compgen -W \"$words\" -- \"$cur\")); return\n"
           "    fi\n"
           "  fi\n"
           "  case \"$first\" in\n"
           "    knowledge|pack) first=\"$first $second\" ;;\n"
           "  esac\n"
           "  case \"$first\" in\n" +
           bash_cases() +
           "  esac\n"
           "  if [[ -n $paths && $cur != -* ]]; then\n"
           "    COMPREPLY=($(compgen -f -- \"$cur\"))\n"
           "  else\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
           "  fi\n"
           "}\n"
           "complete -o filenames -F _limber limber\n";
  }
  if (shell == "zsh") {
    return "#compdef limber\n"
           "# zsh completion for limber; made by `limber completion zsh`\n"
           "_limber() {\n"
           "  local -a all\n"
           "  local first=\"\" paths=\"\" word\n"
           "  all=(\n" +
           zsh_descriptions(words) +
           "  )\n"
           "  case \"$words[CURRENT-1]\" in\n"
           "    --answers|--rescue) _files; return ;;\n"
           "    --data|--knowledge) _files -/; return ;;\n"
           "  esac\n"
           "  for word in ${words[2,CURRENT-1]}; do\n"
           "    [[ $word == -* ]] || { first=$word; break; }\n"
           "  done\n"
           "  if [[ -z $first ]]; then _describe command all; return; fi\n"
           "  local -a list\n"
           "  case \"$first\" in\n" +
           [] {
             std::string out;
             for (const std::string& word : first_words()) {
               const Command* command = find_command(word);
               std::string list = join(second_words(word), " ");
               if (command != nullptr) {
                 list = option_names(*command);
                 const std::string more = argument_words(*command);
                 if (!more.empty()) list += " " + more;
               }
               out += "    " + word + ") list=(" + list + ")";
               if (command != nullptr && takes_path(*command)) out += "; paths=1";
               if (command == nullptr) out += "; paths=1";
               out += " ;;\n";
             }
             return out;
           }() +
           "  esac\n"
           "  compadd -a list\n"
           "  [[ -n $paths ]] && _files\n"
           "}\n"
           "compdef _limber limber\n";
  }
  return "";
}

}  // namespace limber::cli
