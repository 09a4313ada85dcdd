// Lanes of doubles: the compiler's own vector extension behind a few names.
//
// No intrinsics: the same lines become AVX-512, AVX2, SSE2, NEON or WebAssembly SIMD, depending
// only on the flags of the file that includes them. Everything is in an unnamed namespace on
// purpose: each instruction set keeps its own copy, and the linker cannot mix them up.
#pragma once

#include <cstdint>

#define LIMBER_INLINE __attribute__((always_inline)) inline

namespace limber {
namespace {

template <int L>
struct LaneTypes {
  // typedef: g++ 12 drops the attribute from a dependent `using`.
  typedef double Real __attribute__((vector_size(L * 8)));
  typedef std::uint64_t Bits __attribute__((vector_size(L * 8)));
};
template <>
struct LaneTypes<1> {
  using Real = double;
  using Bits = std::uint64_t;
};

template <int L>
struct Lanes {
  using Real = typename LaneTypes<L>::Real;
  using Bits = typename LaneTypes<L>::Bits;
  Real r;

  LIMBER_INLINE static Lanes all(double x) { return Lanes{Real{} + x}; }
  LIMBER_INLINE double get(int lane) const {
    if constexpr (L == 1)
      return r;
    else
      return r[lane];
  }
  LIMBER_INLINE void set(int lane, double x) {
    if constexpr (L == 1)
      r = x;
    else
      r[lane] = x;
  }
  LIMBER_INLINE Bits bits() const {
    if constexpr (L == 1)
      return __builtin_bit_cast(Bits, r);
    else
      return reinterpret_cast<Bits>(r);
  }
  LIMBER_INLINE static Lanes from(Bits b) {
    if constexpr (L == 1)
      return Lanes{__builtin_bit_cast(double, b)};
    else
      return Lanes{reinterpret_cast<Real>(b)};
  }

