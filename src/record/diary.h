// The diary: day by day what was done, how much it hurt, what popped, and what was noted.
#pragma once

#include "knowledge/knowledge.h"
#include "record/pain_series.h"
#include "record/session_log.h"
#include "record/verdicts.h"

namespace limber {

// A pop in or outside a session.
struct DiaryPop {
  std::string event;  // its id; empty for one within a session
  std::int64_t at_ms = 0;
  std::int32_t offset_min = 0;
  std::string place, technique;  // empty: not said, none
  bool painful = false, deliberate = false;
  // Minutes since the pop before it at the same place, however long ago; nothing if it is the
  // first.
  std::optional<double> since_last_min;
};

struct DiaryNote {
  std::string event;
  std::int64_t at_ms = 0;
  std::int32_t offset_min = 0;
  std::string text;
  bool corrected = false;
};

struct DiaryScore {
  std::string event;
  std::int64_t at_ms = 0;
  std::int32_t offset_min = 0;
  double score = 0;  // 0..10
  std::string place;
  bool corrected = false;
};

struct DiaryDay {
  Day day = 0;
  std::vector<SessionLog> sessions;
  std::vector<PastVerdict> verdicts;
  std::vector<DiaryScore> pain, stiffness;
  std::vector<DiaryPop> pops;
  std::vector<DiaryNote> notes;
  int deliberate_pops = 0;
};

// Only days with something on them, oldest first.
[[nodiscard]] std::vector<DiaryDay> diary(const Record& record,
                                          const std::vector<SessionLog>& sessions);

// All pops, oldest first.
[[nodiscard]] std::vector<DiaryPop> all_pops(const Record& record,
                                             const std::vector<SessionLog>& sessions);

// Cracking on purpose, as a habit: `crack_habit_per_day` or more on a day of the last week.
struct CrackHabit {
  bool habit = false;
  int most_in_a_day = 0;  // deliberate pops, in the last seven days
};
[[nodiscard]] CrackHabit crack_habit(const std::vector<DiaryPop>& pops, const Knowledge& knowledge,
                                     const Now& now);

}  // namespace limber
