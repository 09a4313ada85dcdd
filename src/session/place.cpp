#include "session/place.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "body/plan_time.h"

namespace limber {
namespace {

// Phases of one item in the order in which they come, whatever the dose.
auto order_of(const Phase& phase) {
  const bool changeover = phase.kind == Phase::Kind::changeover;
  const bool rest = phase.kind == Phase::Kind::rest;
  return std::tuple(!changeover, phase.set, !rest, phase.side, phase.rep,
                    static_cast<int>(phase.kind));
}

std::int64_t length_of(const std::vector<Phase>& phases) {
  return phases.empty() ? 0 : phases.back().start_ms + phases.back().length_ms;
}

}  // namespace

PlanItem made_easier(const PlanItem& item, int times) {
  PlanItem easier = item;
  for (int i = 0; i < std::min(times, kMostEased); ++i) {
    easier.range_factor *= 0.75;
    if (easier.dose.hold_s > 1)
      easier.dose.hold_s = std::max(std::floor(easier.dose.hold_s * 0.75), 1.0);
    easier.dose.reps = std::max(easier.dose.reps - std::max(easier.dose.reps / 4, 1), 1);
  }
  easier.seconds = static_cast<double>(item_ms(easier)) / 1000;
  return easier;
}

PlanItem Course::item(int index) const {
  const auto at = static_cast<std::size_t>(index);
  return made_easier(plan.items[at], at < eased.size() ? eased[at] : 0);
}

std::vector<Phase> Course::phases(int index) const {
  return item_phases(item(index), index);
}

bool Course::valid(const Cursor& at) const {
  if (at.item < 0 || at.item > items() || at.phase < 0 || at.ms < 0) return false;
  if (at.item == items()) return at == end();
  const auto all = phases(at.item);
  return at.phase < static_cast<int>(all.size()) &&
         at.ms < all[static_cast<std::size_t>(at.phase)].length_ms;
}

Cursor Course::settled(Cursor at) const {
  return forward(at, 0);
}

Cursor Course::forward(Cursor at, std::int64_t ms) const {
  while (at.item < items()) {
    const auto all = phases(at.item);
    while (at.phase < static_cast<int>(all.size())) {
      const std::int64_t left = all[static_cast<std::size_t>(at.phase)].length_ms - at.ms;
      if (ms < left) return {at.item, at.phase, at.ms + ms};
      ms -= left;
      ++at.phase;
      at.ms = 0;
    }
    at = {at.item + 1, 0, 0};
  }
  return end();
}

std::int64_t Course::elapsed_ms(const Cursor& at) const {
  std::int64_t elapsed = 0;
  for (int i = 0; i < std::min(at.item, items()); ++i) elapsed += length_of(phases(i));
  if (at_end(at)) return elapsed;
  return elapsed + phases(at.item)[static_cast<std::size_t>(at.phase)].start_ms + at.ms;
}

Cursor carried_over(const Course& before, const Course& after, const Cursor& at) {
  if (before.at_end(at)) return after.end();
  const auto old_phases = before.phases(at.item);
  const auto new_phases = after.phases(at.item);
  const auto was = order_of(old_phases[static_cast<std::size_t>(at.phase)]);
  const auto found = std::find_if(new_phases.begin(), new_phases.end(),
                                  [&was](const Phase& phase) { return order_of(phase) >= was; });
  const int phase = static_cast<int>(found - new_phases.begin());
  const bool same = found != new_phases.end() && order_of(*found) == was;
  return after.settled({at.item, phase, same ? at.ms : 0});
}

}  // namespace limber
