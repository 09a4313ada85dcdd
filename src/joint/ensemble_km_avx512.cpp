// The kernel for AVX-512, eight lanes; cmake/simd.cmake sets the flags.
#if defined(__x86_64__)
#include "joint/ensemble_km_lanes.h"

namespace limber {

void km_lanes_avx512(const KmTask& task, KmFeed& feed) {
  Ensemble<8>(task, feed).run();
}

}  // namespace limber
#endif
