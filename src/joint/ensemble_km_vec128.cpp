// The kernel for two lanes: SSE2 on any x86-64, NEON on ARM, SIMD in WebAssembly.
#include "joint/ensemble_km_lanes.h"

namespace limber {

void km_lanes_vec128(const KmTask& task, KmFeed& feed) {
  Ensemble<2>(task, feed).run();
}

}  // namespace limber
