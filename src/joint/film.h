// The joint pulled by a force: two discs, the film of synovial fluid between them, the capsule at
// the margin and, after inception, a flat cavity in the middle (layer L2; docs/physics.md 4).
//
// Depth-averaged momentum of a thin film with a parabolic profile, integrated over the radius in
// closed form: from 0 to a before the pop, from the cavity's edge b to a after it. All SI.
#pragma once

#include <limber/joint.h>

#include "joint/opening_rates.h"
#include "joint/slope.h"

namespace limber {

using opening::kPi;

// A force that changes evenly until it stays as it is. `until` is where the equations have a kink.
struct Pull {
  double from = 0, rate = 0, until = 0, last = 0;  // N, N/s, s, N
  template <class T>
  T operator()(const T& t) const {
    return value_of(t) < until ? from + rate * t : T(last);
  }
};
inline Pull pull_of(const JointParameters& p) {
  return {0, p.pull_rate, p.pull_max / p.pull_rate, p.pull_max};
}

// What holds before and after inception: the pull, the ligaments, the fluid drawn in.
struct FilmBase {
  FilmBase(const JointParameters& parameters, const Pull& force)
      : p(parameters), area(kPi * p.radius * p.radius), pull(force) {
    numbers.per_capsule = 1 / p.capsule;
    numbers.area = area;
    numbers.film = p.film;
    numbers.stiffness = p.stiffness;
    numbers.stiffening = p.stiffening;
    numbers.damping = p.damping;
    numbers.viscosity = p.viscosity;
    numbers.surface_tension = p.surface_tension;
    numbers.vapour = p.vapour;
    numbers.ambient = p.ambient;
    numbers.inflow = p.inflow / p.capsule;
    numbers.pull_from = pull.from;
    numbers.pull_rate = pull.rate;
    numbers.pull_until = pull.until;
    numbers.pull_last = pull.last;
  }

  const JointParameters& p;
  double area;
  Pull pull;
  OpeningNumbers<double> numbers{};
};

// Before inception: gap h, its rate w, fluid drawn in from the margin Q.
struct Loading : FilmBase {
  static constexpr int kSize = 3;
  using FilmBase::FilmBase;

  template <class T>
  struct Film {
    T viscous, inertia, edge;  // p_c = edge - viscous - inertia * w'
  };
  template <class T>
  Film<T> film(const std::array<T, 3>& y) const {
    const auto& [h, w, q] = y;
    const double a2 = p.radius * p.radius;
    const T per_h = 1 / h;
    return {a2 * per_h * per_h * w * (3 * p.viscosity * per_h - 0.45 * p.density * w),
            (0.25 * p.density * a2) * per_h, p.ambient - numbers.per_capsule * q};
  }
  template <class T>
  void slope(const T& t, const std::array<T, 3>& y, std::array<T, 3>& dy) const {
    const auto& [h, w, q] = y;
    const Film<T> f = film(y);
    dy[0] = w;
    dy[1] = (pull_force(numbers, t) - capsule_force(numbers, h, w) -
             area * ((p.ambient - f.edge) + 0.5 * f.viscous)) /
            (p.mass + 0.5 * area * f.inertia);
    dy[2] = area * w - numbers.inflow * q;
  }
  double centre_pressure(const State<3>& y, const State<3>& dy) const {
    const Film<double> f = film(y);
    return f.edge - f.viscous - f.inertia * dy[1];
  }
  bool possible(const State<3>& y) const { return y[0] > 0; }
  State<3> scale() const { return {1e-6, 1e-2, 1e-12}; }
};

// After inception: gap h, its rate w, cavity volume V, C = V'/2 pi, fluid drawn in Q.
struct Opening : FilmBase {
  static constexpr int kSize = 5;
  // p_b = vapour + gas_pressure (gas_volume / V)^exponent
  Opening(const JointParameters& parameters, const Pull& force, double gas_pressure,
          double gas_volume, double exponent)
      : FilmBase(parameters, force) {
    using namespace opening;
    numbers.face = p.radius * p.radius;
    numbers.widest = kWidest * kWidest * numbers.face;
    numbers.per_widest = 1 / numbers.widest;
    numbers.least_spread = kMargin - same::log(kWidest);
    numbers.log_gas = same::log(gas_pressure) + exponent * same::log(gas_volume);
    numbers.exponent = exponent;
    numbers.log_face = 0.5 * same::log(area) + kMargin;
    numbers.per_face = 1 / numbers.face;
    numbers.per_mass = 1 / p.mass;
    numbers.per_density = 1 / p.density;
  }

  double cavity_pressure(double v) const { return limber::cavity_pressure(numbers, same::log(v)); }

  template <class T>
  void slope(const T& t, const std::array<T, 5>& y, std::array<T, 5>& dy) const {
    opening_rates(numbers, t, y, dy);
  }
  bool possible(const State<5>& y) const {
    return y[0] > 0 && y[2] > 0 && y[2] < kWidest * kWidest * area * y[0];
  }
  // How much of the disc the cavity covers.
  double cover(const State<5>& y) const { return y[2] / (area * y[0]); }
  State<5> scale() const { return {1e-6, 1e-4, 1e-13, 1e-9, 1e-12}; }
  static constexpr double kWidest = opening::kWidest;
};

}  // namespace limber
