// What a plan is made from: the verdict on a sheet, the wishes among its answers, and the history,
// from the record where there is one, else as the face hands it over.
#pragma once

#include "app/sheet.h"
#include "plan/history.h"
#include "plan/plan.h"

namespace limber {

struct PlanInput {
  SheetInput sheet;
  Verdict verdict;
  Wishes wishes;
  History history;
};

// Errors: input; refused where the record asks for a professional first; store.
[[nodiscard]] Result<PlanInput> read_plan_input(Core& core, Reader& in);

// Regions, kit, position and minutes out of the answers; what was not said is left open.
[[nodiscard]] Wishes wishes_of(const Knowledge& knowledge, const Sheet& sheet);

}  // namespace limber
