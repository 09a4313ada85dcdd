#include "plan/timeline.h"

#include <algorithm>

#include "body/plan_time.h"

namespace limber {

std::vector<Phase> item_phases(const PlanItem& item, int index) {
  std::vector<Phase> phases;
  std::int64_t at = 0;
  const auto add = [&](Phase::Kind kind, int set, int side, int rep, double seconds) {
    const std::int64_t length = to_ms(seconds);
    if (length == 0) return;
    phases.push_back({kind, index, set, side, rep, at, length});
    at += length;
  };
  const Dose& dose = item.dose;
  const bool still = to_ms(dose.out_s) == 0 && to_ms(dose.back_s) == 0;
  const Phase::Kind hold = still ? Phase::Kind::breath : Phase::Kind::hold;
  add(Phase::Kind::changeover, 0, 0, 0, item.changeover_s);
  for (int set = 0; set < dose.sets; ++set) {
    if (set > 0) add(Phase::Kind::rest, set, 0, 0, dose.rest_s);
    for (int side = 0; side < dose.sides; ++side) {
      for (int rep = 0; rep < dose.reps; ++rep) {
        add(Phase::Kind::out, set, side, rep, dose.out_s);
        add(hold, set, side, rep, dose.hold_s);
        add(Phase::Kind::back, set, side, rep, dose.back_s);
      }
    }
  }
  return phases;
}

std::vector<Phase> plan_phases(const Plan& plan) {
  std::vector<Phase> all;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const auto phases = item_phases(plan.items[i], static_cast<int>(i));
    all.insert(all.end(), phases.begin(), phases.end());
  }
  return all;
}

std::string_view phase_id(Phase::Kind kind) {
  switch (kind) {
    case Phase::Kind::changeover:
      return "changeover";
    case Phase::Kind::out:
      return "out";
    case Phase::Kind::hold:
      return "hold";
    case Phase::Kind::back:
      return "back";
    case Phase::Kind::rest:
      return "rest";
    case Phase::Kind::breath:
      return "breath";
  }
  return "";
}

std::string phase_text(const PlanItem& item, Phase::Kind kind) {
  // What the knowledge calls the step; breathing is the hold of a technique that does not move.
  std::string_view step = phase_id(kind);
  if (kind == Phase::Kind::changeover) step = "set_up";
  if (kind == Phase::Kind::breath) step = "hold";
  const bool has = std::find(item.steps.begin(), item.steps.end(), step) != item.steps.end();
  if (has) return "technique." + item.technique + "." + std::string(step);
  return "session.phase." + std::string(phase_id(kind));
}

}  // namespace limber
