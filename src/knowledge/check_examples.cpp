#include "knowledge/answers.h"
#include "knowledge/check.h"
#include "knowledge/classes.h"

namespace limber {
namespace {

bool fires(const Rule& rule, const Sheet& sheet) {
  return evaluate(rule.when, sheet) == Truth::yes;
}

// Some one answer, given otherwise, makes the rule fire.
bool one_answer_away(const Rule& rule, Sheet sheet, const Classes& classes) {
  for (const int fact : facts_of(rule.when)) {
    const auto index = static_cast<std::size_t>(fact);
    const Answer kept = sheet[index];
    for (const Answer& answer : classes[index]) {
      sheet[index] = answer;
      if (fires(rule, sheet)) return true;
    }
    sheet[index] = kept;
  }
  return false;
}

}  // namespace

std::vector<Error> check_rule_examples(const Knowledge& knowledge, std::size_t index) {
  const Rule& rule = knowledge.rules[index];
  if (rule.when.root < 0) return {};
  const std::string where = "/rule/" + std::to_string(index);
  std::vector<Error> problems;
  const auto wrong = [&](std::string message, const char* list, std::size_t at) {
    problems.push_back(
        {ErrorKind::input, std::move(message), where + "/" + list + "/" + std::to_string(at), ""});
  };
  const auto missing = [&](const char* what, const char* list) {
    problems.push_back(
        {ErrorKind::input, std::string(what) + " is missing", where + "/" + list, ""});
  };
  if (rule.examples.empty()) missing("an example", "examples");
  if (rule.near_misses.empty()) missing("a near miss", "near_misses");
  if (rule.counter_examples.empty()) missing("a counter-example", "counter_examples");
  for (std::size_t i = 0; i < rule.examples.size(); ++i) {
    if (!fires(rule, sheet_of(knowledge, rule.examples[i].answers))) {
      wrong("this example does not fire \"" + rule.id + "\"", "examples", i);
    }
  }
  for (std::size_t i = 0; i < rule.counter_examples.size(); ++i) {
    if (fires(rule, sheet_of(knowledge, rule.counter_examples[i].answers))) {
      wrong("this counter-example fires \"" + rule.id + "\"", "counter_examples", i);
    }
  }
  if (rule.near_misses.empty()) return problems;
  const Classes classes = answer_classes(knowledge);
  for (std::size_t i = 0; i < rule.near_misses.size(); ++i) {
    const Sheet sheet = sheet_of(knowledge, rule.near_misses[i].answers);
    if (fires(rule, sheet)) {
      wrong("this near miss fires \"" + rule.id + "\"", "near_misses", i);
    } else if (!one_answer_away(rule, sheet, classes)) {
      wrong("this near miss is more than one answer away from \"" + rule.id + "\"", "near_misses",
            i);
    }
  }
  return problems;
}

}  // namespace limber
