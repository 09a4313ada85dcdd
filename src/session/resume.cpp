// Making the events of a session, and taking one up from its log.
#include <algorithm>
#include <iterator>

#include "session/step.h"

namespace limber {

using Kind = SessionEvent::Kind;

SessionEvent event_here(const State& state, Kind kind) {
  SessionEvent event;
  event.kind = kind;
  event.session = state.session;
  event.at = state.at;
  return event;
}

SessionEvent started(const Plan& plan, const SessionNumbers& numbers,
                     std::optional<int> pain_at_rest) {
  SessionEvent event;
  event.kind = Kind::started;
  event.plan = plan;
  event.numbers = numbers;
  event.pain = pain_at_rest;
  return event;
}

Result<Resumed> resume(std::span<const Event> log, std::string_view session) {
  const auto start = std::find_if(log.begin(), log.end(), [session](const Event& event) {
    return event.id == session && event.kind == kind_id(Kind::started);
  });
  if (start == log.end()) return fail(ErrorKind::not_found, "there is no such session in the log");
  const auto first = read_session_event(*start);
  if (!first) return std::unexpected(first.error());

  Resumed resumed;
  resumed.plan = *first->plan;
  resumed.state = step(resumed.plan, {}, *first).state;
  for (auto it = std::next(start); it != log.end(); ++it) {
    if (!is_session_kind(it->kind)) continue;
    const auto event = read_session_event(*it);
    if (!event) {
      ++resumed.state.ignored;
    } else if (event->session == session) {
      resumed.state = step(resumed.plan, std::move(resumed.state), *event).state;
    }
  }
  if (resumed.state.status == Status::running) {
    SessionEvent gap = event_here(resumed.state, Kind::paused);
    gap.pause = SessionEvent::Pause::gap;
    resumed.effects.push_back({Effect::Kind::append, gap, {}, {}});
  } else if (resumed.state.question != Question::none) {
    resumed.effects.push_back({Effect::Kind::ask, {}, {}, resumed.state.question});
  }
  return resumed;
}

}  // namespace limber
