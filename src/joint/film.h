// The joint pulled by a force: two discs, the film of synovial fluid between them, the capsule at
// the margin and, after inception, a flat cavity in the middle (layer L2; docs/physics.md 4).
//
// Depth-averaged momentum of a thin film with a parabolic profile, integrated over the radius in
// closed form: from 0 to a before the pop, from the cavity's edge b to a after it. All SI.
#pragma once

#include <limber/joint.h>

#include "joint/slope.h"

#include <numbers>

namespace limber {

inline constexpr double kPi = std::numbers::pi;

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
      : p(parameters), area(kPi * p.radius * p.radius), per_capsule(1 / p.capsule), pull(force) {}

  template <class T>
  T capsule_force(const T& h, const T& w) const {
    const T x = h - p.film;
    const T spring = p.stiffness * x;
    if (value_of(x) < 0) return spring - p.stiffening * x * x + p.damping * w + kContact * x;
    return spring + p.stiffening * x * x + p.damping * w;
  }
  // Fluid replaced at the margin; zero unless the inflow hypothesis is switched on.
  template <class T>
  T inflow(const T& drawn) const {
    return (p.inflow * per_capsule) * drawn;
  }
  static constexpr double kContact = 1e7;  // N/m: cartilage against cartilage

  const JointParameters& p;
  double area, per_capsule;
  Pull pull;
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
            (0.25 * p.density * a2) * per_h, p.ambient - per_capsule * q};
  }
  template <class T>
  void slope(const T& t, const std::array<T, 3>& y, std::array<T, 3>& dy) const {
    const auto& [h, w, q] = y;
    const Film<T> f = film(y);
    dy[0] = w;
    dy[1] = (pull(t) - capsule_force(h, w) - area * ((p.ambient - f.edge) + 0.5 * f.viscous)) /
            (p.mass + 0.5 * area * f.inertia);
    dy[2] = area * w - inflow(q);
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
      : FilmBase(parameters, force),
        face_(p.radius * p.radius),
        widest_(kWidest * kWidest * face_),
        log_gas_(same::log(gas_pressure) + exponent * same::log(gas_volume)),
        exponent_(exponent),
        log_face_(0.5 * same::log(area) + kMargin),
        per_face_(1 / face_),
        per_mass_(1 / p.mass),
        per_density_(1 / p.density) {}

  template <class T>
  T cavity_pressure(const T& v) const {
    using same::log;
    return pressure_at(log(v));
  }

  // The logarithms depend on gap and volume alone, which a solver knows a stage before their
  // rates: no division stands before them, so that a processor can begin early.
  template <class T>
  void slope(const T& t, const std::array<T, 5>& y, std::array<T, 5>& dy) const {
    using same::log;
    const auto& [h, w, v, c, q] = y;
    const T log_v = log(v), per_h = 1 / h;
    T spread = log_face_ + 0.5 * (log(h) - log_v);  // L = ln(a/b) + end correction
    T b2 = v * per_h * (1 / kPi), per_b2 = h * (kPi / v);
    if (value_of(b2) > widest_) {
      b2 = T(widest_);
      per_b2 = T(1 / widest_);
      spread = T(-same::log(kWidest) + kMargin);
    }
    const T d2 = face_ - b2;
    const T edge = p.ambient - per_capsule * q;
    const T wall = pressure_at(log_v) - 2 * p.surface_tension * per_h;
    const T convection =
        1.2 * per_h * (c * (0.5 * c * (per_face_ - per_b2) - w * spread) + 0.375 * w * w * d2);
    const T viscous = 12 * p.viscosity * per_h * per_h * (c * spread - 0.25 * w * d2);
    const T suction = kPi * (b2 * (p.ambient - wall) + d2 * (p.ambient - 0.5 * (edge + wall)));
    dy[0] = w;
    dy[1] = (pull(t) - capsule_force(h, w) - suction) * per_mass_;
    dy[2] = 2 * kPi * c;
    dy[3] =
        ((h * (wall - edge) - viscous) * per_density_ - convection + 0.25 * dy[1] * d2) / spread;
    dy[4] = area * w - dy[2] - inflow(q);
  }
  bool possible(const State<5>& y) const {
    return y[0] > 0 && y[2] > 0 && y[2] < kWidest * kWidest * area * y[0];
  }
  // How much of the disc the cavity covers.
  double cover(const State<5>& y) const { return y[2] / (area * y[0]); }
  State<5> scale() const { return {1e-6, 1e-4, 1e-13, 1e-9, 1e-12}; }
  static constexpr double kWidest = 0.98;  // of the radius; beyond it the annulus is no film

 private:
  template <class T>
  T pressure_at(const T& log_v) const {
    using same::exp;
    return p.vapour + exp(log_gas_ - exponent_ * log_v);
  }
  static constexpr double kMargin = 0.05;  // end correction of the annulus
  double face_, widest_, log_gas_, exponent_, log_face_;
  double per_face_, per_mass_, per_density_;
};

}  // namespace limber
