// Which techniques come into question for these wishes, and how useful each would be today.
//
// Usefulness is a sum of whole points, so that equal inputs give equal plans on every machine:
// helping where it is stiff counts most, then the knowledge's priority, then variety. Of two equal
// ones the earlier in the knowledge wins.
#pragma once

#include <limber/types.h>

#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "plan/gate.h"
#include "plan/history.h"
#include "plan/plan.h"

namespace limber {

struct Candidate {
  int technique = -1;  // index into the knowledge
  Gate gate;
  std::string excluded;  // why it is out; empty while it is in question
  Footing footing;       // where the person stands on its ladder
  int top = 0;           // highest rung of its ladder
  double factor = 1;     // on the dose: conditions, flares, the escalation clock
  bool change = false;   // not done the last time, while others were
  int points = 0;
  [[nodiscard]] bool fits() const { return excluded.empty(); }
};

// One per technique, in the knowledge's order, warm-ups included.
[[nodiscard]] std::vector<Candidate> candidates(const Knowledge& knowledge, const Verdict& verdict,
                                                const Wishes& wishes, const History& history);

// The techniques (not warm-ups) that fit, most useful first. Each pick counts what the ones before
// it already cover, so that two stiff regions both get something.
[[nodiscard]] std::vector<int> by_usefulness(const Knowledge& knowledge, const Wishes& wishes,
                                             const std::vector<Candidate>& all);

}  // namespace limber
