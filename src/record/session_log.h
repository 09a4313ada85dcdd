// Past sessions, read from their events (docs/formats.md, section 2.3): what was planned, how far
// it went, what hurt, and how it ended.
//
// Session events are written by the session; this reads only their documented JSON fields, so an
// older or newer session that keeps them can still be read. What a session lacks is left open.
#pragma once

#include <limber/types.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "record/record.h"
#include "record/when.h"

namespace limber {

// One item of the plan, as it went.
struct ItemDone {
  std::string technique;
  bool warm_up = false;
  bool started = false;   // some of it was done
  bool finished = false;  // and it went on to the next one
  bool skipped = false, eased = false, hurt = false;
  std::optional<double> pain;  // the most that was said during it, 0..10
};

struct SessionPop {
  std::int64_t at_ms = 0;
  std::int32_t offset_min = 0;
  std::string place, technique;  // empty: not said, not known
  bool painful = false;
};

struct SessionLog {
  std::string id;
  std::int64_t started_ms = 0, last_ms = 0;
  std::int32_t offset_min = 0;
  Plan plan;
  std::vector<ItemDone> items;                                   // one per item of the plan
  std::optional<double> pain_before, pain_after, pain_next_day;  // 0..10
  std::int64_t next_day_ms = 0;
  std::vector<SessionPop> pops;
  bool finished = false;
  std::string stop_reason;  // as in the log: "hurt", "nerve", ...; empty if it was not stopped
  std::int64_t stopped_ms = 0;
  bool nerve = false;  // a nerve or vessel symptom was reported in it
  std::int64_t nerve_ms = 0;

  [[nodiscard]] Day day() const { return local_day(started_ms, offset_min); }
  [[nodiscard]] bool open() const { return !finished && stop_reason.empty(); }
};

// Oldest first. Sessions without a readable start or plan are left out.
[[nodiscard]] std::vector<SessionLog> session_logs(const Record& record);

// The session to offer to go on with: the last one, if it is open and its last sign of life is less
// than 24 hours ago (no session starts on an older verdict). The emergency block comes first.
[[nodiscard]] std::optional<SessionLog> unfinished_session(const std::vector<SessionLog>& logs,
                                                           const Now& now);

// The events of one session in order, for replay.
[[nodiscard]] std::vector<Event> events_of_session(std::span<const Event> events,
                                                   const std::string& session);

// The last session that was done on an earlier day and has no word about the day after yet.
[[nodiscard]] const SessionLog* awaits_next_day(const std::vector<SessionLog>& logs,
                                                const Now& now);

}  // namespace limber
