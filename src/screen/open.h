// Which facts, not asked yet, could still change the result.
//
// Goal::level   the level and, where exercise is possible, the rules and conditions behind the plan.
//               At see_professional_first and above one settled rule is enough: nobody in need of
//               care is kept answering.
// Goal::picture every rule and condition, for a full report.
#pragma once

#include <vector>

#include "screen/judge.h"

namespace limber {

enum class Goal : std::uint8_t { level, picture };

// Ascending fact indices.
[[nodiscard]] std::vector<int> open_facts(const Knowledge& knowledge, const Compiled& compiled,
                                          const Reading& reading, const Standings& standing,
                                          Goal goal, const Cleared& cleared = {});

// Facts that could still lift some rule to `level` or above, ascending.
[[nodiscard]] std::vector<int> facts_towards(const Knowledge& knowledge, const Compiled& compiled,
                                             const Reading& reading, const Standings& standing,
                                             Level level, const Cleared& cleared = {});

}  // namespace limber
