// Eight openings side by side, as the kernels see them: one DOP853 step each, of its own length.
//
// The kernels only compute; which steps are kept, how long the next ones are, what happened within
// them and who comes next is decided outside, lane by lane (pop_lanes.h). A kernel gives each lane
// the bits that ExplicitSolver gives it, whatever the instruction set: nothing is fused.
#pragma once

#include "joint/opening_rates.h"

namespace limber {

inline constexpr int kBlockLanes = 8;

struct OpeningBlock {
  struct Row {
    alignas(64) double at[kBlockLanes];
  };
  OpeningNumbers<Row> numbers;
  Row begin, length, end;  // in; end: begin + length, or the limit that was reached
  Row y0[5], noise[5];     // in; noise: as System::scale
  Row k[16][5];            // k[0] in; the others out
  Row y1[5];               // out
  Row error5, error3;      // out: sums of squares, before `length` and tolerance
};

void opening_step_vec128(OpeningBlock& block);
#if defined(__x86_64__)
void opening_step_avx2(OpeningBlock& block);
void opening_step_avx512(OpeningBlock& block);
#endif

}  // namespace limber
