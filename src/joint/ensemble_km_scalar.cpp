// The kernel without SIMD: one bubble at a time; the yardstick and the last resort.
#include "joint/ensemble_km_lanes.h"

namespace limber {

void km_lanes_scalar(const KmTask& task, KmFeed& feed) {
  Ensemble<1>(task, feed).run();
}

}  // namespace limber
