// Why the verdict is what it is, and what would change it.
#pragma once

#include <vector>

#include "screen/judge.h"

namespace limber {

// Facts whose answers make the rule hold (by doubt included), ascending.
[[nodiscard]] std::vector<int> causes(const Compiled& compiled, int rule, const Reading& reading);

// The fewest answers that, given reassuringly, would lower the level; ties go to the knowledge's
// order. Empty only at Level::go. The sheet must be complete.
[[nodiscard]] std::vector<int> smallest_change(const Knowledge& knowledge, const Compiled& compiled,
                                               const Sheet& sheet, const Cleared& cleared = {});

// The level when these facts were answered reassuringly instead.
[[nodiscard]] Level level_with(const Knowledge& knowledge, const Compiled& compiled, Sheet sheet,
                               const std::vector<int>& reassured, const Cleared& cleared = {});

// What the person said is not there, told apart from what they were never asked. Only facts that
// some rule at `from` or above speaks of.
struct Absent {
  std::vector<int> not_found;
  std::vector<int> not_asked;
};
[[nodiscard]] Absent absent(const Knowledge& knowledge, const Sheet& sheet, Level from);

}  // namespace limber
