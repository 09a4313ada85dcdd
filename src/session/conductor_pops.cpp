// Pops: told apart by whether they can repeat, and never a reason to go on when they hurt.
#include <cmath>

#include "session/conductor.h"

namespace limber {

void Conductor::take_pop(const SessionEvent& event) {
  if (!state_.pops.empty() && event.at_ms < state_.pops.back().at_ms)
    return ignore(event, "a later pop is known already");
  PopNote pop{event.at_ms, event.painful, false, event.place, event.angle_deg};
  constexpr double kSameAngleDeg = 10;
  for (const PopNote& before : state_.pops) {
    if (pop.at_ms - before.at_ms > state_.numbers.pop_repeat_min * std::int64_t{60'000}) continue;
    // The person's word decides; without it, place and angle do.
    const bool near = before.place == pop.place &&
                      (!before.angle_deg || !pop.angle_deg ||
                       std::abs(*before.angle_deg - *pop.angle_deg) <= kSameAngleDeg);
    pop.repeat = pop.repeat || event.same_spot.value_or(near);
  }
  state_.pops.push_back(pop);
  if (!pop.painful) {
    show(pop.repeat ? "session.pop.repeat" : "session.pop.painless");
  } else if (open()) {
    pause(Pause::hurt);
    show("session.pop.painful");
  } else {
    show("session.pop.painful");
  }
}

}  // namespace limber
