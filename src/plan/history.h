// What the diary tells the plan, and where it puts a person on the ladder of a technique.
//
// A diary of days goes in, not a level: the ladder is climbed again from the first day each time,
// so there is one place that knows the rules (E: our own careful choice, in knowledge numbers):
//   three days on which it was easy        one rung up
//   a flare (next day worse, or it hurt)   half the dose; three easy days lift that again
//   7 to 14 days without it                one rung down
//   more than 14 days without it           back to the start
#pragma once

#include <limber/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "knowledge/knowledge.h"

namespace limber {

// One day on which a technique was done.
struct DoneDay {
  Day day = 0;
  bool easy = true;    // done to the end, nothing hurt, nothing had to be made easier
  bool flare = false;  // a stop because it hurt, or clearly more pain the day after
};

struct TechniqueHistory {
  std::string technique;
  std::vector<DoneDay> days;  // any order; a day given twice counts once, the worse way
};

struct History {
  Day today = 0;             // days after today are not believed
  bool neck_locked = false;  // a stop for a nerve or vessel symptom, not cleared since
  bool halve = false;        // the escalation clock asks for half of everything
  std::vector<TechniqueHistory> techniques;
};

// Numbers of the plan that a clinician may set in knowledge.toml, inside hard limits.
struct PlanNumbers {
  int techniques = 4;         // session_max_techniques, 1..4
  int easy_days = 3;          // easy_days_before_step, 2..14
  int break_step_days = 7;    // break_one_step_days, 3..break_start_days
  int break_start_days = 14;  // break_start_again_days, 7..60: a longer break starts again
  double warm_up_s = 150;     // warm_up_s, 30..240: warm-ups are added up to this
};
[[nodiscard]] PlanNumbers plan_numbers(const Knowledge& knowledge);

// Where a person stands on a technique's ladder today.
struct Footing {
  int rung = 0;
  int halvings = 0;          // 0..2: each halves the dose once
  bool is_new = true;        // never done before
  bool after_break = false;  // a rung, or all of them, were lost to a break just now
  bool climbed = false;      // the last day it was done earned the next rung
  Day last_done = 0;         // meaningless while is_new
};
// `top`: the highest rung there is (top_rung in ladder.h).
[[nodiscard]] Footing footing(const TechniqueHistory* history, Day today, int top,
                              const PlanNumbers& numbers);

// Nothing if the diary does not speak of it.
[[nodiscard]] const TechniqueHistory* find_history(const History& history,
                                                   std::string_view technique);

}  // namespace limber
