#include "screen/examples.h"

#include "body/names.h"
#include "knowledge/answers.h"
#include "screen/judge.h"

namespace limber {
namespace {

void check_cases(const Knowledge& knowledge, const Compiled& compiled,
                 const std::vector<Case>& cases, bool required, const std::string& path,
                 std::vector<Error>& problems) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string where = path + "/" + std::to_string(i);
    const Reading reading = compiled.read(sheet_of(knowledge, cases[i].answers));
    const Level level = standings(knowledge, compiled, reading).established;
    if (required && !cases[i].level) {
      problems.push_back({ErrorKind::input, "an example names the level its sheet ends in", where,
                          "add level = \"" + std::string(level_id(level)) + "\" if that is right"});
    } else if (cases[i].level && *cases[i].level != level) {
      problems.push_back({ErrorKind::input,
                          "this sheet ends in " + std::string(level_id(level)) + ", not in " +
                              std::string(level_id(*cases[i].level)),
                          where, ""});
    }
  }
}

}  // namespace

std::vector<Error> check_examples(const Knowledge& knowledge) {
  const auto compiled = compile(knowledge);
  if (!compiled) return {compiled.error()};
  std::vector<Error> problems;
  for (std::size_t i = 0; i < knowledge.rules.size(); ++i) {
    const Rule& rule = knowledge.rules[i];
    const std::string path = "/rule/" + std::to_string(i);
    check_cases(knowledge, *compiled, rule.examples, true, path + "/examples", problems);
    check_cases(knowledge, *compiled, rule.near_misses, false, path + "/near_misses", problems);
    check_cases(knowledge, *compiled, rule.counter_examples, false, path + "/counter_examples",
                problems);
  }
  return problems;
}

}  // namespace limber
