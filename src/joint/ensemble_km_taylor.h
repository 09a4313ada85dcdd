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
  // The series that are the dense output; p[0] is p0.
  T p[order + 1], F[order];

  // What only lives while the series are built: in registers, as far as they go.
  struct Running {
    T X[order + 1], E[order + 1], W[order + 1], sine[order + 1], cosine[order + 1];
    T pk[order + 1], Fk[order + 1];                    // p and F
    T inverse, inverse_W, w_gain, w_momentum, p_plus;  // of the linear equation for p_m
    T per_F, per_x, X_twice;                           // what F_m and x_m do to x^2 g
    T Xp, Ep, F_sine, F_cosine;                        // convolutions at order m - 1
    T momentum;                                        // m M_m
    T radius;                                          // x at the start
  };

  struct Sums {
    T WX, Xp, Ep, F_sine, F_cosine;  // full convolutions
    T XX, pp;                        // half of the squares
  };

  LIMBER_INLINE Running begin() {
    Running u;
    u.pk[0] = p0;
    u.radius = exponential(log_x);
    u.E[0] = gas * exponential(exponent * log_x);
    u.X[0] = u.radius * 2.506628274631000502416;
    u.Fk[0] = u.X[0] * u.X[0];
    sine_cosine_of_turns(tau, u.sine[0], u.cosine[0]);
    p[0] = p0;
    F[0] = u.Fk[0];
    const T p_minus = p0 - viscous;
    u.p_plus = p0 + viscous;
    const T slope = u.X[0] - mach * p_minus;
    const T both = 1.0 / (u.X[0] * slope);
    u.inverse = u.X[0] * both;
    u.w_gain = mach * u.inverse;
    u.w_momentum = u.w_gain * p_minus + 1.0;
    u.Xp = u.X[0] * p0;
    u.Ep = u.E[0] * p0;
    u.F_sine = u.Fk[0] * u.sine[0];
    u.F_cosine = u.Fk[0] * u.cosine[0];
    const T known = u.E[0] - ambient * u.Fk[0] - tension * u.X[0] - sound * u.F_sine;
    const T half_square = p0 * p0 * 0.5;
    u.W[0] = mach * (half_square + known - viscous * p0) * (slope * both);
    u.inverse_W = u.inverse * u.W[0];
    u.momentum = known - half_square - viscous * p0;
    u.X_twice = u.X[0] + u.X[0];
    u.per_F = ambient + sound * u.sine[0];
    u.per_x = tension + u.per_F * u.X_twice;
    return u;
  }

  // The i-th of 1..m-1, from the middle outwards: old coefficients first, so that the sums are
  // nearly complete by the time the newest ones arrive.
  static constexpr int from_middle(int m, int i) {
    return i % 2 == 0 ? m / 2 - i / 2 : m / 2 + (i + 1) / 2;
  }
  static constexpr int outwards(int m, int i) {
    return m % 2 == 0 ? from_middle(m, i) : m - from_middle(m, i);
  }

  // Term j of the convolutions at order m.
  template <int m, int j>
  LIMBER_INLINE void term(Running& u, Sums& sum) {
    if constexpr (j == outwards(m, 0)) {
      sum.WX = u.X[j] * u.W[m - j];
      sum.Xp = u.X[j] * u.pk[m - j];
      sum.Ep = u.E[j] * u.pk[m - j];
      sum.F_sine = u.Fk[j] * u.sine[m - j];
      sum.F_cosine = u.Fk[j] * u.cosine[m - j];
    } else {
      sum.WX = sum.WX + u.X[j] * u.W[m - j];
      sum.Xp = sum.Xp + u.X[j] * u.pk[m - j];
      sum.Ep = sum.Ep + u.E[j] * u.pk[m - j];
      sum.F_sine = sum.F_sine + u.Fk[j] * u.sine[m - j];
      sum.F_cosine = sum.F_cosine + u.Fk[j] * u.cosine[m - j];
    }
    if constexpr (2 * j == m) {  // the squares are symmetric: half the terms
      sum.XX = u.X[j] * u.X[j] * 0.5;
      sum.pp = u.pk[j] * u.pk[j] * 0.5;
    } else if constexpr (m - 2 * j == 1) {
      sum.XX = u.X[j] * u.X[m - j];
      sum.pp = u.pk[j] * u.pk[m - j];
    } else if constexpr (2 * j < m) {
      sum.XX = sum.XX + u.X[j] * u.X[m - j];
      sum.pp = sum.pp + u.pk[j] * u.pk[m - j];
    }
  }
  template <int m, int... i>
  LIMBER_INLINE void terms(Running& u, Sums& sum, std::integer_sequence<int, i...>) {
    (term<m, outwards(m, i)>(u, sum), ...);
  }

  template <int m>
  LIMBER_INLINE void advance_order(Running& u) {
    constexpr double r = 1.0 / m;
    const T x = u.Xp * r, e = u.Ep * (exponent * r);
    const T s = u.F_cosine * r, c = u.F_sine * -r, M = u.momentum * r;
    u.X[m] = x;
    u.E[m] = e;
    u.sine[m] = s;
    u.cosine[m] = c;
    Sums sum = {};
    terms<m>(u, sum, std::make_integer_sequence<int, m - 1>{});
    // Whatever does not hang on the newest x, e and M comes first: the chain from p_{m-1} to p_m
    // is what the processor waits for.
    const T XX = sum.XX + sum.XX;
    const T F_sine = sum.F_sine + u.Fk[0] * s;
    const T early = (sum.pp - sound * F_sine) - u.per_F * XX;
    const T known_pp = (early + e) - u.per_x * x;  // x^2 g without its p_m, plus half of (p^2)_m
    const T rest = u.w_momentum * M - u.inverse * sum.WX;
    const T pm = u.w_gain * known_pp + (rest - u.inverse_W * x);
    u.pk[m] = pm;
    p[m] = pm;
    u.W[m] = pm - M;
    u.momentum = (known_pp - (sum.pp + sum.pp)) - u.p_plus * pm;
    u.Xp = sum.Xp + x * u.pk[0] + u.X[0] * pm;
    u.Ep = sum.Ep + e * u.pk[0] + u.E[0] * pm;
    const T f = XX + u.X_twice * x;
    u.Fk[m] = f;
    if constexpr (m < order) F[m] = f;
    u.F_sine = F_sine + f * u.sine[0];
    u.F_cosine = sum.F_cosine + u.Fk[0] * c + f * u.cosine[0];
  }

  // The longest step that keeps its last two terms within the tolerance (Jorba and Zou), in both x
  // and v, relative to 1 + |x| and 1 + |v|; the terms left out are then about a third of it. Never
  // more than about half a cycle.
  LIMBER_INLINE void choose_step(const Running& u, double log2_tolerance) {
    constexpr double n = order;
    // |v| + 1 and |x| + 1, both times x; one logarithm is cheaper than the two divisions.
    const T v_scale = u.radius + magnitude(p0), x_scale = u.radius + 1.0;
    const T a = magnitude(u.pk[order - 2]), b = magnitude(u.pk[order - 1]);
    const T c = magnitude(u.pk[order]);
    const T x_weight = u.radius * v_scale;
    const T allowed = rough_log2(v_scale * x_scale) + log2_tolerance;
    constexpr double tiny = 1e-290;  // keeps the logarithm finite in a bubble at rest
    const T last = larger(c * x_scale, b * x_weight * (1 / n)) + tiny;
    const T before = larger(b * x_scale, a * x_weight * (1 / (n - 1))) + tiny;
    const T log2_h = smaller((allowed - rough_log2(last)) * (1 / n),
                             (allowed - rough_log2(before)) * (1 / (n - 1)));
    // At most 3 / F_0, with F_0 = 2 pi x^2.
    h = rough_exp2(smaller(log2_h, -1.0665 - log_x * 2.8853900817779268));
  }

  // Even and odd powers apart: half as long a chain of dependent operations.
  template <int k>
  LIMBER_INLINE void horner(const Running& u, T square, T& value, T& integral, T& time) const {
    value = value * square + u.pk[k];
    integral = integral * square + u.pk[k] * (1.0 / (k + 1));
    if constexpr (k < order - 2) time = time * square + u.Fk[k] * (1.0 / (k + 1));
  }
  template <int... i>
  LIMBER_INLINE void sum(const Running& u, std::integer_sequence<int, i...>) {
    const T square = h * h;
    T value[2], integral[2], time[2];
    for (int odd : {0, 1}) {
      const int k = order - odd;
      value[odd] = u.pk[k];
      integral[odd] = u.pk[k] * (1.0 / (k + 1));
      time[odd] = u.Fk[order - 2 + odd] * (1.0 / (order - 1 + odd));
    }
    (horner<order - 2 - i>(u, square, value[i % 2], integral[i % 2], time[i % 2]), ...);
    p_end = value[0] + h * value[1];
    log_x_gain = (integral[0] + h * integral[1]) * h;
    tau_gain = (time[0] + h * time[1]) * (h * 0.15915494309189533577);
  }

  // How far ln x can get from its start within the step, at most.
  LIMBER_INLINE T reach() const {
    T sum = magnitude(p[order]) * (1.0 / (order + 1));
    for (int k = order - 1; k >= 0; --k) sum = sum * h + magnitude(p[k]) * (1.0 / (k + 1));
    return sum * h;
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
    sum(u, std::make_integer_sequence<int, order - 1>{});
  }
};

}  // namespace
}  // namespace limber
