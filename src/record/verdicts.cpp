#include "record/verdicts.h"

#include <algorithm>

#include "base/sort.h"
#include "record/kinds.h"

namespace limber {
namespace {

std::optional<PastVerdict> read(const Entry& entry) {
  if (entry.event.kind != kinds::kScreened) return std::nullopt;
  Reader in(entry.data, "");
  auto verdict = verdict_from_json(in.object("verdict"));
  if (in.error() || !verdict) return std::nullopt;
  Reader knowledge(in.any("knowledge"), "");
  return PastVerdict{entry.event.id, entry.event.at_ms, entry.event.offset_min,
                     knowledge.text_or("version", ""), std::move(*verdict)};
}

// Rules in `these` that are not in `those`.
std::vector<std::string> only_in(const Verdict& these, const Verdict& those) {
  std::vector<std::string> rules;
  for (const FiredRule& rule : these.fired) {
    const bool both = std::ranges::any_of(
        those.fired, [&rule](const FiredRule& other) { return other.rule == rule.rule; });
    if (!both) rules.push_back(rule.rule);
  }
  return rules;
}

}  // namespace

std::vector<PastVerdict> verdict_history(const Record& record) {
  std::vector<PastVerdict> history;
  for (const Entry& entry : record.entries) {
    if (auto verdict = read(entry)) history.push_back(std::move(*verdict));
  }
  return history;
}

bool verdict_fresh(const PastVerdict& verdict, const Now& now) {
  const auto age = age_ms(verdict.at_ms, now);
  return age && *age < kDayMs;
}

std::optional<Change> change_since_last(const Record& record, const Knowledge& knowledge) {
  const Entry *last = nullptr, *before = nullptr;
  for (const Entry& entry : record.entries) {
    if (read(entry)) before = last, last = &entry;
  }
  if (before == nullptr) return std::nullopt;
  const PastVerdict then = *read(*before), now = *read(*last);
  Change change{then.at_ms,
                now.at_ms,
                then.verdict.level,
                now.verdict.level,
                only_in(now.verdict, then.verdict),
                only_in(then.verdict, now.verdict),
                {}};

  const Worrying worrying(knowledge);
  const TimedSheet old = answers_of(knowledge, before->data, then.at_ms);
  const TimedSheet fresh = answers_of(knowledge, last->data, now.at_ms);
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    const Answer &from = old.answers[i], &to = fresh.answers[i];
    const bool both =
        from.state != Answer::State::not_asked && to.state != Answer::State::not_asked;
    const Shift shift = worrying.shift(static_cast<int>(i), from, to);
    if (shift == Shift::same || (!both && shift != Shift::worse)) continue;
    change.answers.push_back({static_cast<int>(i), from, to, shift});
  }
  sort_stably(change.answers, [](const AnswerChange& a, const AnswerChange& b) {
    return (a.shift == Shift::worse) > (b.shift == Shift::worse);
  });
  return change;
}

}  // namespace limber
