// One Taylor step of the Keller-Miksis equation, all lanes at once, in stretched time.
//
// With tau = f t, x = R/R_E, v = dx/dtau and x^2 g = E - c2 F - c3 X - C4 p - c5 F sin(2 pi tau)
// the equation of the literature is the balance of momentum
//     d/dtau [ x v - C9 (x v^2 / 2 + x g) ] = g - v^2 / 2 .
// A new time s with dtau = x^2 ds slows down in the collapse, where the plain one would need tiny
// steps, and makes everything a product of series. With X = sqrt(2 pi) x, F = X^2, E = C0 x^kappa
// (kappa = 2 - 3 gamma), p = x v = d(ln x)/ds and ' = d/ds:
//     X' = p X,  E' = kappa p E,  sin' = F cos,  cos' = -F sin,  tau' = F / 2 pi
//     M' = x^2 g - p^2 / 2,   p = M + W,   X W = c9 (p^2 / 2 + x^2 g)
// No division and no power inside; coefficient m follows from those below it by six convolutions.
//
// Invariants: (1) before order m, every series is known up to m - 1; (2) the last line is linear in
// p_m, its factor X_0 - c9 (p_0 - C4) is inverted once per step; (3) X, E, sin and cos start each
// step from ln x and tau, so products never drift from their definitions.
#pragma once

#include <utility>

#include "joint/ensemble_km_vector.h"

namespace limber {
namespace {

// Order 16 is where the work per cycle has its (flat) minimum at a tolerance of 1e-10.
inline constexpr int order = 16;

template <int L>
struct TaylorStep {
  using T = Lanes<L>;

  // The state: set by the caller for the first step, moved on by advance().
  T log_x, p0, tau;
  // The equation.
  T gas, exponent, ambient, tension, viscous, sound, mach;
  // The step: its length in s, and what it adds to log_x and tau; p at its end.
  T h, log_x_gain, tau_gain, p_end;
  // The series; p[0] is p0.
  T p[order + 1], F[order + 1];
  T X[order + 1], E[order + 1], W[order + 1], sine[order + 1], cosine[order + 1];

  // Sums that the next order takes over from the last one.
  struct Running {
    T inverse, w_gain, w_momentum, p_plus;  // of the linear equation for p_m
    T Xp, Ep, F_sine, F_cosine;             // convolutions at order m - 1
    T momentum;                             // m M_m
    T radius;                               // x at the start
  };

  LIMBER_INLINE Running begin() {
    Running u;
    p[0] = p0;
    u.radius = exponential(log_x);
    E[0] = gas * exponential(exponent * log_x);
    X[0] = u.radius * 2.506628274631000502416;
    F[0] = X[0] * X[0];
    sine_cosine_of_turns(tau, sine[0], cosine[0]);
    const T p_minus = p0 - viscous;
    u.p_plus = p0 + viscous;
    u.inverse = 1.0 / (X[0] - mach * p_minus);
    u.w_gain = mach * u.inverse;
    u.w_momentum = u.w_gain * p_minus;
    u.Xp = X[0] * p0;
    u.Ep = E[0] * p0;
    u.F_sine = F[0] * sine[0];
    u.F_cosine = F[0] * cosine[0];
    const T known = E[0] - ambient * F[0] - tension * X[0] - sound * u.F_sine;
    const T half_square = p0 * p0 * 0.5;
    W[0] = mach * (half_square + known - viscous * p0) / X[0];
    u.momentum = known - half_square - viscous * p0;
    return u;
  }

  // Terms j = 1..m-1 of the convolutions at order m.
  template <int m, int j>
  LIMBER_INLINE void term(Running& u, T& WX, T& XX, T& pp) {
    WX = WX + X[j] * W[m - j];
    u.Xp = u.Xp + X[j] * p[m - j];
    u.Ep = u.Ep + E[j] * p[m - j];
    u.F_sine = u.F_sine + F[j] * sine[m - j];
    u.F_cosine = u.F_cosine + F[j] * cosine[m - j];
    if constexpr (2 * j < m) {  // the squares are symmetric: half the terms
      XX = XX + X[j] * X[m - j];
      pp = pp + p[j] * p[m - j];
    } else if constexpr (2 * j == m) {
      XX = XX + X[j] * X[j] * 0.5;
      pp = pp + p[j] * p[j] * 0.5;
    }
  }
  template <int m, int... i>
  LIMBER_INLINE void terms(Running& u, T& WX, T& XX, T& pp, std::integer_sequence<int, i...>) {
    (term<m, i + 1>(u, WX, XX, pp), ...);
  }

