#include "session/summary.h"

#include "session/place.h"

namespace limber {
namespace {

// Whether the item got as far as its first movement.
bool begun(const Course& course, const Cursor& at, int item) {
  if (at.item != item) return at.item > item;
  const auto phases = course.phases(item);
  return phases[static_cast<std::size_t>(at.phase)].kind != Phase::Kind::changeover;
}

}  // namespace

SessionSummary summarise(const Plan& plan, const State& state) {
  SessionSummary out;
  out.session = state.session;
  out.status = state.status;
  out.finished = state.finished;
  out.stopped =
      state.status == Status::halted || (state.status == Status::ended && !state.finished);
  out.stop = state.stop;
  out.neck_locked = state.neck_locked;
  out.active_ms = state.active_ms;
  out.pain_before = state.pain_before;
  out.pain_after = state.pain_after;
  out.pain_next_day = state.pain_next_day;
  out.pops = static_cast<int>(state.pops.size());
  if (state.status == Status::ready) return out;

  const Course course{plan, state.eased};
  const bool worse_next_day =
      state.pain_next_day &&
      *state.pain_next_day - state.pain_before.value_or(0) >= state.numbers.flare_from;
  out.whole = course.at_end(state.at);
  for (int i = 0; i < course.items(); ++i) {
    const auto index = static_cast<std::size_t>(i);
    const ItemNote& note = state.items[index];
    ItemSummary item;
    item.technique = plan.items[index].technique;
    item.warm_up = plan.items[index].warm_up;
    item.whole = state.at.item > i && !note.skipped;
    item.done = note.skipped ? note.begun : begun(course, state.at, i);
    item.eased = state.eased[index];
    item.pain = note.pain;
    item.easy = item.whole && item.eased == 0 && !note.hurt && !worse_next_day;
    item.flare = note.hurt || (item.done && worse_next_day);
    out.whole = out.whole && item.whole;
    out.items.push_back(std::move(item));
  }
  return out;
}

}  // namespace limber
