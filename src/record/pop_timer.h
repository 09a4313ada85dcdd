// The time since the last pop, beside the wait that is told with it: a floor from what was measured
// and the range of the joint model. Never a promise, and nobody is told that a joint is ready.
#pragma once

#include <limber/joint.h>

#include "knowledge/knowledge.h"
#include "record/diary.h"

namespace limber {

struct PopTimer {
  DiaryPop pop;
  double since_min = 0;
  bool floor_passed = false;  // of what is told in any case
  PopWait told;
};

// For the latest pop; nothing if there is none, or if it is longer ago than any wait reported.
[[nodiscard]] std::optional<PopTimer> pop_timer(const std::vector<DiaryPop>& pops,
                                                const Knowledge& knowledge, const Now& now);

}  // namespace limber
