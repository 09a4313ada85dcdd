// Invariants:
// 1. Every path through take() leaves a cursor that is valid in the course (place.h).
// 2. What an event does depends on the event and on the logged part of the state alone, never on
//    clock_ms; so folding the log gives the state the person saw.
// 3. `halted` is left only through `rescreened`; nothing else gets a stopped person moving again.
#include "session/step.h"

#include "session/conductor.h"

namespace limber {
namespace {

using Kind = SessionEvent::Kind;
using Stop = SessionEvent::Stop;

// What is still heard after the end: how it went, and anything that could be an emergency.
bool heard_after_end(const SessionEvent& event) {
  switch (event.kind) {
    case Kind::next_day:
    case Kind::rescreened:
      return true;
    case Kind::pain:
      return event.when == SessionEvent::When::after;
    case Kind::hurt:
      return event.nerve;
    case Kind::stopped:
      return event.stop == Stop::nerve;
    default:
      return false;
  }
}

// These make sense only at their place; a stop, pain or an answer counts wherever it says it was.
bool needs_its_place(Kind kind) {
  return kind == Kind::reached || kind == Kind::skipped || kind == Kind::eased;
}

}  // namespace

// Doubled, of another session, before the start, after the end, nowhere in the plan.
bool Conductor::fits(const SessionEvent& event) {
  if (event.id.empty()) {
    ignore(event, "it has no id");
  } else if (state_.seen.count(event.id) != 0) {
    ignore(event, "it is known already");
  } else if (event.kind == Kind::started) {
    if (state_.status == Status::ready) return true;
    ignore(event, "the session has begun already");
  } else if (state_.status == Status::ready) {
    ignore(event, "the session has not begun");
  } else if (event.session != state_.session) {
    ignore(event, "it belongs to another session");
  } else if (state_.status == Status::ended && !heard_after_end(event)) {
    ignore(event, "the session has ended");
  } else if (needs_its_place(event.kind) && !course().valid(event.at)) {
    ignore(event, "there is no such place in the plan");
  } else {
    return true;
  }
  return false;
}

void Conductor::take(const SessionEvent& event) {
  if (!fits(event)) return;
  state_.seen.insert(event.id);
  switch (event.kind) {
    case Kind::started:
      return take_started(event);
    case Kind::reached:
      if (!moving()) return ignore(event, "the session stands still");
      if (event.at < state_.at) return ignore(event, "it comes too late");
      return move_to(event.at);
    case Kind::paused:
      if (!open()) return ignore(event, "nothing is running");
      move_to(event.at);
      return pause(event.pause);
    case Kind::resumed:
      return take_resumed(event);
    case Kind::skipped:
      if (!open()) return ignore(event, "nothing is running");
      if (event.at.item != state_.at.item) return ignore(event, "that item is over");
      move_to(event.at);
      if (at_end()) return;
      jump_to_next_item();
      show("session.skipped");
      if (moving()) announce(true);
      return;
    case Kind::eased:
      if (!open()) return ignore(event, "nothing is running");
      if (event.at.item != state_.at.item) return ignore(event, "that item is over");
      move_to(event.at);
      return ease(true);
    case Kind::hurt:
      move_to(event.at);
      // Whoever says that it hurts goes on when they are ready, not when the clock says so.
      if (moving()) state_.status = Status::paused;
      return answer_pain(event);
    case Kind::pain:
      return take_pain(event);
    case Kind::pop:
      move_to(event.at);
      return take_pop(event);
    case Kind::stopped:
      return take_stopped(event);
    case Kind::rescreened:
      return take_rescreened(event);
    case Kind::finished:
      if (!open()) return ignore(event, "the emergency questions come first");
      move_to(event.at);
      state_.finished = true;
      show(at_end() ? "session.finished" : "session.finished.early");
      return end();
    case Kind::next_day:
      state_.pain_next_day = event.pain;
      return;
  }
}

void Conductor::pass(std::int64_t now_ms, std::int64_t gap_ms) {
  const std::int64_t before = state_.clock_ms.value_or(now_ms);
  state_.clock_ms = now_ms;
  if (!moving() || now_ms <= before) return;
  if (now_ms - before > gap_ms) {
    SessionEvent gap = event_here(state_, Kind::paused);
    gap.pause = Pause::gap;
    return append(gap);
  }
  const Cursor was = state_.at;
  move_to(course().forward(was, now_ms - before));
  if (at_end()) {
    bell();
    return append(event_here(state_, Kind::finished));
  }
  if (state_.at.item == was.item && state_.at.phase == was.phase) return;
  append(event_here(state_, Kind::reached));
  if (state_.at.item != was.item) bell();
  announce(false);
}

Stepped step(const Plan& plan, State state, const SessionEvent& event) {
  Conductor conductor(plan, std::move(state));
  conductor.take(event);
  return conductor.result();
}

Stepped tick(const Plan& plan, State state, std::int64_t now_ms, std::int64_t gap_ms) {
  Conductor conductor(plan, std::move(state));
  conductor.pass(now_ms, gap_ms);
  return conductor.result();
}

}  // namespace limber
