// A professional's word that moving is fine: whether it still counts, and what it unlocks.
//
// It lasts 12 weeks (knowledge number clearance_weeks) from the day it was given. It ends at once
// when something new is answered: any answer that worries more than at the time it was noted, also
// one that was not asked then, and also if it has gone away again. A clearance noted after that
// counts. It never counts if it lies in the future.
#pragma once

#include <string>
#include <vector>

#include "record/answers_kept.h"
#include "record/session_log.h"
#include "record/verdicts.h"

namespace limber {

struct GivenClearance {
  enum class State : std::uint8_t { valid, expired, ended_by_news, from_the_future };
  std::string event;  // its id
  std::int64_t noted_ms = 0;
  Clearance clearance;
  Day given = 0;
  Day last_day = 0;  // the last on which it counts
  State state = State::expired;
  std::vector<int> news;  // facts that ended it
};

[[nodiscard]] Json to_json(const Clearance& clearance);
[[nodiscard]] std::optional<Clearance> read_clearance(const Json& data);

// Oldest first. `current`: answers given now that are not in the record yet (may be blank).
[[nodiscard]] std::vector<GivenClearance> clearances(const Record& record,
                                                     const Knowledge& knowledge, const Now& now,
                                                     const Sheet& current);

// The one to judge with: all valid ones as one. Nothing if there is none.
[[nodiscard]] std::optional<Clearance> clearance_in_force(
    const std::vector<GivenClearance>& clearances);

// Neck techniques are locked from a stop for a nerve or vessel symptom (said in the session, or
// found by a rule of that kind when it was asked right after a stop) until a clearance noted after
// it, for as long as that clearance counts.
struct NeckLock {
  bool locked = false;
  std::int64_t since_ms = 0;  // the latest such stop; meaningless if there was none
  std::string session;
};
[[nodiscard]] NeckLock neck_lock(const Record& record, const Knowledge& knowledge,
                                 const std::vector<SessionLog>& sessions,
                                 const std::vector<GivenClearance>& clearances);

}  // namespace limber
