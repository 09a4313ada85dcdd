// clang-format off: the table below is a table.
// The events of a session, typed, and their JSON in the log.
//
// A session is its event log: everything that must survive a crash, a lock or a reload is in one of
// these, and nothing else is kept. Every event but `started` names its session (the id of the
// `started` event) and says where in the plan it happened. Unknown fields are refused, so that what
// is in the log is what was meant. Payloads, by kind (x? may be left out):
//   session.started     plan, numbers, pain?                    the plan as a snapshot
//   session.reached     at                                      a phase began; what a crash goes back to
//   session.paused      at, reason: person | hurt | gap
//   session.resumed     at
//   session.skipped     at                                      the rest of this item is left out
//   session.eased       at                                      less range, hold and repetitions
//   session.hurt        at, pain?, sharp, spreading, nerve      the answer to "that hurts"
//   session.pain        at, pain, when: during | after
//   session.pop         at, painful, place, angle_deg?, same_spot?
//   session.stopped     at, reason: unsaid | done | hurt | unwell | nerve
//   session.rescreened  at, level, plan_allowed                 after every stop
//   session.finished    at
//   session.next_day    pain
// clang-format on
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "knowledge/knowledge.h"

namespace limber {

// A place in the plan: item, phase within the item (as it is now), milliseconds into that phase.
// {number of items, 0, 0} is the end.
struct Cursor {
  int item = 0;
  int phase = 0;
  std::int64_t ms = 0;
  auto operator<=>(const Cursor&) const = default;
};

// Thresholds of a session, taken from the knowledge when it starts and kept in its log.
struct SessionNumbers {
  int pain_reduce_from = 3;  // this much above rest: less range
  int pain_stop_from = 5;    // this much, or this much above rest: stop
  int pop_repeat_min = 15;   // a second click at the same spot within this: a tendon
  int flare_from = 2;        // this much more pain the day after: a flare
  bool operator==(const SessionNumbers&) const = default;
};
[[nodiscard]] SessionNumbers session_numbers(const Knowledge& knowledge);

struct SessionEvent {
  enum class Kind : std::uint8_t {
    started,
    reached,
    paused,
    resumed,
    skipped,
    eased,
    hurt,
    pain,
    pop,
    stopped,
    rescreened,
    finished,
    next_day,
  };
  enum class Pause : std::uint8_t { person, hurt, gap };
  enum class Stop : std::uint8_t { unsaid, done, hurt, unwell, nerve };
  enum class When : std::uint8_t { during, after };

  Kind kind = Kind::started;
  std::string id;          // of the event, as in Event
  std::string session;     // of the started event; for `started` the same as id
  std::int64_t at_ms = 0;  // UTC, as in Event
  Cursor at;

  std::optional<Plan> plan;     // started
  SessionNumbers numbers;       // started
  std::optional<int> pain;      // 0..10: started (at rest before), hurt, pain, next_day
  bool sharp = false;           // hurt: sharp or catching
  bool spreading = false;       // hurt: into an arm, a leg, around the chest
  bool nerve = false;           // hurt: numb, tingling, weak, dizzy, headache, sight, speech ...
  Pause pause = Pause::person;  // paused
  Stop stop = Stop::unsaid;     // stopped
  When when = When::during;     // pain
  bool painful = false;         // pop
  std::string place;            // pop: a technique, a region, any stable word; may be empty
  std::optional<double> angle_deg;  // pop: where a sensor saw it
  std::optional<bool> same_spot;    // pop: the person's word that it was the same spot as last time
  Level level = Level::go;          // rescreened
  bool plan_allowed = false;        // rescreened
  bool operator==(const SessionEvent&) const = default;
};

// "session.started" ...
[[nodiscard]] std::string_view kind_id(SessionEvent::Kind kind);
[[nodiscard]] bool is_session_kind(std::string_view kind);
[[nodiscard]] std::string_view pause_id(SessionEvent::Pause pause);
[[nodiscard]] std::string_view stop_id(SessionEvent::Stop stop);

// Errors: input; not_found if the kind is none of a session's.
[[nodiscard]] Result<SessionEvent> read_session_event(const Event& event);
// The payload for the log, and the same as text; id, device and time are the store's business.
[[nodiscard]] Json session_fields(const SessionEvent& event);
[[nodiscard]] std::string session_payload(const SessionEvent& event);

[[nodiscard]] Json to_json(const SessionNumbers& numbers);
[[nodiscard]] SessionNumbers read_session_numbers(Reader& in, std::string_view key);
[[nodiscard]] Json to_json(const Cursor& at);
[[nodiscard]] Cursor read_cursor(Reader& in, std::string_view key);

}  // namespace limber
