// The equations of the joint after inception (docs/physics.md 4), once for every kind of number:
// double, a number with its derivatives, or eight joints in the lanes of a vector unit.
//
// Nothing here knows which: `choose(is_below(a, b), x, y)` stands where an `if` would. What depends
// on the joint alone is worked out beforehand, into OpeningNumbers.
#pragma once

#include "joint/elementary.h"

#include <array>
#include <numbers>

namespace limber {

template <class R>
struct OpeningNumbers {
  R face, widest, log_gas, exponent, log_face, per_face, per_mass, per_density, per_capsule;
  R area, film, stiffness, stiffening, damping, viscosity, surface_tension, vapour, ambient, inflow;
  R pull_from, pull_rate, pull_until, pull_last;
  R per_widest, least_spread;  // 1/b2 and L where the cavity is at its widest

  // each(x of a, x of b) for every number.
  template <class S, class Each>
  static void pairwise(const OpeningNumbers<S>& a, OpeningNumbers& b, Each&& each) {
    each(a.face, b.face), each(a.widest, b.widest), each(a.log_gas, b.log_gas);
    each(a.exponent, b.exponent), each(a.log_face, b.log_face), each(a.per_face, b.per_face);
    each(a.per_mass, b.per_mass), each(a.per_density, b.per_density);
    each(a.per_capsule, b.per_capsule), each(a.area, b.area), each(a.film, b.film);
    each(a.stiffness, b.stiffness), each(a.stiffening, b.stiffening), each(a.damping, b.damping);
    each(a.viscosity, b.viscosity), each(a.surface_tension, b.surface_tension);
    each(a.vapour, b.vapour), each(a.ambient, b.ambient), each(a.inflow, b.inflow);
    each(a.pull_from, b.pull_from), each(a.pull_rate, b.pull_rate);
    each(a.pull_until, b.pull_until), each(a.pull_last, b.pull_last);
    each(a.per_widest, b.per_widest), each(a.least_spread, b.least_spread);
  }
};

namespace opening {

inline constexpr double kPi = std::numbers::pi;
inline constexpr double kWidest = 0.98;  // of the radius; beyond it the annulus is no film
inline constexpr double kMargin = 0.05;  // end correction of the annulus
inline constexpr double kContact = 1e7;  // N/m: cartilage against cartilage

}  // namespace opening

// What the ligaments hold back with.
template <class R, class T>
T capsule_force(const OpeningNumbers<R>& k, const T& h, const T& w) {
  const T x = h - k.film;
  const T spring = k.stiffness * x, bend = k.stiffening * x * x, drag = k.damping * w;
  return choose(is_below(x, 0.0), spring - bend + drag + opening::kContact * x,
                spring + bend + drag);
}

template <class R, class T>
T pull_force(const OpeningNumbers<R>& k, const T& t) {
  return choose(is_below(t, k.pull_until), k.pull_from + k.pull_rate * t, T(k.pull_last));
}

template <class R, class T>
T cavity_pressure(const OpeningNumbers<R>& k, const T& log_v) {
  using same::exp;
  return k.vapour + exp(k.log_gas - k.exponent * log_v);
}

// States: gap h, its rate w, cavity volume V, C = V'/2 pi, fluid drawn in Q.
// The logarithms depend on gap and volume alone, which a solver knows a stage before their rates:
// no division stands before them, so that a processor can begin early.
template <class R, class T>
void opening_rates(const OpeningNumbers<R>& k, const T& t, const std::array<T, 5>& y,
                   std::array<T, 5>& dy) {
  using opening::kPi;
  using same::log;
  const auto& [h, w, v, c, q] = y;
  const T log_v = log(v), per_h = 1.0 / h;
  const T free_b2 = v * per_h * (1 / kPi);
  const auto open = is_below(free_b2, k.widest);
  const T b2 = choose(open, free_b2, T(k.widest));
  const T per_b2 = choose(open, h * (kPi / v), T(k.per_widest));
  // L = ln(a/b) + end correction
  const T spread = choose(open, k.log_face + 0.5 * (log(h) - log_v), T(k.least_spread));
  const T d2 = k.face - b2;
  const T edge = k.ambient - k.per_capsule * q;
  const T wall = cavity_pressure(k, log_v) - 2.0 * k.surface_tension * per_h;
  const T convection =
      1.2 * per_h * (c * (0.5 * c * (k.per_face - per_b2) - w * spread) + 0.375 * w * w * d2);
  const T viscous = 12.0 * k.viscosity * per_h * per_h * (c * spread - 0.25 * w * d2);
  const T suction = kPi * (b2 * (k.ambient - wall) + d2 * (k.ambient - 0.5 * (edge + wall)));
  dy[0] = w;
  dy[1] = (pull_force(k, t) - capsule_force(k, h, w) - suction) * k.per_mass;
  dy[2] = 2 * kPi * c;
  dy[3] = ((h * (wall - edge) - viscous) * k.per_density - convection + 0.25 * dy[1] * d2) / spread;
  dy[4] = k.area * w - dy[2] - k.inflow * q;
}

}  // namespace limber
