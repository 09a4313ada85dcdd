// limber knowledge check DIR: what the build checks, for a clinician who edits the files.
#include "faces/cli/console.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/run.h"
#include "host/toml_reader.h"
#include "knowledge/check.h"
#include "screen/compiled.h"

namespace limber::cli {

Result<int> run_knowledge_check(const CommandLine& line) {
  const std::string& folder = line.arguments.front();
  std::vector<Error> problems;
  const TomlDocument read = read_knowledge_folder(folder, problems);
  Loaded loaded;
  if (problems.empty()) loaded = read_knowledge(read.document, problems);
  if (problems.empty()) problems = check_knowledge(loaded);
  if (problems.empty()) {
    if (const auto compiled = compile(loaded.knowledge); !compiled) {
      problems.push_back(compiled.error());
    }
  }
  for (Error& problem : problems) problem.where = read.place_of(problem.where);
  if (line.has("--json")) {
    Json list = Json::array();
    for (const Error& problem : problems) list.push_back(to_json(problem));
    print(print_json(Json{{"folder", folder}, {"problems", std::move(list)}}) + "\n");
    return problems.empty() ? kDone : kLeft;
  }
  for (const Error& problem : problems) print(describe(problem) + "\n");
  if (!problems.empty()) {
    print_error("limber: " + std::to_string(problems.size()) + " problem(s) in " + folder + "\n");
    return kLeft;
  }
  const Knowledge& k = loaded.knowledge;
  print(folder + ": " + std::to_string(k.facts.size()) + " facts, " +
        std::to_string(k.rules.size()) + " rules, " + std::to_string(k.conditions.size()) +
        " conditions, " + std::to_string(k.techniques.size()) + " techniques: all is well\n");
  return kDone;
}

}  // namespace limber::cli
