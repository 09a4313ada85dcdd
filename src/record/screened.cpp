#include "record/screened.h"

#include "base/object.h"
#include "body/names.h"
#include "knowledge/answers.h"
#include "record/event_check.h"

namespace limber {

TimedSheet blank_timed_sheet(const Knowledge& knowledge) {
  return {blank_sheet(knowledge), std::vector<std::int64_t>(knowledge.facts.size())};
}

Json verdict_to_json(const Verdict& verdict) {
  Json fired = Json::array();
  for (const FiredRule& rule : verdict.fired) {
    fired.push_back(object_of({{"rule", rule.rule},
                               {"level", std::string(level_id(rule.level))},
                               {"by_doubt", rule.by_doubt},
                               {"cleared", rule.cleared}}));
  }
  return object_of({{"level", std::string(level_id(verdict.level))},
                    {"complete", verdict.complete},
                    {"plan_allowed", verdict.plan_allowed},
                    {"fired", std::move(fired)},
                    {"conditions", verdict.conditions}});
}

std::optional<Verdict> verdict_from_json(const Json& json) {
  Reader in(json, "");
  Verdict verdict;
  const auto level = level_from(in.text("level"));
  verdict.complete = in.flag("complete");
  verdict.plan_allowed = in.flag_or("plan_allowed", false);
  verdict.conditions = in.texts_or_none("conditions");
  for (const Json& item : in.array("fired")) {
    Reader rule(item, "");
    FiredRule fired;
    fired.rule = rule.text("rule");
    const auto counted = level_from(rule.text("level"));
    fired.by_doubt = rule.flag_or("by_doubt", false);
    fired.cleared = rule.flag_or("cleared", false);
    if (rule.error() || !counted) return std::nullopt;
    fired.level = *counted;
    verdict.fired.push_back(std::move(fired));
  }
  if (in.error() || !level) return std::nullopt;
  verdict.level = *level;
  return verdict;
}

Json screened_payload(const Knowledge& knowledge, const TimedSheet& sheet, const Verdict& verdict) {
  Json answers = Json::object();
  for (std::size_t i = 0; i < knowledge.facts.size() && i < sheet.answers.size(); ++i) {
    if (sheet.answers[i].state == Answer::State::not_asked) continue;
    answers[knowledge.facts[i].id] = {{"is", write_answer(knowledge.facts[i], sheet.answers[i])},
                                      {"at_ms", sheet.at_ms[i]}};
  }
  return object_of(
      {{"knowledge", object_of({{"version", knowledge.version}, {"hash", knowledge.hash}})},
       {"answers", std::move(answers)},
       {"verdict", verdict_to_json(verdict)}});
}

TimedSheet answers_of(const Knowledge& knowledge, const Json& payload, std::int64_t event_at_ms) {
  TimedSheet sheet = blank_timed_sheet(knowledge);
  Reader in(payload, "");
  for (const auto& item : in.object("answers").items()) {
    const int fact = knowledge.fact(item.key());
    if (fact < 0) continue;
    const auto index = static_cast<std::size_t>(fact);
    Reader given(item.value(), "");
    const auto answer = read_answer(knowledge.facts[index], given.any("is"), "");
    const std::int64_t at = given.integer_or("at_ms", 0, kEventTimeLimit, event_at_ms);
    if (!answer || given.error() || answer->state == Answer::State::not_asked) continue;
    sheet.answers[index] = *answer;
    sheet.at_ms[index] = at;
  }
  return sheet;
}

}  // namespace limber
