#include "record/diary.h"

#include <algorithm>

#include "base/sort.h"
#include "record/kinds.h"

namespace limber {
namespace {

constexpr double kHabitByDefault = 5;

DiaryScore score_of(const Entry& entry, const ScoreNoted& noted) {
  return {entry.event.id, entry.event.at_ms, entry.event.offset_min,
          noted.score,    noted.place,       entry.corrected};
}

void take(DiaryDay& day, const Entry& entry) {
  const std::string& kind = entry.event.kind;
  if (kind == kinds::kNote) {
    if (const auto note = read_note(entry.data)) {
      day.notes.push_back(
          {entry.event.id, entry.event.at_ms, entry.event.offset_min, note->text, entry.corrected});
    }
  } else if (kind == kinds::kPain || kind == kinds::kStiffness) {
    if (const auto noted = read_score(entry.data)) {
      (kind == kinds::kPain ? day.pain : day.stiffness).push_back(score_of(entry, *noted));
    }
  }
}

bool empty(const DiaryDay& day) {
  return day.sessions.empty() && day.verdicts.empty() && day.pain.empty() &&
         day.stiffness.empty() && day.pops.empty() && day.notes.empty();
}

}  // namespace

std::vector<DiaryPop> all_pops(const Record& record, const std::vector<SessionLog>& sessions) {
  std::vector<DiaryPop> pops;
  for (const Entry& entry : record.entries) {
    if (entry.event.kind != kinds::kPop) continue;
    const auto pop = read_pop(entry.data);
    if (!pop) continue;
    pops.push_back({entry.event.id, entry.event.at_ms, entry.event.offset_min, pop->place, "",
                    pop->painful, pop->deliberate, std::nullopt});
  }
  for (const SessionLog& log : sessions) {
    for (const SessionPop& pop : log.pops) {
      pops.push_back({"", pop.at_ms, pop.offset_min, pop.place, pop.technique, pop.painful, false,
                      std::nullopt});
    }
  }
  sort_stably(pops, [](const DiaryPop& a, const DiaryPop& b) { return a.at_ms < b.at_ms; });
  std::map<std::string, std::int64_t> last;  // by place
  for (DiaryPop& pop : pops) {
    const auto before = last.find(pop.place);
    if (before != last.end() && !pop.place.empty()) {
      pop.since_last_min = static_cast<double>(pop.at_ms - before->second) / 60'000;
    }
    last[pop.place] = pop.at_ms;
  }
  return pops;
}

std::vector<DiaryDay> diary(const Record& record, const std::vector<SessionLog>& sessions) {
  std::map<Day, DiaryDay> days;
  for (const Entry& entry : record.entries) take(days[day_of(entry.event)], entry);
  for (PastVerdict& past : verdict_history(record)) {
    days[local_day(past.at_ms, past.offset_min)].verdicts.push_back(std::move(past));
  }
  for (const SessionLog& log : sessions) days[log.day()].sessions.push_back(log);
  for (const DiaryPop& pop : all_pops(record, sessions)) {
    DiaryDay& day = days[local_day(pop.at_ms, pop.offset_min)];
    day.pops.push_back(pop);
    if (pop.deliberate) ++day.deliberate_pops;
  }
  std::vector<DiaryDay> result;
  for (auto& [number, day] : days) {
    if (empty(day)) continue;
    day.day = number;
    result.push_back(std::move(day));
  }
  return result;
}

CrackHabit crack_habit(const std::vector<DiaryPop>& pops, const Knowledge& knowledge,
                       const Now& now) {
  const auto found = knowledge.numbers.find("crack_habit_per_day");
  const double habit = found == knowledge.numbers.end() ? kHabitByDefault : found->second;
  std::map<Day, int> by_day;
  CrackHabit result;
  for (const DiaryPop& pop : pops) {
    const Day day = local_day(pop.at_ms, pop.offset_min);
    if (!pop.deliberate || day > now.today() || day <= now.today() - 7) continue;
    result.most_in_a_day = std::max(result.most_in_a_day, ++by_day[day]);
  }
  result.habit = result.most_in_a_day >= habit;
  return result;
}

}  // namespace limber
