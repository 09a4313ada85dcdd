// The session's codec: whatever a face hands back as a state is refused, or comes out as it went in
// and is safe to step; whatever a log holds as an event is refused, or is written as it was read.
//
// First byte: 0 a state as JSON; else an event of the kind that this byte counts to, its payload
// after it.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "session/live.h"
#include "session/session_json.h"

namespace {

using namespace limber;

void check(bool holds) {
  if (!holds) std::abort();
}

// Steps what came in with everything that a person and the clock can do.
void live_on(const Plan& plan, const State& state) {
  const std::int64_t now = state.clock_ms.value_or(0);
  const State later = tick(plan, state, now + 1'000).state;
  check(view(plan, later, now + 1'000, kGapMs).items == static_cast<int>(plan.items.size()));
  for (int kind = 1; kind <= static_cast<int>(SessionEvent::Kind::next_day); ++kind) {
    const auto event = event_here(later, static_cast<SessionEvent::Kind>(kind));
    (void)to_json(step(plan, later, event).state);
  }
}

void state_in(const Plan& plan, std::string_view text) {
  const auto json = parse_json(text);
  if (!json) return;
  const auto state = state_from_json(*json, plan, "");
  if (!state) return;
  const auto again = state_from_json(to_json(*state), plan, "");
  check(again && *again == *state);
  live_on(plan, *state);
}

void event_in(const Plan& plan, SessionEvent::Kind kind, std::string_view text) {
  Event event;
  event.id = "00000000-0000-4000-8000-000000000001";
  event.kind = std::string(kind_id(kind));
  event.payload = std::string(text);
  const auto read = read_session_event(event);
  if (!read) return;
  event.payload = session_payload(*read);
  const auto again = read_session_event(event);
  check(again && *again == *read);
  live::Session session(plan);
  session.start();
  live_on(plan, step(plan, session.state, *read).state);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Plan plan = live::plan();
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const int what = data[0] % (static_cast<int>(SessionEvent::Kind::next_day) + 2);
  if (what == 0) {
    state_in(plan, text);
  } else {
    event_in(plan, static_cast<SessionEvent::Kind>(what - 1), text);
  }
  return 0;
}
