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

inline double log(double x) {
  if (!(x >= 0x1p-1000 && x <= 0x1p1000)) return std::log(x);
  // x = 2^k m with m around 1.
  const auto bits = std::bit_cast<std::uint64_t>(x);
  constexpr std::uint64_t kRootHalf = 0x3fe6a09e667f3bcd;
  const auto k = static_cast<std::int64_t>(bits - kRootHalf) >> 52;
  const double m = std::bit_cast<double>(bits - (static_cast<std::uint64_t>(k) << 52));
  const double f = m - 1, s = f / (2 + f), z = s * s, w = z * z, half = 0.5 * f * f;
  const double even = w * (3.999999999940941908e-01 +
                           w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double odd = z * (6.666666666666735130e-01 +
                          w * (2.857142874366239149e-01 +
                               w * (1.818357216161805012e-01 + w * 1.479819860510658591e-01)));
  const auto e = static_cast<double>(k);
  return e * kLn2High - ((half - (s * (half + even + odd) + e * kLn2Low)) - f);
}

// Adding this rounds a double of magnitude below 2^51 to a whole number, kept in its low bits.
inline constexpr double kRounder = 6755399441055744.0;

inline double exp(double x) {
  if (!(x > -700 && x < 700)) return std::exp(x);
  // x = k ln 2 + r; the series of r to its 13th power, in pairs so that they overlap.
  const double shifted = x * 1.44269504088896338700e+00 + kRounder, k = shifted - kRounder;
  const double high = x - k * kLn2High, low = k * kLn2Low, r = high - low, r2 = r * r;
  const double a = 1.0 / 2 + r * (1.0 / 6), b = 1.0 / 24 + r * (1.0 / 120);
  const double c = 1.0 / 720 + r * (1.0 / 5040), d = 1.0 / 40320 + r * (1.0 / 362880);
  const double e = 1.0 / 3628800 + r * (1.0 / 39916800);
  const double f = 1.0 / 479001600 + r * (1.0 / 6227020800);
  const double r4 = r2 * r2;
  const double series = (a + r2 * b) + r4 * ((c + r2 * d) + r4 * (e + r2 * f));
  const double y = 1 + (high - (low - r2 * series));
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(y) +
                               (std::bit_cast<std::uint64_t>(shifted) << 52));
}

// For x > 0; loses |y ln x| units in the last place, which is a handful here.
inline double pow(double x, double y) {
  return y == 1 ? x : exp(y * log(x));
}

}  // namespace limber::same
