// The kernel behind opening_block.h. Everything is in an unnamed namespace: each instruction set
// keeps its own copy (see ensemble_km_vector.h).
#pragma once

#include "joint/ensemble_km_vector.h"
#include "joint/opening_block.h"
#include "joint/tableau_dop853.h"
#include "joint/weighted.h"

#include <utility>

namespace limber {
namespace {

template <int L>
LIMBER_INLINE auto is_below(Lanes<L> a, Lanes<L> b) {
  return a.r < b.r;
}
template <int L>
LIMBER_INLINE auto is_below(Lanes<L> a, double b) {
  return a.r < b;
}
template <class Mask, int L>
LIMBER_INLINE Lanes<L> choose(Mask mask, Lanes<L> a, Lanes<L> b) {
  return {mask ? a.r : b.r};
}

// The same steps as same::log and same::exp; not-a-number where a joint can never be.
template <int L>
LIMBER_INLINE Lanes<L> log(Lanes<L> x) {
  const auto shifted = x.bits() - same::kRootHalf;
  // The arithmetic shift of a signed number, by way of an unsigned one.
  const auto k = ((shifted + (std::uint64_t{1} << 63)) >> 52) - 2048;
  const Lanes<L> m = Lanes<L>::from(x.bits() - (k << 52));
  const Lanes<L> e =
      Lanes<L>::from((k + 2048) | 0x4330000000000000ULL) - (4503599627370496.0 + 2048.0);
  const auto sane = (x.r >= 0x1p-1000) & (x.r <= 0x1p1000);
  return choose(sane, same::log_series(m - 1.0, e), Lanes<L>::all(__builtin_nan("")));
}
template <int L>
LIMBER_INLINE Lanes<L> exp(Lanes<L> x) {
  const Lanes<L> shifted = x * same::kPerLn2 + same::kRounder;
  const Lanes<L> y = same::exp_series(x, shifted - same::kRounder);
  const auto sane = (x.r > -700.0) & (x.r < 700.0);
  return choose(sane, Lanes<L>::from(y.bits() + (shifted.bits() << 52)),
                Lanes<L>::all(__builtin_nan("")));
}

template <int L>
class OpeningLanes {
  using Real = Lanes<L>;
  using StateL = std::array<Real, 5>;

 public:
  LIMBER_INLINE OpeningLanes(OpeningBlock& block, int first) : block_(block), first_(first) {
    OpeningNumbers<Real>::pairwise(
        block.numbers, numbers_, [&](const OpeningBlock::Row& from, Real& to) { to = load(from); });
    begin_ = load(block.begin);
    h_ = load(block.length);
    for (int i = 0; i < 5; ++i) {
      y0_[i] = load(block.y0[i]);
      k_[0][i] = load(block.k[0][i]);
    }
  }

  LIMBER_INLINE void step() {
    stages<1>(std::make_integer_sequence<int, dop853::kStages - 1>{});
    static constexpr auto row = dop853::a[dop853::kStages], row5 = dop853::e5,
                          less = dop853::e3_less;
    Real sum5 = Real::all(0), sum3 = Real::all(0);
    StateL y;
    for (int i = 0; i < 5; ++i) {
      const Real step = weighted<row, dop853::kStages, Real>(k_, i);
      y[i] = y0_[i] + h_ * step;
      const Real weight =
          1.0 / (load(block_.noise[i]) + larger(magnitude(y0_[i]), magnitude(y[i])));
      const Real e5 = weighted<row5, dop853::kStages, Real>(k_, i) * weight;
      const Real e3 = (step - weighted<less, dop853::kStages, Real>(k_, i)) * weight;
      sum5 = sum5 + e5 * e5;
      sum3 = sum3 + e3 * e3;
      store(y[i], block_.y1[i]);
    }
    store(sum5, block_.error5);
    store(sum3, block_.error3);
    opening_rates(numbers_, load(block_.end), y, k_[12]);
    stages<13>(std::make_integer_sequence<int, 3>{});
    for (int s = 1; s < dop853::kAllStages; ++s)
      for (int i = 0; i < 5; ++i) store(k_[s][i], block_.k[s][i]);
  }

 private:
  LIMBER_INLINE Real load(const OpeningBlock::Row& row) const {
    Real x;
    __builtin_memcpy(&x, row.at + first_, sizeof x);
    return x;
  }
  LIMBER_INLINE void store(Real x, OpeningBlock::Row& row) const {
    __builtin_memcpy(row.at + first_, &x, sizeof x);
  }
  template <int First, int... S>
  LIMBER_INLINE void stages(std::integer_sequence<int, S...>) {
    (stage<First + S>(), ...);
  }
  template <int S>
  LIMBER_INLINE void stage() {
    static constexpr auto row = dop853::a[S];
    StateL y;
    for (int i = 0; i < 5; ++i) y[i] = y0_[i] + h_ * weighted<row, S, Real>(k_, i);
    constexpr double at = dop853::c[S];
    opening_rates(numbers_, begin_ + at * h_, y, k_[S]);
  }

  OpeningBlock& block_;
  int first_;
  OpeningNumbers<Real> numbers_;
  Real begin_, h_;
  StateL y0_;
  StateL k_[dop853::kAllStages];
};

template <int L>
void opening_step(OpeningBlock& block) {
  for (int first = 0; first < kBlockLanes; first += L) OpeningLanes<L>(block, first).step();
}

}  // namespace
}  // namespace limber
