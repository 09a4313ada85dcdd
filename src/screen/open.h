// Which facts, not asked yet, could still change the result.
//
// Goal::level   the level and, where exercise is possible, the rules and conditions behind the
// plan.
//               At see_professional_first and above one settled rule is enough: nobody in need of
//               care is kept answering.
// Goal::picture every rule and condition, for a full report.
#pragma once

#include <array>
#include <vector>

#include "screen/judge.h"

namespace limber {

enum class Goal : std::uint8_t { level, picture };

// The open literals that matter, by what they could bring about.
struct OpenLiterals {
  std::array<Bits, 5> towards;  // those that could make some rule count at this level
  Bits conditions;              // those that could make some condition hold
  [[nodiscard]] Bits at_least(Level level) const;
  [[nodiscard]] Bits all() const { return at_least(Level::go) | conditions; }
};

[[nodiscard]] OpenLiterals open_literals(const Knowledge& knowledge, const Compiled& compiled,
                                         const Reading& reading, const Standings& standing,
                                         Goal goal, const Cleared& cleared = {});

// The facts of these literals, ascending.
[[nodiscard]] std::vector<int> facts_in(const Compiled& compiled, const Bits& literals);

}  // namespace limber
