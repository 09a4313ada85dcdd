#include "plan/fit.h"

#include "body/plan_time.h"
#include "plan/ladder.h"

namespace limber {
namespace {

std::int64_t length_ms(const Knowledge& knowledge, const Candidate& candidate, int rung) {
  return item_ms(item_for(knowledge, candidate, rung));
}

}  // namespace

PlanItem item_for(const Knowledge& knowledge, const Candidate& candidate, int rung) {
  const Technique& technique = knowledge.techniques[static_cast<std::size_t>(candidate.technique)];
  PlanItem item;
  item.technique = technique.id;
  item.warm_up = technique.warm_up;
  item.dose = dose_at(technique, rung, candidate.factor);
  item.changeover_s = technique.changeover_s;
  item.breath_in_s = technique.breath_in_s;
  item.breath_out_s = technique.breath_out_s;
  item.steps = technique.steps;
  if (candidate.gate.allowed.permission == Permission::modify) {
    item.range_factor = candidate.gate.allowed.range_factor;
    item.conditions = candidate.gate.allowed.conditions;
  }
  item.seconds = static_cast<double>(item_ms(item)) / 1000;
  return item;
}

std::int64_t shortest_ms(const Knowledge& knowledge, const std::vector<Candidate>& all,
                         const std::vector<int>& techniques) {
  std::int64_t total = 0;
  for (const int index : techniques)
    total += length_ms(knowledge, all[static_cast<std::size_t>(index)], 0);
  return total;
}

std::vector<Chosen> fit(const Knowledge& knowledge, const std::vector<Candidate>& all,
                        const std::vector<int>& techniques, std::int64_t budget_ms) {
  std::vector<Chosen> chosen;
  std::int64_t total = 0;
  for (const int index : techniques) {
    const Candidate& candidate = all[static_cast<std::size_t>(index)];
    chosen.push_back({index, candidate.footing.rung, false});
    total += length_ms(knowledge, candidate, candidate.footing.rung);
  }
  while (total > budget_ms) {
    // The one that stands highest; of equal ones the last, which is the least useful.
    Chosen* highest = nullptr;
    for (Chosen& one : chosen)
      if (one.rung > 0 && (highest == nullptr || one.rung >= highest->rung)) highest = &one;
    if (highest == nullptr) break;
    const Candidate& candidate = all[static_cast<std::size_t>(highest->technique)];
    total -= length_ms(knowledge, candidate, highest->rung);
    --highest->rung;
    highest->shortened = true;
    total += length_ms(knowledge, candidate, highest->rung);
  }
  return chosen;
}

}  // namespace limber
