// Every small mistake an editor could make in a rule: used to show that the proof and the rules'
// own examples have teeth. A mutant that nothing catches is a hole in them.
#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge.h"

namespace limber {

struct Mutant {
  std::string what;  // "stroke_signs: or became and"
  std::size_t rule = 0;
  Rule mutated;
};

// Level raised or lowered by one, and/or swapped, a term dropped, a count or a threshold moved, a
// not removed, a comparison turned round: one change each.
[[nodiscard]] std::vector<Mutant> mutants(const Knowledge& knowledge);

}  // namespace limber
