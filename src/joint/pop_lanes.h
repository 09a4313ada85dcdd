// Many pops at once: their openings side by side in the lanes of a vector unit, each with its own
// steps; a lane whose pop is over takes the next. Loading, events and sound are followed lane by
// lane by the same code as for one pop, on the same bits: simulate_pops(many)[i] is
// simulate_pop(many[i]) to the last digit, whatever the instruction set, the order or the
// neighbours. Only the counts of right-hand sides differ: a kernel computes all sixteen stages.
#pragma once

#include <limber/joint.h>

#include "joint/ensemble_km.h"

namespace limber {

// KmIsa::scalar: one after the other, without lanes.
[[nodiscard]] std::vector<Result<PopRun>> simulate_pops(std::span<const JointParameters> many,
                                                        const RunOptions& options, KmIsa isa);
// The widest that this machine has; scalar in WebAssembly, where not every browser has SIMD.
[[nodiscard]] KmIsa best_pop_isa();

}  // namespace limber
