// The kernel for AVX2 with FMA, four lanes; cmake/simd.cmake sets the flags.
#if defined(__x86_64__)
#include "joint/ensemble_km_lanes.h"

namespace limber {

void km_lanes_avx2(const KmTask& task, KmFeed& feed) {
  Ensemble<4>(task, feed).run();
}

}  // namespace limber
#endif
