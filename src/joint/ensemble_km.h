// Keller-Miksis ensembles: many driven gas bubbles at once, one bubble per SIMD lane.
//
// Each lane carries its own bubble with its own step size and takes the next point the moment its
// own is finished. Steps are Taylor series of order 16 in a stretched time that slows down in the
// collapse (ensemble_km_taylor.h); the series is also the dense output, so the extrema of the
// radius are found where the wall stands still, never read from step points. A result depends on
// its point and the instruction set only: not on the lane, the neighbours, the thread or the rank.
// The kernels differ from each other by rounding only (the test says how little).
#pragma once

#include <limber/result.h>

#include <string_view>

#include "joint/ensemble_km_types.h"

namespace limber {

// The instruction sets a kernel exists for. vec128 is SSE2, NEON or WebAssembly SIMD.
enum class KmIsa : std::uint8_t { scalar, vec128, avx2, avx512 };

[[nodiscard]] std::string_view km_isa_name(KmIsa isa);  // "avx512"
[[nodiscard]] bool km_isa_available(KmIsa isa);         // built in, and this machine has it
[[nodiscard]] KmIsa km_best_isa();                      // the widest available one
[[nodiscard]] int km_lanes(KmIsa isa);                  // bubbles under way at once, per thread

// Says which value of a point or task is out of range, and what the range is.
[[nodiscard]] Result<void> km_check(const KmPoint& point);
[[nodiscard]] Result<void> km_check(const KmTask& task);

// Follows every point the queue hands out and gives each result back to it. A point out of range
// comes back as KmStatus::refused; the call itself fails only for a task out of range or a kernel
// this machine does not have (ErrorKind::usage). For few threads hand out costly points (low
// frequencies) first, so that no lane is left alone with a long one at the end.
[[nodiscard]] Result<void> km_run(const KmTask& task, KmQueue& queue, KmIsa isa = km_best_isa());

// One point on the scalar kernel.
[[nodiscard]] Result<KmResult> km_run_one(const KmTask& task, const KmPoint& point);

// The comparison task of the literature ("KM-46080"; KM-256 has count 256): frequency of point
// index of count, logarithmic from 20 kHz to 1 MHz, everything else as in KmPoint{}.
[[nodiscard]] KmPoint km_benchmark_point(std::uint64_t index, std::uint64_t count);

}  // namespace limber
