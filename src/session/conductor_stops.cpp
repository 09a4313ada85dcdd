// Pain, stops, and what follows a stop.
#include <algorithm>

#include "session/conductor.h"
#include "session/pain.h"

namespace limber {

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

void Conductor::take_pain(const SessionEvent& event) {
  if (event.when == SessionEvent::When::after) {
    state_.pain_after = event.pain;
    if (state_.question == Question::pain_after) state_.question = Question::none;
    return;
  }
  answer_pain(event);
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

}  // namespace limber
