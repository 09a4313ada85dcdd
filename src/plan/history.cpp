#include "plan/history.h"

#include <algorithm>
#include <map>

namespace limber {
namespace {

double number_or(const Knowledge& knowledge, std::string_view name, double low, double high,
                 double fallback) {
  const auto found = knowledge.numbers.find(name);
  if (found == knowledge.numbers.end()) return fallback;
  return std::clamp(found->second, low, high);
}

void take_break(Footing& at, int& easy, Day gap, const PlanNumbers& numbers) {
  if (gap < numbers.break_step_days) return;
  at.after_break = at.rung > 0;
  at.rung = gap > numbers.break_start_days ? 0 : std::max(at.rung - 1, 0);
  easy = 0;
}

}  // namespace

PlanNumbers plan_numbers(const Knowledge& knowledge) {
  const auto whole = [&knowledge](std::string_view name, int low, int high, int fallback) {
    return static_cast<int>(number_or(knowledge, name, low, high, fallback));
  };
  PlanNumbers numbers;
  numbers.techniques = whole("session_max_techniques", 1, 4, numbers.techniques);
  numbers.easy_days = whole("easy_days_before_step", 2, 14, numbers.easy_days);
  numbers.break_start_days = whole("break_start_again_days", 7, 60, numbers.break_start_days);
  numbers.break_step_days =
      whole("break_one_step_days", 3, numbers.break_start_days, numbers.break_step_days);
  numbers.warm_up_s = number_or(knowledge, "warm_up_s", 30, 240, numbers.warm_up_s);
  return numbers;
}

Footing footing(const TechniqueHistory* history, Day today, int top, const PlanNumbers& numbers) {
  // Sorted, each day once, the worse way.
  std::map<Day, DoneDay> days;
  if (history != nullptr) {
    for (const DoneDay& done : history->days) {
      if (done.day > today) continue;
      const auto [at, is_new] = days.try_emplace(done.day, done);
      if (is_new) continue;
      at->second.easy = at->second.easy && done.easy;
      at->second.flare = at->second.flare || done.flare;
    }
  }
  Footing at;
  int easy = 0;
  for (const auto& [day, done] : days) {
    at.after_break = false;
    at.climbed = false;
    if (!at.is_new) take_break(at, easy, day - at.last_done, numbers);
    at.is_new = false;
    at.last_done = day;
    if (done.flare) {
      at.halvings = std::min(at.halvings + 1, 2);
      easy = 0;
    } else if (!done.easy) {
      easy = 0;
    } else if (++easy == numbers.easy_days) {
      easy = 0;
      if (at.halvings > 0) {
        --at.halvings;
      } else if (at.rung < top) {
        ++at.rung;
        at.climbed = true;
      }
    }
  }
  at.after_break = false;
  if (!at.is_new) take_break(at, easy, today - at.last_done, numbers);
  if (at.after_break) at.climbed = false;
  return at;
}

const TechniqueHistory* find_history(const History& history, std::string_view technique) {
  for (const TechniqueHistory& one : history.techniques)
    if (one.technique == technique) return &one;
  return nullptr;
}

}  // namespace limber
