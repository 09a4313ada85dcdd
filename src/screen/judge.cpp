#include "screen/judge.h"

#include <algorithm>

#include "body/names.h"
#include "screen/open.h"

namespace limber {
namespace {

Level count_of(const Rule& rule, const Formula& formula, const Bits& sure, const Bits& possible,
               bool covered) {
  if (formula.holds(sure)) return counted(rule, true, covered);
  return formula.holds(possible) ? counted(rule, false, covered) : Level::go;
}

Allowed allowed_of(const Knowledge& knowledge, const std::vector<std::size_t>& conditions,
                   std::size_t technique) {
  Allowed allowed;
  allowed.technique = knowledge.techniques[technique].id;
  for (const std::size_t index : conditions) {
    const Condition& condition = knowledge.conditions[index];
    const Modification& cell = condition.row[technique];
    if (cell.permission == Permission::ok) continue;
    allowed.permission = std::max(allowed.permission, cell.permission);
    allowed.dose_factor = std::min(allowed.dose_factor, cell.dose_factor);
    allowed.range_factor = std::min(allowed.range_factor, cell.range_factor);
    allowed.conditions.push_back(condition.id);
  }
  return allowed;
}

}  // namespace

Level counted(const Rule& rule, bool sure, bool covered) {
  const Level level = sure ? rule.level : one_below(rule.level);
  const bool lowered = covered && rule.clearable && rule.level == Level::see_professional_first;
  return lowered ? std::min(level, Level::gentle_with_modifications) : level;
}

Cleared covered_rules(const Knowledge& knowledge, const Clearance& clearance) {
  Cleared covered(knowledge.rules.size());
  for (std::size_t i = 0; i < covered.size(); ++i) {
    const auto& ids = clearance.rules;
    covered[i] =
        ids.empty() || std::find(ids.begin(), ids.end(), knowledge.rules[i].id) != ids.end();
  }
  return covered;
}

Standings standings(const Knowledge& knowledge, const Compiled& compiled, const Reading& reading,
                    const Cleared& cleared) {
  Standings all;
  all.rules.resize(knowledge.rules.size());
  const Bits doubtful = reading.sure | reading.doubt;
  const Bits at_best = reading.sure | reading.open;
  const Bits anything = doubtful | reading.open;
  for (std::size_t i = 0; i < all.rules.size(); ++i) {
    const Rule& rule = knowledge.rules[i];
    const Formula& formula = compiled.rules[i];
    const bool covered = i < cleared.size() && cleared[i];
    Standing& standing = all.rules[i];
    standing.sure = formula.holds(reading.sure);
    standing.by_doubt = !standing.sure && formula.holds(doubtful);
    standing.now = count_of(rule, formula, reading.sure, doubtful, covered);
    standing.could = count_of(rule, formula, at_best, anything, covered);
    const bool holds = standing.sure || standing.by_doubt;
    standing.cleared = holds && standing.now < counted(rule, standing.sure, false);
    all.established = std::max(all.established, standing.now);
    all.ceiling = std::max(all.ceiling, standing.could);
  }
  return all;
}

Verdict judge(const Knowledge& knowledge, const Compiled& compiled, const Sheet& sheet,
              const Cleared& cleared) {
  const Reading reading = compiled.read(sheet);
  const Standings standing = standings(knowledge, compiled, reading, cleared);
  Verdict verdict;

  const OpenLiterals open =
      open_literals(knowledge, compiled, reading, standing, Goal::level, cleared);
  for (const int fact : facts_in(compiled, open.all())) {
    verdict.undecided.push_back(knowledge.facts[static_cast<std::size_t>(fact)].id);
  }
  verdict.complete = verdict.undecided.empty();

  // Unasked is read like unsure: as if every open literal were in doubt.
  verdict.level = standing.established;
  if (!verdict.complete) {
    const Reading pessimist{reading.sure, reading.doubt | reading.open, {}};
    verdict.level = standings(knowledge, compiled, pessimist, cleared).established;
  }
  verdict.plan_allowed = verdict.complete && verdict.level < Level::see_professional_first;

  for (const Level level :
       {Level::emergency_now, Level::urgent_same_day, Level::see_professional_first,
        Level::gentle_with_modifications, Level::go}) {
    for (std::size_t i = 0; i < knowledge.rules.size(); ++i) {
      const Standing& rule = standing.rules[i];
      if ((rule.sure || rule.by_doubt) && rule.now == level) {
        verdict.fired.push_back({knowledge.rules[i].id, level, rule.by_doubt, rule.cleared});
      }
    }
  }

  const Bits possible = reading.sure | reading.doubt;
  std::vector<std::size_t> conditions;
  for (std::size_t i = 0; i < knowledge.conditions.size(); ++i) {
    if (!compiled.conditions[i].holds(possible)) continue;
    conditions.push_back(i);
    verdict.conditions.push_back(knowledge.conditions[i].id);
  }
  for (std::size_t t = 0; t < knowledge.techniques.size(); ++t) {
    verdict.techniques.push_back(allowed_of(knowledge, conditions, t));
  }
  return verdict;
}

}  // namespace limber
