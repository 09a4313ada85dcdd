// The step of many openings for two lanes: SSE2 on any x86-64, NEON on ARM, SIMD in WebAssembly;
// cmake/simd.cmake sets the flags.
#include "joint/opening_lanes.h"

namespace limber {

void opening_step_vec128(OpeningBlock& block) {
  opening_step<2>(block);
}

}  // namespace limber
