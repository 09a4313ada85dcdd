// How long a plan takes, computed in one place: tempo x repetitions x sides x sets, the rests
// between sets, and the way into position. Whole milliseconds, so that sums are exact and what the
// plan promises is what the session takes.
#pragma once

#include <limber/types.h>

#include <cstdint>

namespace limber {

inline constexpr int kPlanTechniques = 4;         // at most, warm-ups not counted
inline constexpr std::int64_t kPlanMs = 600'000;  // at most, warm-ups and changeovers included

// Rounded to the nearest millisecond; negative and non-finite become 0.
[[nodiscard]] std::int64_t to_ms(double seconds);

[[nodiscard]] std::int64_t item_ms(const PlanItem& item);
[[nodiscard]] std::int64_t plan_ms(const Plan& plan);

}  // namespace limber
