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

inline double exp(double x) {
  if (!(x > -700 && x < 700)) return std::exp(x);
  const double k = std::floor(x * 1.44269504088896338700e+00 + 0.5);
  const double high = x - k * kLn2High, low = k * kLn2Low, r = high - low, t = r * r;
  const double c =
      r - t * (1.66666666666666019037e-01 +
               t * (-2.77777777770155933842e-03 +
                    t * (6.61375632143793436117e-05 +
                         t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  const double y = 1 - ((low - (r * c) / (2 - c)) - high);
  const auto shift = static_cast<std::uint64_t>(static_cast<std::int64_t>(k)) << 52;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(y) + shift);
}

// For x > 0; loses |y ln x| units in the last place, which is a handful here.
inline double pow(double x, double y) {
  return y == 1 ? x : exp(y * log(x));
}

}  // namespace limber::same
