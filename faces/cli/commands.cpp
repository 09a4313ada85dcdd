#include "faces/cli/commands.h"

#include <algorithm>

namespace limber::cli {
namespace {

const std::vector<Command>& table() {
  static const std::vector<Command> kCommands = {
      {"", {}, {{"--no-record", ""}, {"--speed", "N"}, {"--silent", ""}}},
      {"check", {}, {{"--answers", "FILE"}, {"--batch", ""}, {"--goal", "GOAL"}}},
      {"plan", {}, {{"--answers", "FILE"}}},
      {"session", {}, {{"--no-record", ""}, {"--speed", "N"}, {"--silent", ""}}},
      {"log", {}, {{"--limit", "N"}}},
      {"trend", {}, {{"--weeks", "N"}}},
      {"explain", {{"ID", true, "id"}}, {{"--answers", "FILE"}}},
      {"facts", {}, {}},
      {"prove", {}, {}},
      {"knowledge check", {{"DIR", true, "dir"}}, {}},
      {"pack check", {{"FILE", true, "file"}}, {}},
      {"pack add", {{"FILE", true, "file"}}, {}},
      {"pack list", {}, {}},
      {"pack remove", {{"ID", true, ""}}, {}},
      {"pop", {{"ARGS", false, ""}}, {}, false, true},
      {"serve",
       {},
       {{"--port", "N"},
        {"--open", ""},
        {"--no-open", ""},
        {"--tls", ""},
        {"--tls-port", "N"},
        {"--log", ""}}},
      {"figure",
       {{"TECHNIQUE", false, "id"}},
       {{"--sheet", "FILE"},
        {"--step", "STEP"},
        {"--part", "N"},
        {"--error", "N"},
        {"--side", "SIDE"},
        {"--skin", "N"},
        {"--clothes", "N"}}},
      {"settings", {{"NAME", false, "setting"}, {"VALUE", false, ""}}, {}},
      {"report", {}, {}},
      {"export", {{"FILE", true, "file"}}, {}},
      {"import", {{"FILE", true, "file"}}, {}},
      {"erase", {}, {{"--yes", ""}}},
      {"lock", {}, {}},
      {"unlock", {}, {}},
      {"doctor", {}, {{"--rescue", "FILE"}}},
      {"completion", {{"SHELL", true, "shell"}}, {}},
      {"call", {{"METHOD", true, ""}}, {}, true, false},
      {"man", {}, {}, true, false},
  };
  return kCommands;
}

constexpr Option kCommon[] = {
    {"--json", ""},        {"--plain", ""},    {"--data", "DIR"}, {"--knowledge", "DIR"},
    {"--country", "CODE"}, {"--lang", "CODE"}, {"--help", ""},    {"--version", ""},
};

constexpr int kExitCodes[] = {0, 1, 2, 3, 4, 5, 10, 20, 30, 40, 130};

}  // namespace

std::span<const Command> commands() {
  return table();
}
std::span<const Option> common_options() {
  return kCommon;
}
std::span<const int> exit_codes() {
  return kExitCodes;
}

const Command* find_command(std::string_view name) {
  const auto& all = table();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Command& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace limber::cli
