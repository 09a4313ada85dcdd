// Pain at rest over time, from wherever it was said: a note, an answer, the start of a session or
// the day after one. What hurts during or right after exercise is not pain at rest.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/session_log.h"

namespace limber {

// The facts of the knowledge that say how much it hurts at rest, 0..10, and for how many weeks.
inline constexpr std::string_view kPainFact = "pain_now";
inline constexpr std::string_view kWeeksFact = "weeks";

struct PainPoint {
  std::int64_t at_ms = 0;
  Day day = 0;
  double pain = 0;  // 0..10
};

// In order of time. What lies in the future counts as now, so that a wrong clock hides nothing.
[[nodiscard]] std::vector<PainPoint> pain_at_rest(const Record& record,
                                                  const std::vector<SessionLog>& sessions,
                                                  const Now& now);

// A day's pain is the most that was noted on it.
struct DayPain {
  Day day = 0;
  double pain = 0;
};
[[nodiscard]] std::vector<DayPain> pain_by_day(const std::vector<PainPoint>& points);

// Since when it has been there, by the latest answer that says for how many weeks.
[[nodiscard]] std::optional<Day> onset_said(const Record& record, const Now& now);

}  // namespace limber