  template <int m>
  LIMBER_INLINE void advance_order(Running& u) {
    constexpr double r = 1.0 / m;
    const T x = u.Xp * r, e = u.Ep * (exponent * r);
    const T s = u.F_cosine * r, c = u.F_sine * -r, M = u.momentum * r;
    X[m] = x;
    E[m] = e;
    sine[m] = s;
    cosine[m] = c;
    T WX = x * W[0], XX = X[0] * x, pp = T::all(0);
    u.Xp = x * p[0];
    u.Ep = e * p[0];
    u.F_sine = F[0] * s;
    u.F_cosine = F[0] * c;
    terms<m>(u, WX, XX, pp, std::make_integer_sequence<int, m - 1>{});
    const T f = XX + XX;
    F[m] = f;
    u.F_sine = u.F_sine + f * sine[0];
    u.F_cosine = u.F_cosine + f * cosine[0];
    const T known = e - ambient * f - tension * x - sound * u.F_sine;
    const T w = u.w_gain * (known + pp) + u.w_momentum * M - u.inverse * WX;
    const T pm = M + w;
    W[m] = w;
    p[m] = pm;
    u.Xp = u.Xp + X[0] * pm;
    u.Ep = u.Ep + E[0] * pm;
    u.momentum = known - pp - u.p_plus * pm;
  }

  // The longest step whose last two terms stay below the tolerance (Jorba and Zou), in both x and
  // v, relative to 1 + |x| and 1 + |v|; never more than about half a cycle.
  LIMBER_INLINE void choose_step(const Running& u, double log2_tolerance) {
    constexpr double n = order;
    const T v_weight = 1.0 / (u.radius + magnitude(p0));
    const T x_weight = u.radius / (u.radius + 1.0);
    const T a = magnitude(p[order - 2]), b = magnitude(p[order - 1]), c = magnitude(p[order]);
    constexpr double tiny = 1e-290;  // keeps the logarithm finite in a bubble at rest
    const T last = larger(c * v_weight, b * x_weight * (1 / n)) + tiny;
    const T before = larger(b * v_weight, a * x_weight * (1 / (n - 1))) + tiny;
    const T log2_h = smaller((log2_tolerance - rough_log2(last)) * (1 / n),
                             (log2_tolerance - rough_log2(before)) * (1 / (n - 1)));
    h = smaller(rough_exp2(log2_h), 3.0 / F[0]);
  }

  template <int k>
  LIMBER_INLINE void horner(T& value, T& integral, T& time) const {
    value = value * h + p[k];
    integral = integral * h + p[k] * (1.0 / (k + 1));
    if constexpr (k < order - 1) time = time * h + F[k] * (1.0 / (k + 1));
  }
  template <int... i>
  LIMBER_INLINE void sum(std::integer_sequence<int, i...>) {
    T value = p[order], integral = p[order] * (1.0 / (order + 1));
    T time = F[order - 1] * (1.0 / order);
    (horner<order - 1 - i>(value, integral, time), ...);
    p_end = value;
    log_x_gain = integral * h;
    tau_gain = time * h * 0.15915494309189533577;
  }

  template <int... i>
  LIMBER_INLINE void orders(Running& u, std::integer_sequence<int, i...>) {
    (advance_order<i + 1>(u), ...);
  }

  // Fills the series and the step from the state; the state itself stays.
  LIMBER_INLINE void step(double log2_tolerance) {
    Running u = begin();
    orders(u, std::make_integer_sequence<int, order>{});
    choose_step(u, log2_tolerance);
    sum(std::make_integer_sequence<int, order>{});
  }
};

}  // namespace
}  // namespace limber
