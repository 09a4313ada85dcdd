#include "body/plan_time.h"

#include <cmath>

namespace limber {

std::int64_t to_ms(double seconds) {
  if (!(seconds > 0) || seconds > 1e9) return 0;
  return std::llround(seconds * 1000);
}

std::int64_t item_ms(const PlanItem& item) {
  const Dose& dose = item.dose;
  const std::int64_t rep = to_ms(dose.out_s) + to_ms(dose.hold_s) + to_ms(dose.back_s);
  return to_ms(item.changeover_s) + rep * dose.reps * dose.sides * dose.sets +
         to_ms(dose.rest_s) * (dose.sets - 1);
}

std::int64_t plan_ms(const Plan& plan) {
  std::int64_t total = 0;
  for (const PlanItem& item : plan.items) total += item_ms(item);
  return total;
}

}  // namespace limber
