// The doses of a technique as one ladder: every rung is a little more than the one below, rung 0
// is the start, the top rung is the most that is ever asked for.
//
// Only one thing grows from rung to rung: repetitions and hold in turn, and only when both are at
// their most, one more set (with fewer repetitions at first, never fewer in all). Three things
// growing at once would double the work in a week.
#pragma once

#include <limber/types.h>

#include "knowledge/knowledge.h"

namespace limber {

[[nodiscard]] int top_rung(const Technique& technique);

// `rung` is cut to 0..top_rung. `factor` (above 0, at most 1) multiplies repetitions and hold,
// rounded down, and leaves at least one repetition and one second.
[[nodiscard]] Dose dose_at(const Technique& technique, int rung, double factor);

}  // namespace limber
