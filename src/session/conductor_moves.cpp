// The way through the plan: where it stands, what is said there, pauses, smaller doses, the end.
#include "session/conductor.h"

namespace limber {

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

void Conductor::end() {
  state_.status = Status::ended;
  if (state_.pain_after) {
    state_.question = Question::none;
  } else {
    ask(Question::pain_after);
  }
  effects_.push_back({Effect::Kind::finish, {}, {}, {}});
}

}  // namespace limber
