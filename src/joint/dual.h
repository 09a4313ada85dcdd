// Numbers that carry their derivatives (forward differentiation, exact to rounding).
//
// A Dual<N> is a value and its N partial derivatives. An equation written once as a template on
// its scalar then gives its Jacobian (for the stiff solver) and its time derivative along a path
// (for the extrema of V'') without a second, hand-derived copy that could disagree.
#pragma once

#include "joint/elementary.h"

#include <array>
#include <cmath>

namespace limber {

template <int N>
struct Dual {
  double value = 0;
  std::array<double, N> part{};

  Dual() = default;
  Dual(double constant) : value(constant) {}  // NOLINT: constants mix freely with duals
  // The i-th variable.
  static Dual variable(double at, int i) {
    Dual x(at);
    x.part[i] = 1;
    return x;
  }
  // f(x) by its value and slope there.
  Dual chain(double f, double slope) const {
    Dual r(f);
    for (int i = 0; i < N; ++i) r.part[i] = slope * part[i];
    return r;
  }
};

template <int N>
Dual<N> operator+(const Dual<N>& a, const Dual<N>& b) {
  Dual<N> r(a.value + b.value);
  for (int i = 0; i < N; ++i) r.part[i] = a.part[i] + b.part[i];
  return r;
}
template <int N>
Dual<N> operator-(const Dual<N>& a, const Dual<N>& b) {
  Dual<N> r(a.value - b.value);
  for (int i = 0; i < N; ++i) r.part[i] = a.part[i] - b.part[i];
  return r;
}
template <int N>
Dual<N> operator*(const Dual<N>& a, const Dual<N>& b) {
  Dual<N> r(a.value * b.value);
  for (int i = 0; i < N; ++i) r.part[i] = a.part[i] * b.value + a.value * b.part[i];
  return r;
}
template <int N>
Dual<N> operator/(const Dual<N>& a, const Dual<N>& b) {
  const double q = a.value / b.value;
  Dual<N> r(q);
  for (int i = 0; i < N; ++i) r.part[i] = (a.part[i] - q * b.part[i]) / b.value;
  return r;
}
template <int N>
Dual<N> operator-(const Dual<N>& a) {
  return a.chain(-a.value, -1);
}
template <int N>
Dual<N> operator+(const Dual<N>& a, double b) {
  return a.chain(a.value + b, 1);
}
template <int N>
Dual<N> operator+(double a, const Dual<N>& b) {
  return b.chain(a + b.value, 1);
}
template <int N>
Dual<N> operator-(const Dual<N>& a, double b) {
  return a.chain(a.value - b, 1);
}
template <int N>
Dual<N> operator-(double a, const Dual<N>& b) {
  return b.chain(a - b.value, -1);
}
template <int N>
Dual<N> operator*(double a, const Dual<N>& b) {
  return b.chain(a * b.value, a);
}
template <int N>
Dual<N> operator*(const Dual<N>& a, double b) {
  return a.chain(a.value * b, b);
}
template <int N>
Dual<N> operator/(const Dual<N>& a, double b) {
  return a.chain(a.value / b, 1 / b);
}
template <int N>
Dual<N> operator/(double a, const Dual<N>& b) {
  const double q = a / b.value;
  return b.chain(q, -q / b.value);
}

template <int N>
Dual<N> sqrt(const Dual<N>& x) {
  const double root = std::sqrt(x.value);
  return x.chain(root, 0.5 / root);
}
template <int N>
Dual<N> log(const Dual<N>& x) {
  return x.chain(same::log(x.value), 1 / x.value);
}
template <int N>
Dual<N> exp(const Dual<N>& x) {
  const double power = same::exp(x.value);
  return x.chain(power, power);
}
template <int N>
Dual<N> pow(const Dual<N>& x, double exponent) {
  const double power = same::pow(x.value, exponent);
  return x.chain(power, exponent * power / x.value);
}
template <int N>
Dual<N> tanh(const Dual<N>& x) {
  const double t = std::tanh(x.value);
  return x.chain(t, 1 - t * t);
}
template <int N>
Dual<N> sin(const Dual<N>& x) {
  return x.chain(std::sin(x.value), std::cos(x.value));
}
template <int N>
Dual<N> cos(const Dual<N>& x) {
  return x.chain(std::cos(x.value), -std::sin(x.value));
}

template <int N>
bool is_below(const Dual<N>& a, double b) {
  return a.value < b;
}
template <int N>
Dual<N> choose(bool first, const Dual<N>& a, const Dual<N>& b) {
  return first ? a : b;
}

inline double value_of(double x) {
  return x;
}
template <int N>
double value_of(const Dual<N>& x) {
  return x.value;
}

}  // namespace limber
