// Invariants
// 1. A term is alive while it lies within sure, doubt and open together; what it still needs is its
//    open part. A fact matters if it is in the smallest open part of some alive term: an alive term
//    whose open part holds that of another adds nothing, because the other settles the rule first.
// 2. "Settles" is meant for the rule as it counts: a term without doubt lifts it to its full level,
//    a term with doubt one below. So terms without doubt are compared only with each other.
#include "screen/open.h"

#include <algorithm>
#include <bit>

#include "body/names.h"

namespace limber {
namespace {

Bits without(Bits a, const Bits& b) {
  for (std::size_t i = 0; i < kLiteralWords; ++i) a.word[i] &= ~b.word[i];
  return a;
}

// What a term still needs, and how many literals that is.
struct Need {
  Bits literals;
  int size = 0;
};

// Collects what is wanted; `needs` is kept between rules so that it is allocated once.
struct Wanted {
  Bits literals;
  std::vector<Need> needs;
};

int size_of(const Bits& bits) {
  int size = 0;
  for (const std::uint64_t word : bits.word) size += std::popcount(word);
  return size;
}

// Adds the open literals that matter for `formula`. `sure_only`: the rule already holds by doubt,
// or doubt does not count, so that only terms without a doubt can change anything.
void add_wanted(const Formula& formula, const Reading& reading, bool sure_only, Wanted& wanted) {
  const Bits reach = sure_only ? reading.sure | reading.open
                               : reading.sure | reading.doubt | reading.open;
  Bits single;  // needs of one literal; any larger need that holds one of them adds nothing
  wanted.needs.clear();
  for (const Bits& term : formula.terms) {
    if (!term.within(reach)) continue;
    const Bits need = without(term & reading.open, reading.sure);
    const int size = size_of(need);
    if (size == 1) single = single | need;
    if (size > 1) wanted.needs.push_back({need, size});
  }
  wanted.literals = wanted.literals | single;
  for (const Need& need : wanted.needs) {
    bool smallest = !(need.literals & single).any();
    for (const Need& other : wanted.needs) {
      if (!smallest) break;
      smallest = other.size >= need.size || !other.literals.within(need.literals);
    }
    if (smallest) wanted.literals = wanted.literals | need.literals;
  }
}

// What could still change how a rule counts. With a floor, only what would lift it above the floor.
struct Above {
  bool any = true;         // no floor
  Level floor = Level::go;
  bool operator()(Level level) const { return any || level > floor; }
};

void add_rule(const Rule& rule, const Formula& formula, const Reading& reading,
              const Standing& standing, bool covered, Above above, Wanted& wanted) {
  if (standing.sure) return;
  if (above(counted(rule, true, covered))) add_wanted(formula, reading, true, wanted);
  if (!standing.by_doubt && above(counted(rule, false, covered))) {
    add_wanted(formula, reading, false, wanted);
  }
}

bool is_covered(const Cleared& cleared, std::size_t rule) {
  return rule < cleared.size() && cleared[rule];
}

std::vector<int> facts_in(const Compiled& compiled, const Bits& literals) {
  std::vector<int> facts;
  for (std::size_t w = 0; w < kLiteralWords; ++w) {
    for (std::uint64_t left = literals.word[w]; left != 0; left &= left - 1) {
      const std::size_t bit = w * 64 + static_cast<std::size_t>(std::countr_zero(left));
      facts.push_back(compiled.literals[bit].fact);
    }
  }
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
  return facts;
}

bool row_matters(const Condition& condition) {
  for (const Modification& cell : condition.row) {
    if (cell.permission != Permission::ok) return true;
  }
  return false;
}

}  // namespace

std::vector<int> open_facts(const Knowledge& knowledge, const Compiled& compiled,
                            const Reading& reading, const Standings& standing, Goal goal,
                            const Cleared& cleared) {
  const bool care = standing.established >= Level::see_professional_first;
  const bool only_higher = goal == Goal::level && care;
  const Above above{!only_higher, standing.established};
  Wanted wanted;
  for (std::size_t i = 0; i < knowledge.rules.size(); ++i) {
    add_rule(knowledge.rules[i], compiled.rules[i], reading, standing.rules[i],
             is_covered(cleared, i), above, wanted);
  }
  const Bits possible = reading.sure | reading.doubt;
  for (std::size_t i = 0; i < compiled.conditions.size() && !only_higher; ++i) {
    if (!row_matters(knowledge.conditions[i]) || compiled.conditions[i].holds(possible)) continue;
    add_wanted(compiled.conditions[i], reading, false, wanted);
  }
  return facts_in(compiled, wanted.literals);
}

std::vector<int> facts_towards(const Knowledge& knowledge, const Compiled& compiled,
                               const Reading& reading, const Standings& standing, Level level,
                               const Cleared& cleared) {
  Wanted wanted;
  for (std::size_t i = 0; i < knowledge.rules.size(); ++i) {
    if (standing.rules[i].could < level) continue;
    add_rule(knowledge.rules[i], compiled.rules[i], reading, standing.rules[i],
             is_covered(cleared, i), {false, one_below(level)}, wanted);
  }
  return facts_in(compiled, wanted.literals);
}

}  // namespace limber
