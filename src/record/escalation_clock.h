// Tells from the diary when it is time to have it looked at (clinical escalation clock).
//
// Which clock an entry of knowledge/escalation.toml is, follows from the numbers it has:
//   hours_low, hours_high, worse_by   today's pain is that much above a day that long before
//   weeks, better_by                  so many weeks of exercise, and not that much better
//   weeks, pain_from                  so many weeks since it began, and still that much pain
//   times, months                     it came back so often in that time
//   weeks                             exercised alone for so long
// What the words mean here (careful choices of our own, docs/formats.md section 2.6):
//  1. A day's pain is the most pain at rest noted on it; now is the latest noted day, at most 7
//  days
//     old (3 for "worse").
//  2. A programme is a run of session days with gaps of at most 28 days, the last at most 28 days
//     ago. A clearance in force starts its weeks anew on the day it was given.
//  3. Pain of 0 or 1 is quiet: it is never "no better", and never was worth measuring against.
//  4. It came back when pain of 3 or more follows at least 7 days on which everything noted was
//     quiet, or 28 days without a note. The first time ever is not a return.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "record/clearance.h"
#include "record/pain_series.h"

namespace limber {

struct Escalated {
  int escalation = 0;  // index into Knowledge::escalations
  Day since = 0;       // the day it began to hold
  Level level = Level::see_professional_first;
  bool cleared = false;  // a clearance in force was noted since then: it no longer stops a plan
  MessageArgs facts;     // what it was seen in: "from", "to", "days", "weeks", "times"
};

// Most urgent first, then in the knowledge's order.
[[nodiscard]] std::vector<Escalated> escalations(const Record& record, const Knowledge& knowledge,
                                                 const std::vector<SessionLog>& sessions,
                                                 const std::vector<GivenClearance>& clearances,
                                                 const Now& now);

// Whether the plan should halve everything: a clock without improvement that is not yet one for a
// professional holds, and is not cleared.
[[nodiscard]] bool halve_dose(const std::vector<Escalated>& escalated);
// Whether no plan may be made until a professional has looked at it.
[[nodiscard]] bool stops_plan(const std::vector<Escalated>& escalated);

// The first days of each stretch of pain, the first ever included (rule 4).
[[nodiscard]] std::vector<Day> episodes(const std::vector<DayPain>& days);
// The first session day of the running programme (rule 2, without clearances).
[[nodiscard]] std::optional<Day> programme_start(const std::vector<SessionLog>& sessions,
                                                 Day today);

}  // namespace limber
