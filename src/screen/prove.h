// Proof over every possible sheet that the rule base keeps its promises.
//
// The rules are turned into one decision diagram straight from their expressions (not from the
// compiled masks that judge() uses; the tests hold the two against each other), and each promise is
// a question to it. Nothing is sampled: the sheets of the five levels are counted exactly and must
// add up to all sheets there are.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"

namespace limber {

struct Property {
  std::string id;       // "emergency_alone", "monotone", ...
  std::string subject;  // the fact, rule or technique it failed for; empty if it holds
  bool holds = true;
  std::size_t checks = 0;   // how many facts, pairs, rules it was asked for
  Example counter_example;  // a sheet that breaks it, every fact named
};

struct Proof {
  bool holds = true;
  std::vector<Property> properties;
  std::string sheets;                    // how many there are, in decimal
  std::array<std::string, 5> per_level;  // how many end in each
  std::string covered;                   // the sum of those: equal to `sheets` when complete
  double fraction = 0;                   // covered / sheets; 1 only if they are equal
  std::size_t nodes = 0;                 // size of the diagram
};

[[nodiscard]] Proof prove(const Knowledge& knowledge);

}  // namespace limber
