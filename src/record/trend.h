// Series for the trend: pain and stiffness by day, sessions by week.
#pragma once

#include "record/diary.h"

namespace limber {

struct Point {
  Day day = 0;
  double value = 0;
};

struct Trend {
  Day from = 0, to = 0;          // both included
  std::vector<Point> pain;       // 0..10, the most noted on each day that has any
  std::vector<Point> stiffness;  // the same
  std::vector<Point> sessions;   // one per week, its first day (a Monday) and the number; weeks
                                 // without any are 0
};

// The last `days` local days up to today (at least 1). Sessions that were only opened do not count.
[[nodiscard]] Trend trend(const Record& record, const std::vector<SessionLog>& sessions,
                          const Now& now, int days);

// The Monday of the week a day lies in.
[[nodiscard]] Day week_of(Day day);

}  // namespace limber
