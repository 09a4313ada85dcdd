// Invariants:
// 1. Every path through take() leaves a cursor that is valid in the course (place.h).
// 2. What an event does depends on the event and on the logged part of the state alone, never on
//    clock_ms; so folding the log gives the state the person saw.
// 3. `halted` is left only through `rescreened`; nothing else gets a stopped person moving again.
#include "session/step.h"

#include <algorithm>

#include "session/pain.h"
#include "session/place.h"

namespace limber {
namespace {

using Kind = SessionEvent::Kind;
using Stop = SessionEvent::Stop;
using Pause = SessionEvent::Pause;

class Conductor {
 public:
  Conductor(const Plan& plan, State state) : plan_(plan), state_(std::move(state)) {}

  void take(const SessionEvent& event);
  void pass(std::int64_t now_ms, std::int64_t gap_ms);
  Stepped result() { return {std::move(state_), std::move(effects_)}; }

 private:
  Course course() const { return {plan_, state_.eased}; }
  bool moving() const { return state_.status == Status::running; }
  bool open() const { return moving() || state_.status == Status::paused; }
  bool at_end() const { return course().at_end(state_.at); }
  ItemNote* item_note() {
    if (at_end()) return nullptr;
    return &state_.items[static_cast<std::size_t>(state_.at.item)];
  }

  void ignore(const SessionEvent& event, std::string why) {
    ++state_.ignored;
    effects_.push_back({Effect::Kind::note, {}, std::string(kind_id(event.kind)) + ": " + why, {}});
  }
  void show(std::string text) { effects_.push_back({Effect::Kind::show, {}, std::move(text), {}}); }
  void say(std::string text) { effects_.push_back({Effect::Kind::speak, {}, std::move(text), {}}); }
  void bell() { effects_.push_back({Effect::Kind::bell, {}, {}, {}}); }
  void append(SessionEvent event) {
    effects_.push_back({Effect::Kind::append, std::move(event), {}, {}});
  }
  void ask(Question question) {
    state_.question = question;
    effects_.push_back({Effect::Kind::ask, {}, {}, question});
  }

  bool fits(const SessionEvent& event);
  void move_to(const Cursor& at);
  void jump_to_next_item();
  void announce(bool whole_line);
  void pause(Pause reason);
  void halt(Stop reason);
  void halt_and_log(Stop reason);
  void end();
  // Says so only where nothing graver is said about it.
  void ease(bool aloud);
  void answer_pain(const SessionEvent& event);

  void take_started(const SessionEvent& event);
  void take_resumed(const SessionEvent& event);
  void take_stopped(const SessionEvent& event);
  void take_rescreened(const SessionEvent& event);
  void take_pop(const SessionEvent& event);
  void take_pain(const SessionEvent& event);

