// Shapes of the use-cases that plan.
#include "app/shapes.h"

namespace limber {
namespace {

constexpr std::string_view kTypes = R"(
/** What was done before; without it the record's. */
export interface History {
  neck_locked?: boolean;
  halve?: boolean;
  techniques?: { technique: string; days: { day: string; easy?: boolean; flare?: boolean }[] }[];
}

export interface Dose {
  sets: number;
  reps: number;
  sides: number;
  out_s: number;
  hold_s: number;
  back_s: number;
  rest_s: number;
}

export interface PlanItem {
  technique: string;
  warm_up: boolean;
  dose: Dose;
  changeover_s: number;
  range_factor: number;
  conditions: string[];
  reasons: string[];
  seconds: number;
  breath_in_s: number;
  breath_out_s: number;
  steps: string[];
}

/** What a session runs with; ids of texts, no words. */
export interface Plan {
  items: PlanItem[];
  excluded: { technique: string; reason: string; conditions: string[] }[];
  total_s: number;
  level: Level;
  knowledge: string;
}

export interface ShownItem {
  technique: string;
  warm_up: boolean;
  name: string;
  position: string;
  target: string;
  why: string[];
  differently: string[];
  seconds: number;
}

export interface ShownPlan {
  plan: Plan;
  items: ShownItem[];
  excluded: { technique: string; name: string; reason: string; why: string; conditions: string[] }[];
  total_s: number;
  verdict: Verdict;
}
)";

constexpr Shape kMethods[] = {
    {"plan", "Sheet & { history?: History }", "ShownPlan"},
    {"swap", "Sheet & { history?: History; plan: Plan; out: string; in: string }", "ShownPlan"},
};

}  // namespace

Shapes plan_shapes() {
  return {kTypes, kMethods};
}

}  // namespace limber
