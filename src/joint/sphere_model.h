// A spherical bubble in an incompressible liquid whose far pressure changes with time
// (Rayleigh 1917, Plesset 1949): the literature's picture of the pop (layer L1), and the ground on
// which the solvers are tested, since its limits have exact answers.
#pragma once

#include "joint/slope.h"

#include <cmath>

namespace limber {

// Far: template <class T> T operator()(const T& t), the pressure far away, in Pa.
template <class Far>
struct Sphere {
  static constexpr int kSize = 2;  // R, U = R'
  double density, surface_tension, viscosity, vapour;
  double gas_pressure, gas_radius, exponent;  // p_gas = gas_pressure (gas_radius / R)^(3 exponent)
  State<2> noise;
  Far far;

  template <class T>
  void slope(const T& t, const std::array<T, 2>& y, std::array<T, 2>& dy) const {
    using same::pow;
    const auto& [r, u] = y;
    const T gas = gas_pressure * pow(gas_radius / r, 3 * exponent);
    const T wall = gas + vapour - far(t) - 2 * surface_tension / r - 4 * viscosity * u / r;
    dy[0] = u;
    dy[1] = (wall / density - 1.5 * u * u) / r;
  }
  bool possible(const State<2>& y) const { return y[0] > 0; }
  State<2> scale() const { return noise; }
};

// V'' = 4 pi (R^2 R'' + 2 R R'^2).
template <class T>
T volume_acceleration(const T& r, const T& u, const T& du) {
  return 4 * 3.141592653589793 * (r * r * du + 2.0 * r * u * u);
}

}  // namespace limber
