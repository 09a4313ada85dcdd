// What the Keller-Miksis front (ensemble_km.cpp) and its kernels, one per instruction set, share.
//
// The kernels see coefficients, never physical units, and call the feed for more.
#pragma once

#include <cstdint>

#include "joint/ensemble_km_types.h"

namespace limber {

// The equation in the form the series wants; meaning and derivation in ensemble_km_taylor.h.
struct KmCoefficients {
  double gas = 0;       // C0: gas pressure at rest
  double exponent = 0;  // 2 - 3 gamma
  double ambient = 0;   // C2 / (2 pi)
  double tension = 0;   // C3 / sqrt(2 pi)
  double viscous = 0;   // C4
  double sound = 0;     // C5 / (2 pi)
  double mach = 0;      // C9 sqrt(2 pi)
  double log_x = 0;     // start: ln(R/R_E)
  double p = 0;         // start: x v
};

// Where the lanes get their next bubble; refused points never reach a lane.
class KmFeed {
 public:
  explicit KmFeed(KmQueue& queue) : queue_(queue) {}
  bool next(std::uint64_t& id, KmCoefficients& coefficients);
  void done(std::uint64_t id, const KmResult& result) { queue_.done(id, result); }

 private:
  KmQueue& queue_;
};

void km_lanes_scalar(const KmTask& task, KmFeed& feed);
void km_lanes_vec128(const KmTask& task, KmFeed& feed);
#if defined(__x86_64__)
void km_lanes_avx2(const KmTask& task, KmFeed& feed);
void km_lanes_avx512(const KmTask& task, KmFeed& feed);
#endif

}  // namespace limber
