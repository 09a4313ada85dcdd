// The step of many openings for AVX-512, eight lanes; cmake/simd.cmake sets the flags.
#if defined(__x86_64__)
#include "joint/opening_lanes.h"

namespace limber {

void opening_step_avx512(OpeningBlock& block) {
  opening_step<8>(block);
}

}  // namespace limber
#endif
