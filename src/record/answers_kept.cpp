#include "record/answers_kept.h"

#include "record/kinds.h"

namespace limber {

std::optional<std::int64_t> shelf_ms(Shelf shelf) {
  switch (shelf) {
    case Shelf::session:
      return 0;
    case Shelf::day:
      return kDayMs;
    case Shelf::four_weeks:
      return 28 * kDayMs;
    case Shelf::permanent:
      return std::nullopt;
  }
  return 0;
}

TimedSheet latest_answers(const Record& record, const Knowledge& knowledge, std::int64_t until_ms) {
  TimedSheet latest = blank_timed_sheet(knowledge);
  for (const Entry& entry : record.entries) {
    if (entry.event.kind != kinds::kScreened || entry.event.at_ms > until_ms) continue;
    const TimedSheet given = answers_of(knowledge, entry.data, entry.event.at_ms);
    for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
      if (given.answers[i].state == Answer::State::not_asked) continue;
      if (given.at_ms[i] < latest.at_ms[i]) continue;
      latest.answers[i] = given.answers[i];
      latest.at_ms[i] = given.at_ms[i];
    }
  }
  return latest;
}

TimedSheet fresh_answers(const Record& record, const Knowledge& knowledge, const Now& now) {
  TimedSheet fresh = latest_answers(record, knowledge);
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    if (fresh.answers[i].state == Answer::State::not_asked) continue;
    const auto shelf = shelf_ms(knowledge.facts[i].shelf);
    const auto age = age_ms(fresh.at_ms[i], now);
    const bool stale = !age || (shelf && (*shelf == 0 || *age >= *shelf));
    if (stale) fresh.answers[i] = {}, fresh.at_ms[i] = 0;
  }
  return fresh;
}

}  // namespace limber
