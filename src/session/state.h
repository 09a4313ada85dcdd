// What a session is at one moment: a pure function of its events.
//
// Two fields are about this process only and are not in the log: `clock_ms` (when we last looked at
// the clock) and how far `at` has moved since the last event. A session taken up from its log
// therefore goes on at the last phase that was reached.
#pragma once

#include <limber/types.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "session/events.h"

namespace limber {

enum class Status : std::uint8_t {
  ready,  // not started
  running,
  paused,  // by the person, by "that hurts", or by a gap in time
  halted,  // stopped: nothing moves on before the emergency questions are answered again
  ended,
};

// What the face has to ask; it may ask it at leisure, the session stands still meanwhile.
enum class Question : std::uint8_t {
  none,
  pain_before,  // how much does it hurt now, at rest: answered by `started`
  hurt,         // how much, and of what kind: answered by `hurt`
  why_stopped,  // one question after the stop: answered by `stopped` with a reason, or `hurt`
  rescreen,     // the emergency questions again: answered by `rescreened`
  go_on,        // go on or finish: answered by `resumed` or `finished`
  pain_after,   // answered by `pain` with when = after
};

struct PopNote {
  std::int64_t at_ms = 0;
  bool painful = false;
  bool repeat = false;  // same spot, too soon for gas: probably a tendon
  std::string place;
  std::optional<double> angle_deg;
  bool operator==(const PopNote&) const = default;
};

// How one item of the plan went.
struct ItemNote {
  bool skipped = false;     // left out, all or the rest of it
  bool begun = false;       // skipped, but not before it had begun to move
  bool hurt = false;        // a stop because of it
  std::optional<int> pain;  // the highest that was said during it
  bool operator==(const ItemNote&) const = default;
};

struct State {
  Status status = Status::ready;
  Question question = Question::pain_before;
  std::string session;  // id of the started event
  Cursor at;
  std::int64_t active_ms = 0;  // time spent moving, pauses not counted
  std::vector<int> eased;      // per item: how often it was made easier
  std::vector<ItemNote> items;
  SessionNumbers numbers;
  std::optional<int> pain_before, pain_after, pain_next_day;
  SessionEvent::Pause pause = SessionEvent::Pause::person;  // while paused
  SessionEvent::Stop stop = SessionEvent::Stop::unsaid;     // while halted, and after
  bool neck_locked = false;                                 // stopped for a nerve or vessel symptom
  std::optional<Level> rescreened;                          // the last level after a stop
  bool finished = false;  // ended at the end of the plan, or by choice
  std::vector<PopNote> pops;
  std::set<std::string> seen;  // ids of events taken in
  int ignored = 0;             // events that did not fit

  std::optional<std::int64_t> clock_ms;
  bool operator==(const State&) const = default;
};

[[nodiscard]] std::string_view status_id(Status status);
[[nodiscard]] std::string_view question_id(Question question);

}  // namespace limber
