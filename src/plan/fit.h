// Makes a choice of techniques fit the minutes: every one comes down its own ladder, the highest
// first, until the sum fits; none goes below rung 0, its start dose.
#pragma once

#include <limber/types.h>

#include <cstdint>
#include <vector>

#include "knowledge/knowledge.h"
#include "plan/choose.h"

namespace limber {

struct Chosen {
  int technique = -1;  // index into the knowledge and into the candidates
  int rung = 0;
  bool shortened = false;  // came down the ladder for want of time
};

// The item for one technique at this rung, without reasons.
[[nodiscard]] PlanItem item_for(const Knowledge& knowledge, const Candidate& candidate, int rung);

// How long these take at their start doses.
[[nodiscard]] std::int64_t shortest_ms(const Knowledge& knowledge,
                                       const std::vector<Candidate>& all,
                                       const std::vector<int>& techniques);

// The rung each stands on today, brought down until the whole takes at most `budget_ms`. The
// caller has seen to it that shortest_ms does.
[[nodiscard]] std::vector<Chosen> fit(const Knowledge& knowledge, const std::vector<Candidate>& all,
                                      const std::vector<int>& techniques, std::int64_t budget_ms);

}  // namespace limber
