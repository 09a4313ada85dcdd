// The diary as the plan wants it: on which days each technique was done, whether that was easy,
// and whether it flared up.
//
// A day is easy if the technique was done to its end, nothing hurt, nothing had to be made easier,
// and the pain right after was not clearly more than before. A flare is a stop because it hurt (for
// the technique it happened in) or clearly more pain the day after (for everything done that day).
// Clearly is `pain_change_that_counts`, 2 points.
#pragma once

#include "knowledge/knowledge.h"
#include "plan/history.h"
#include "record/session_log.h"

namespace limber {

// neck_locked and halve are for the caller to fill in: see clearance.h and escalation_clock.h.
[[nodiscard]] History practice(const std::vector<SessionLog>& sessions, const Knowledge& knowledge,
                               const Now& now);

// How much pain must change to mean something, in points of 10.
[[nodiscard]] double change_that_counts(const Knowledge& knowledge);

}  // namespace limber
