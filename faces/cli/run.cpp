#include "faces/cli/run.h"

#include <limber/app.h>

#include <algorithm>
#include <cstdio>

#include "faces/cli/console.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/machine.h"
#include "faces/cli/pop.h"

namespace limber::cli {
namespace {

Result<int> print_completion(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  const std::string script = completion(line.arguments.front(), (*machine)->words());
  if (script.empty()) {
    return fail(ErrorKind::usage, "there is no completion for \"" + line.arguments.front() + "\"",
                "", "limber completion bash, or limber completion zsh");
  }
  print(script);
  return kDone;
}

Result<int> print_man(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  print(man_page((*machine)->app().core().texts("en")));
  return kDone;
}

// The simulation reads its own words.
Result<int> run_pop(const CommandLine& line) {
  std::vector<const char*> words{"pop"};
  for (const std::string& word : line.arguments) words.push_back(word.c_str());
  return pop_command(static_cast<int>(words.size()), words.data());
}

struct Entry {
  std::string_view name;
  Runs run;
};

constexpr Entry kRuns[] = {
    {"", run_way},
    {"check", run_check},
    {"plan", run_plan},
    {"session", run_session},
    {"log", run_log},
    {"trend", run_trend},
    {"explain", run_explain},
    {"facts", run_facts},
    {"prove", run_prove},
    {"knowledge check", run_knowledge_check},
    {"pack check", run_pack},
    {"pack add", run_pack},
    {"pack list", run_pack},
    {"pack remove", run_pack},
    {"pop", run_pop},
    {"serve", run_serve},
    {"figure", run_figure},
    {"settings", run_settings},
    {"report", run_report},
    {"export", run_export},
    {"import", run_import},
    {"erase", run_erase},
    {"lock", run_lock},
    {"unlock", run_unlock},
    {"doctor", run_doctor},
    {"call", run_call},
    {"completion", print_completion},
    {"man", print_man},
};

int tell(const Error& error, bool json) {
  if (json) {
    print_error(print_json(Json{{"error", to_json(error)}}) + "\n");
  } else {
    print_error("limber: " + describe(error) + "\n");
  }
  return exit_code(error.kind);
}

// What was said has arrived: a full disk is told, not passed over.
int written(int code, bool json) {
  if (flush()) return code;
  return tell({ErrorKind::store, "the output cannot be written", "", "is the disk full?"}, json);
}

}  // namespace

int run(std::vector<std::string> words) {
  // Asked for most often, and by scripts: nothing is loaded for it.
  if (words.size() == 1 && words[0] == "--version") {
    print("limber " + std::string(version()) + "\n");
    return written(kDone, false);
  }
  const bool json = std::find(words.begin(), words.end(), "--json") != words.end();
  const auto line = read_command_line(std::move(words));
  if (!line) return tell(line.error(), json);
  if (line->has("--version")) {
    print("limber " + std::string(version()) + "\n");
    return written(kDone, json);
  }
  if (line->has("--help")) {
    auto machine = Machine::open(*line);
    if (!machine) return tell(machine.error(), json);
    print(help_text(*line->command, (*machine)->words()));
    return written(kDone, json);
  }
  for (const Entry& entry : kRuns) {
    if (entry.name != line->command->name) continue;
    const auto code = entry.run(*line);
    if (!code) {
      (void)flush();
      return tell(code.error(), json);
    }
    return written(*code, json);
  }
  return tell({ErrorKind::usage, "this command is not in this program", "", ""}, json);
}

}  // namespace limber::cli
