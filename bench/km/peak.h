// What one core can do at best: a loop of nothing but fused multiply-adds, ten independent chains
// of the widest vectors this file is compiled for.
#pragma once

#include "stopwatch.h"

namespace bench {

#if defined(__AVX512F__)
inline constexpr int peak_lanes = 8;
#elif defined(__AVX__)
inline constexpr int peak_lanes = 4;
#else
inline constexpr int peak_lanes = 2;
#endif

// Floating-point operations per second of processor time, a fused pair counted as two.
inline double peak_flops() {
  using Vector = double __attribute__((vector_size(peak_lanes * 8)));
  constexpr int chains = 10, repeats = 3'000'000;
  Vector sums[chains], factor = Vector{} + 0.999999, term = Vector{} + 1e-9;
  for (int i = 0; i < chains; ++i) sums[i] = Vector{} + i;  // equal chains would be computed once
  double best = 0;
  for (int attempt = 0; attempt < 5; ++attempt) {
    const double start = processor_seconds();
    for (int i = 0; i < repeats; ++i) {
      for (Vector& sum : sums) sum = sum * factor + term;
      asm volatile("" : "+x"(factor));
    }
    const double spent = processor_seconds() - start;
    best = std::max(best, 2.0 * chains * repeats * peak_lanes / spent);
    for (const Vector& sum : sums) asm volatile("" ::"x"(sum));
  }
  return best;
}

}  // namespace bench
