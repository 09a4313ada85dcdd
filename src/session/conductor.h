// What one event does to one session: the workings behind step.h. It is made for one step, takes
// the event or the time, and is asked for what came of it.
//
// conductor_moves.cpp is the way through the plan, conductor_stops.cpp pain, stops and what follows
// them, conductor_pops.cpp the pops; step.cpp says which event may come and goes where.
#pragma once

#include <string>
#include <vector>

#include "session/place.h"
#include "session/step.h"

namespace limber {

class Conductor {
 public:
  using Kind = SessionEvent::Kind;
  using Stop = SessionEvent::Stop;
  using Pause = SessionEvent::Pause;

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

}  // namespace limber