  friend LIMBER_INLINE Lanes operator+(Lanes a, Lanes b) { return {a.r + b.r}; }
  friend LIMBER_INLINE Lanes operator-(Lanes a, Lanes b) { return {a.r - b.r}; }
  friend LIMBER_INLINE Lanes operator*(Lanes a, Lanes b) { return {a.r * b.r}; }
  friend LIMBER_INLINE Lanes operator/(Lanes a, Lanes b) { return {a.r / b.r}; }
  friend LIMBER_INLINE Lanes operator+(Lanes a, double b) { return {a.r + b}; }
  friend LIMBER_INLINE Lanes operator-(Lanes a, double b) { return {a.r - b}; }
  friend LIMBER_INLINE Lanes operator*(Lanes a, double b) { return {a.r * b}; }
  friend LIMBER_INLINE Lanes operator+(double a, Lanes b) { return {a + b.r}; }
  friend LIMBER_INLINE Lanes operator-(double a, Lanes b) { return {a - b.r}; }
  friend LIMBER_INLINE Lanes operator*(double a, Lanes b) { return {a * b.r}; }
  friend LIMBER_INLINE Lanes operator/(double a, Lanes b) { return {a / b.r}; }
};

// A NaN in `a` gives `b` in both.
template <int L>
LIMBER_INLINE Lanes<L> larger(Lanes<L> a, Lanes<L> b) {
  return {a.r > b.r ? a.r : b.r};
}
template <int L>
LIMBER_INLINE Lanes<L> smaller(Lanes<L> a, Lanes<L> b) {
  return {a.r < b.r ? a.r : b.r};
}

template <int L>
LIMBER_INLINE Lanes<L> magnitude(Lanes<L> a) {
  return Lanes<L>::from(a.bits() & 0x7fffffffffffffffULL);
}

// Per lane a < b as all-ones or zero; combine with &, then ask all_of. A NaN is never below.
template <int L>
LIMBER_INLINE auto below(Lanes<L> a, double b) {
  if constexpr (L == 1)
    return a.r < b ? std::uint64_t(-1) : std::uint64_t{0};
  else
    return a.r < b;
}
template <int L, class Mask>
LIMBER_INLINE bool all_of(Mask mask) {
  if constexpr (L == 1) {
    return mask != 0;
  } else {
    std::int64_t all = -1;
    for (int i = 0; i < L; ++i) all &= static_cast<std::int64_t>(mask[i]);
    return all != 0;
  }
}

template <int L, class Mask>
LIMBER_INLINE bool lane_of(Mask mask, [[maybe_unused]] int lane) {
  if constexpr (L == 1)
    return mask != 0;
  else
    return mask[lane] != 0;
}

// Adding this rounds a double of magnitude below 2^51 to a whole number, kept in its low bits.
inline constexpr double rounder = 6755399441055744.0;

template <int L>
LIMBER_INLINE Lanes<L> rounded(Lanes<L> a) {
  return (a + rounder) - rounder;
}

// exp(y) for |y| < 700, to 2 units in the last place: y = n ln 2 + r, then a series in r.
template <int L>
LIMBER_INLINE Lanes<L> exponential(Lanes<L> y) {
  const Lanes<L> shifted = y * 1.4426950408889634074 + rounder;
  const Lanes<L> n = shifted - rounder;
  const Lanes<L> r = (y - n * 6.93145751953125e-1) - n * 1.42860682030941723212e-6;
  const Lanes<L> r2 = r * r, r4 = r2 * r2;
  const Lanes<L> a = r * (1 / 6.) + 0.5, b = r * (1 / 120.) + 1 / 24.;
  const Lanes<L> c = r * (1 / 5040.) + 1 / 720., d = r * (1 / 362880.) + 1 / 40320.;
  const Lanes<L> e = r * (1 / 39916800.) + 1 / 3628800.;
  const Lanes<L> low = a + b * r2, high = (c + d * r2) + r4 * (e + r2 * (1 / 479001600.));
  const Lanes<L> series = ((low + r4 * high) * r2 + r) + 1.0;
  return Lanes<L>::from(series.bits() + (shifted.bits() << 52));
}

// sin and cos of 2 pi tau for |tau| < 2^49, to 2 units of 1e-16: nearest quarter turn, then the
// Cephes polynomials on +-pi/4.
template <int L>
LIMBER_INLINE void sine_cosine_of_turns(Lanes<L> tau, Lanes<L>& sine, Lanes<L>& cosine) {
  const Lanes<L> shifted = tau * 4.0 + rounder;
  const Lanes<L> x = (tau - (shifted - rounder) * 0.25) * 6.283185307179586476925;
  const Lanes<L> z = x * x;
  Lanes<L> s = z * 1.58962301576546568060e-10 - 2.50507477628578072866e-8;
  s = s * z + 2.75573136213857245213e-6;
  s = s * z - 1.98412698295895385996e-4;
  s = s * z + 8.33333333332211858878e-3;
  s = s * z - 1.66666666666666307295e-1;
  s = s * z * x + x;
  Lanes<L> c = z * -1.13585365213876817300e-11 + 2.08757008419747316778e-9;
  c = c * z - 2.75573141792967388112e-7;
  c = c * z + 2.48015872888517045348e-5;
  c = c * z - 1.38888888888730564116e-3;
  c = c * z + 4.16666666666665929218e-2;
  c = c * z * z + (1.0 - z * 0.5);
  const auto quarter = shifted.bits();
  const auto odd = 0 - (quarter & 1);
  const auto sb = s.bits(), cb = c.bits();
  sine = Lanes<L>::from(((odd & cb) | (~odd & sb)) ^ ((quarter & 2) << 62));
  cosine = Lanes<L>::from(((odd & sb) | (~odd & cb)) ^ (((quarter + 1) & 2) << 62));
}

// log2 and 2^x to four digits: enough to choose a step size by.
template <int L>
LIMBER_INLINE Lanes<L> rough_log2(Lanes<L> x) {
  const auto b = x.bits();
  const Lanes<L> exponent = Lanes<L>::from((b >> 52) | 0x4330000000000000ULL) - 4503599627371519.0;
  const Lanes<L> m = Lanes<L>::from((b & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL) - 1.0;
  Lanes<L> p = m * 0.043928627847900574 - 0.18983244652695438;
  p = p * m + 0.41156148174118186;
  p = p * m - 0.70725341197258484;
  p = p * m + 1.4415925883164329;
  return exponent + (p * m + 1.4186e-5);
}
template <int L>
LIMBER_INLINE Lanes<L> rough_exp2(Lanes<L> x) {
  const Lanes<L> shifted = x + rounder;
  const Lanes<L> r = x - (shifted - rounder);
  Lanes<L> p = r * 0.0096181291 + 0.0555041087;
  p = p * r + 0.240226507;
  p = p * r + 0.693147181;
  p = p * r + 1.0;
  return Lanes<L>::from(p.bits() + (shifted.bits() << 52));
}

}  // namespace
}  // namespace limber