  const Plan& plan_;
  State state_;
  std::vector<Effect> effects_;
};

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

// Forward only: an older place than the one we know of is a late event.
void Conductor::move_to(const Cursor& at) {
  if (at <= state_.at || state_.status == Status::ended || !course().valid(at)) return;
  state_.active_ms += course().elapsed_ms(at) - course().elapsed_ms(state_.at);
  state_.at = at;
}

void Conductor::jump_to_next_item() {
  if (at_end()) return;
  const auto phases = course().phases(state_.at.item);
  ItemNote& item = state_.items[static_cast<std::size_t>(state_.at.item)];
  item.skipped = true;
  item.begun = phases[static_cast<std::size_t>(state_.at.phase)].kind != Phase::Kind::changeover;
  state_.at = course().settled({state_.at.item + 1, 0, 0});
}

// Says and shows where we are. The first repetition gets its whole line, the others a short word:
// nobody wants to be talked at.
void Conductor::announce(bool whole_line) {
  if (at_end()) return;
  const PlanItem item = course().item(state_.at.item);
  const auto phases = course().phases(state_.at.item);
  const Phase& phase = phases[static_cast<std::size_t>(state_.at.phase)];
  const bool first = phase.rep == 0 && phase.set == 0;
  const bool arriving = phase.kind == Phase::Kind::changeover || phase.kind == Phase::Kind::rest;
  if (phase.kind == Phase::Kind::changeover) say("technique." + item.technique + ".name");
  if (whole_line || first || arriving) {
    say(phase_text(item, phase.kind));
  } else {
    say("session.cue." + std::string(phase_id(phase.kind)));
  }
}

void Conductor::pause(Pause reason) {
  state_.status = Status::paused;
  state_.pause = reason;
  if (reason == Pause::hurt) {
    show("session.hurt.still");
    say("session.hurt.still");
    ask(Question::hurt);
  } else if (state_.question != Question::hurt) {
    state_.question = Question::none;
    show(reason == Pause::gap ? "session.paused.gap" : "session.paused");
  }
}

void Conductor::halt(Stop reason) {
  // Once a nerve or vessel symptom was named, nothing said later makes it a lesser stop.
  if (state_.neck_locked) reason = Stop::nerve;
  if (state_.status != Status::ended) state_.status = Status::halted;
  state_.stop = reason;
  if (reason == Stop::nerve) state_.neck_locked = true;
  if (auto* item = item_note(); item && (reason == Stop::hurt || reason == Stop::nerve))
    item->hurt = true;
  const std::string text = reason == Stop::nerve ? "session.stopped.nerve" : "session.stopped";
  bell();
  show(text);
  say(text);
  ask(reason == Stop::unsaid ? Question::why_stopped : Question::rescreen);
}

// Every stop is in the log as a stop, also one that follows from an answer.
void Conductor::halt_and_log(Stop reason) {
  halt(reason);
  SessionEvent stopped = event_here(state_, Kind::stopped);
  stopped.stop = state_.stop;
  append(std::move(stopped));
}

void Conductor::end() {
  state_.status = Status::ended;
  if (state_.pain_after) {
    state_.question = Question::none;
  } else {
    ask(Question::pain_after);
  }
  effects_.push_back({Effect::Kind::finish, {}, {}, {}});
}

void Conductor::ease(bool aloud) {
  if (at_end()) return;
  int& times = state_.eased[static_cast<std::size_t>(state_.at.item)];
  if (times >= kMostEased) {
    if (aloud) show("session.eased.most");
    return;
  }
  const std::vector<int> before = state_.eased;
  ++times;
  state_.at = carried_over({plan_, before}, course(), state_.at);
  if (!aloud) return;
  show("session.eased");
  say("session.eased");
}

void Conductor::answer_pain(const SessionEvent& event) {
  auto* item = item_note();
  if (item && event.pain) item->pain = std::max(item->pain.value_or(0), *event.pain);
  switch (meaning_of(event, state_.pain_before, state_.numbers)) {
    case PainMeaning::stop_nerve:
      return halt_and_log(Stop::nerve);
    case PainMeaning::stop:
      return halt_and_log(Stop::hurt);
    case PainMeaning::less:
      ease(false);
      show("session.hurt.less");
      say("session.hurt.less");
      break;
    case PainMeaning::fine:
      show("session.hurt.fine");
      break;
  }
  // A stop that turned out to hurt little is still a stop.
  if (state_.status == Status::halted) return ask(Question::rescreen);
  if (state_.question == Question::hurt) state_.question = Question::none;
}

void Conductor::take_started(const SessionEvent& event) {
  state_.session = event.id;
  state_.numbers = event.numbers;
  state_.pain_before = event.pain;
  state_.eased.assign(plan_.items.size(), 0);
  state_.items.assign(plan_.items.size(), {});
  state_.status = Status::running;
  state_.question = Question::none;
  state_.at = course().settled({0, 0, 0});
  bell();
  announce(true);
}

void Conductor::take_resumed(const SessionEvent& event) {
  if (state_.status != Status::paused) return ignore(event, "nothing is paused");
  if (state_.question == Question::hurt) return ignore(event, "it is not known how much it hurts");
  state_.status = Status::running;
  state_.question = Question::none;
  // A face need not tick while nothing moves: time is counted from the next tick on.
  state_.clock_ms.reset();
  announce(true);
}

void Conductor::take_stopped(const SessionEvent& event) {
  if (state_.status != Status::halted) {
    move_to(event.at);
    return halt(event.stop);
  }
  if (event.stop == state_.stop) return;
  // The stop came first and the reason is said now. A reason may become graver, never milder.
  const bool first_word = state_.stop == Stop::unsaid;
  const bool graver = event.stop == Stop::nerve && state_.stop != Stop::nerve;
  if (!first_word && !graver) return ignore(event, "it is stopped already");
  if (event.stop == Stop::unsaid) return ignore(event, "it is stopped already");
  halt(event.stop);
}

void Conductor::take_rescreened(const SessionEvent& event) {
  state_.rescreened = event.level;
  if (state_.status == Status::ended) {
    state_.question = state_.pain_after ? Question::none : Question::pain_after;
    return;
  }
  const bool allowed = event.plan_allowed && event.level < Level::see_professional_first;
  if (!allowed || state_.neck_locked) {
    show(allowed ? "session.ended.locked" : "session.ended.level");
    return end();
  }
  if (state_.status != Status::halted) return;
  if (state_.stop == Stop::hurt) jump_to_next_item();
  state_.status = Status::paused;
  state_.pause = Pause::person;
  if (at_end()) {
    state_.finished = true;
    return end();
  }
  show("session.go_on");
  ask(Question::go_on);
}

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

void Conductor::take_pain(const SessionEvent& event) {
  if (event.when == SessionEvent::When::after) {
    state_.pain_after = event.pain;
    if (state_.question == Question::pain_after) state_.question = Question::none;
    return;
  }
  answer_pain(event);
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

}  // namespace

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
