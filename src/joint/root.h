// Where a function of time crosses zero, and where it comes nearest to it, inside a bracket.
#pragma once

#include <cmath>
#include <utility>

namespace limber {

// Brent's method (1973, ch. 4): f(a) and f(b) have different signs; good to `width` or rounding.
template <class F>
double find_root(F&& f, double a, double b, double fa, double fb, double width) {
  double c = a, fc = fa, step = b - a, previous = step;
  for (int i = 0; i < 200; ++i) {
    if ((fb > 0) == (fc > 0)) {
      c = a;
      fc = fa;
      step = previous = b - a;
    }
    if (std::abs(fc) < std::abs(fb)) {
      a = std::exchange(b, c);
      c = a;
      fa = std::exchange(fb, fc);
      fc = fa;
    }
    const double tolerance = 2e-16 * std::abs(b) + 0.5 * width;
    const double middle = 0.5 * (c - b);
    if (std::abs(middle) <= tolerance || fb == 0) return b;
    if (std::abs(previous) >= tolerance && std::abs(fa) > std::abs(fb)) {
      const double s = fb / fa;
      double p, q;
      if (a == c) {  // secant
        p = 2 * middle * s;
        q = 1 - s;
      } else {  // inverse quadratic
        const double r = fb / fc, v = fa / fc;
        p = s * (2 * middle * v * (v - r) - (b - a) * (r - 1));
        q = (v - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      p = std::abs(p);
      if (2 * p < std::fmin(3 * middle * q - std::abs(tolerance * q), std::abs(previous * q))) {
        previous = step;
        step = p / q;
      } else {
        step = previous = middle;
      }
    } else {
      step = previous = middle;
    }
    a = b;
    fa = fb;
    b += std::abs(step) > tolerance ? step : std::copysign(tolerance, middle);
    fb = f(b);
  }
  return b;
}

// Golden section: the smallest f in [a, b], stopping early once f is negative.
template <class F>
std::pair<double, double> find_dip(F&& f, double a, double b) {
  constexpr double kGolden = 0.3819660112501051;
  double x = a + kGolden * (b - a), y = b - kGolden * (b - a);
  double fx = f(x), fy = f(y);
  for (int i = 0; i < 80 && fx > 0 && fy > 0 && b - a > 1e-15 * std::abs(b); ++i) {
    if (fx < fy) {
      b = std::exchange(y, x);
      fy = fx;
      fx = f(x = a + kGolden * (b - a));
    } else {
      a = std::exchange(x, y);
      fx = fy;
      fy = f(y = b - kGolden * (b - a));
    }
  }
  return fx < fy ? std::pair{x, fx} : std::pair{y, fy};
}

}  // namespace limber
