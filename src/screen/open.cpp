// Invariants
// 1. A term is alive while it lies within sure, doubt and open together; what it still needs is its
//    open part. A fact matters if it is in the smallest open part of some alive term: an alive term
//    whose open part holds that of another adds nothing, because the other settles the rule first.
// 2. "Settles" is meant for the rule as it counts: a term without doubt lifts it to its full level,
//    a term with doubt one below. So terms without doubt are compared only with each other.
#include "screen/open.h"

#include <algorithm>
#include <bit>

namespace limber {
namespace {

Bits without(Bits a, const Bits& b) {
  for (std::size_t i = 0; i < kLiteralWords; ++i) a.word[i] &= ~b.word[i];
  return a;
}

bool is_single(const Bits& bits) {
  int seen = 0;
  for (const std::uint64_t word : bits.word) {
    if ((word & (word - 1)) != 0) return false;
    seen += word != 0 ? 1 : 0;
  }
  return seen == 1;
}

// The open literals that matter for `formula`. `sure_only`: the rule already holds by doubt, or
// doubt does not count, so that only terms without a doubt can change anything. `needs` is scratch,
// kept between rules so that it is allocated once.
Bits wanted_by(const Formula& formula, const Reading& reading, bool sure_only,
               std::vector<Bits>& needs) {
  const Bits reach =
      sure_only ? reading.sure | reading.open : reading.sure | reading.doubt | reading.open;
  if (!formula.could_hold(reach)) return {};
  Bits single;  // needs of one literal; any larger need that holds one of them adds nothing
  needs.clear();
  for (const Bits& term : formula.terms) {
    if (!term.within(reach)) continue;
    const Bits need = without(term & reading.open, reading.sure);
    if (is_single(need)) {
      single = single | need;
    } else if (need.any()) {
      needs.push_back(need);
    }
  }
  Bits wanted = single;
  for (const Bits& need : needs) {
    bool smallest = !(need & single).any();
    for (std::size_t i = 0; i < needs.size() && smallest; ++i) {
      smallest = !needs[i].within(need) || needs[i] == need;
    }
    if (smallest) wanted = wanted | need;
  }
  return wanted;
}

bool is_covered(const Cleared& cleared, std::size_t rule) {
  return rule < cleared.size() && cleared[rule];
}

bool row_matters(const Condition& condition) {
  for (const Modification& cell : condition.row) {
    if (cell.permission != Permission::ok) return true;
  }
  return false;
}

}  // namespace

Bits OpenLiterals::at_least(Level level) const {
  Bits all;
  for (std::size_t i = static_cast<std::size_t>(level); i < towards.size(); ++i) {
    all = all | towards[i];
  }
  return all;
}

OpenLiterals open_literals(const Knowledge& knowledge, const Compiled& compiled,
                           const Reading& reading, const Standings& standing, Goal goal,
                           const Cleared& cleared) {
  const bool care = standing.established >= Level::see_professional_first;
  const bool only_higher = goal == Goal::level && care;
  OpenLiterals open;
  std::vector<Bits> needs;
  for (std::size_t i = 0; i < knowledge.rules.size(); ++i) {
    const Standing& rule = standing.rules[i];
    if (rule.sure) continue;
    for (const bool sure : {true, false}) {
      if (!sure && rule.by_doubt) continue;
      const Level level = counted(knowledge.rules[i], sure, is_covered(cleared, i));
      if (only_higher && level <= standing.established) continue;
      Bits& towards = open.towards[static_cast<std::size_t>(level)];
      towards = towards | wanted_by(compiled.rules[i], reading, sure, needs);
    }
  }
  const Bits possible = reading.sure | reading.doubt;
  for (std::size_t i = 0; i < compiled.conditions.size() && !only_higher; ++i) {
    if (!row_matters(knowledge.conditions[i]) || compiled.conditions[i].holds(possible)) continue;
    open.conditions = open.conditions | wanted_by(compiled.conditions[i], reading, false, needs);
  }
  return open;
}

std::vector<int> facts_in(const Compiled& compiled, const Bits& literals) {
  std::vector<bool> named(compiled.facts.size());
  for (std::size_t w = 0; w < kLiteralWords; ++w) {
    for (std::uint64_t left = literals.word[w]; left != 0; left &= left - 1) {
      const std::size_t bit = w * 64 + static_cast<std::size_t>(std::countr_zero(left));
      named[static_cast<std::size_t>(compiled.literals[bit].fact)] = true;
    }
  }
  std::vector<int> facts;
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (named[i]) facts.push_back(static_cast<int>(i));
  }
  return facts;
}

}  // namespace limber
