// The gas pocket after a pop: carbon dioxide, oxygen and nitrogen going back into solution
// (layer L3; docs/physics.md 5). Quasi-steady plus transient diffusion from a sphere into fluid
// held at tissue tensions. Time runs as s = sqrt(t), which takes the 1/sqrt(t) of the transient
// out of the equations. What has dissolved is counted beside what remains.
#pragma once

#include <limber/joint.h>

#include "joint/slope.h"

#include <cmath>
#include <numbers>

namespace limber {

struct Refractory {
  static constexpr int kSize = 6;  // mol left of CO2, O2, N2; then mol dissolved of each
  static constexpr double kGasConstant = 8.31446261815324;

  struct Gas {
    double share, solubility, diffusion, tissue;
    double stirred;  // what perfusion carries away, mol/s/Pa
  };

  explicit Refractory(const JointParameters& parameters);

  std::array<double, kSize> start() const;
  double total(const State<kSize>& y) const { return y[0] + y[1] + y[2]; }

  // The radius at which `moles` fill the sphere under the joint's pressure and surface tension:
  // P R^3 + 2 sigma R^2 = 3 N Rg T / 4 pi, by Newton from above (monotone, so it cannot miss).
  template <class T>
  T radius(const T& moles) const {
    using same::pow;
    const T content = moles * (3 * rt_ / (4 * std::numbers::pi));
    T r = pow(content / pressure_, 1.0 / 3);
    for (int i = 0; i < 50; ++i) {
      const T slope = r * (3 * pressure_ * r + 4 * tension_);
      const T step = (r * r * (pressure_ * r + 2 * tension_) - content) / slope;
      r = r - step;
      if (!(std::abs(value_of(step)) > 1e-16 * value_of(r))) break;
    }
    return r;
  }
  double volume(const State<kSize>& y) const {
    const double r = radius(total(y));
    return 4.0 / 3 * std::numbers::pi * r * r * r;
  }

  template <class T>
  void slope(const T& s, const std::array<T, kSize>& y, std::array<T, kSize>& dy) const {
    const T moles = y[0] + y[1] + y[2];
    const T r = radius(moles);
    const T dry = pressure_ + 2 * tension_ / r;
    const T area = exchange_ * 4 * std::numbers::pi * r * r;
    for (int k = 0; k < 3; ++k) {
      const Gas& gas = gases_[k];
      const T excess = dry * y[k] / moles - gas.tissue;
      const T out = area * gas.diffusion * gas.solubility *
                        (2 * s / r + 2 / std::sqrt(std::numbers::pi * gas.diffusion)) +
                    2 * s * gas.stirred;
      dy[k] = -out * excess;
      dy[k + 3] = out * excess;
    }
  }
  bool possible(const State<kSize>& y) const { return y[0] > 0 && y[1] > 0 && y[2] > 0; }
  // Far below the first breath of gas; a state near zero needs no more than this.
  State<kSize> scale() const;

 private:
  std::array<Gas, 3> gases_;
  double pressure_, tension_, rt_, exchange_, start_volume_;
};

}  // namespace limber
