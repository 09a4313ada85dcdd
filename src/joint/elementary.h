// Logarithm, exponential and power whose every bit is the same on every machine.
//
// C libraries differ in the last bit of these three, and a step control that sits on the edge turns
// that bit into another sequence of steps. These are the argument reductions and polynomials that
// fdlibm made common (Tang 1989 and 1990 for the method), in plain double arithmetic, which IEEE
// 754 fixes: within one unit in the last place for log and exp. Far outside of what a joint can
// need they hand over to the C library.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace limber::same {

inline constexpr double kLn2High = 6.93147180369123816490e-01;
inline constexpr double kLn2Low = 1.90821492927058770002e-10;

inline constexpr double kPerLn2 = 1.44269504088896338700e+00;
inline constexpr std::uint64_t kRootHalf = 0x3fe6a09e667f3bcd;  // bits of sqrt(1/2)
// Adding this rounds a double of magnitude below 2^51 to a whole number, kept in its low bits.
inline constexpr double kRounder = 6755399441055744.0;

// ln(2^e (1 + f)) for 1 + f around 1, for any kind of number.
template <class R>
__attribute__((always_inline)) inline R log_series(const R& f, const R& e) {
  const R s = f / (2.0 + f), z = s * s, w = z * z, half = 0.5 * f * f;
  const R even = w * (3.999999999940941908e-01 +
                      w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const R odd = z * (6.666666666666735130e-01 +
                     w * (2.857142874366239149e-01 +
                          w * (1.818357216161805012e-01 + w * 1.479819860510658591e-01)));
  return e * kLn2High - ((half - (s * (half + even + odd) + e * kLn2Low)) - f);
}

// exp(x - k ln 2) by the series to its 13th power, in pairs so that they overlap.
template <class R>
__attribute__((always_inline)) inline R exp_series(const R& x, const R& k) {
  const R high = x - k * kLn2High, low = k * kLn2Low, r = high - low, r2 = r * r;
  const R a = 1.0 / 2 + r * (1.0 / 6), b = 1.0 / 24 + r * (1.0 / 120);
  const R c = 1.0 / 720 + r * (1.0 / 5040), d = 1.0 / 40320 + r * (1.0 / 362880);
  const R e = 1.0 / 3628800 + r * (1.0 / 39916800);
  const R f = 1.0 / 479001600 + r * (1.0 / 6227020800);
  const R r4 = r2 * r2;
  const R series = (a + r2 * b) + r4 * ((c + r2 * d) + r4 * (e + r2 * f));
  return 1.0 + (high - (low - r2 * series));
}

inline double log(double x) {
  if (!(x >= 0x1p-1000 && x <= 0x1p1000)) return std::log(x);
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const auto k = static_cast<std::int64_t>(bits - kRootHalf) >> 52;
  const double m = std::bit_cast<double>(bits - (static_cast<std::uint64_t>(k) << 52));
  return log_series(m - 1, static_cast<double>(k));
}

inline double exp(double x) {
  if (!(x > -700 && x < 700)) return std::exp(x);
  const double shifted = x * kPerLn2 + kRounder;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(exp_series(x, shifted - kRounder)) +
                               (std::bit_cast<std::uint64_t>(shifted) << 52));
}

// For x > 0; loses |y ln x| units in the last place, which is a handful here.
inline double pow(double x, double y) {
  return y == 1 ? x : exp(y * log(x));
}

}  // namespace limber::same

namespace limber {

// An `if` that a vector of numbers can follow, too.
inline bool is_below(double a, double b) {
  return a < b;
}
inline double choose(bool first, double a, double b) {
  return first ? a : b;
}

}  // namespace limber
