// Where on the body it hurts or is stiff: what was last noted for each place.
//
// A place is a region (neck, shoulder, upper_back, mid_back), with _left or _right for a side;
// without one it is the middle, or the side was not said. What was noted without a place is not
// counted here.
#pragma once

#include "record/diary.h"

namespace limber {

// The scores noted for one place within a window.
struct PlaceScores {
  int count = 0;
  double last = 0;  // 0..10, the latest
  Day last_day = 0;
  double most = 0;  // 0..10
};

struct Place {
  std::string place;
  PlaceScores pain, stiffness;
  int pops = 0;
};

// The last `days` local days up to today (at least 1), by name. Places with nothing are left out.
[[nodiscard]] std::vector<Place> places(const Record& record,
                                        const std::vector<SessionLog>& sessions, const Now& now,
                                        int days);

}  // namespace limber
