// The step of many openings for AVX2, four lanes; cmake/simd.cmake sets the flags.
#if defined(__x86_64__)
#include "joint/opening_lanes.h"

namespace limber {

void opening_step_avx2(OpeningBlock& block) {
  opening_step<4>(block);
}

}  // namespace limber
#endif
