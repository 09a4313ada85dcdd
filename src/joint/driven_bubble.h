// A bubble without walls, driven by sound (Keller and Miksis 1980; the form of docs/physics.md 7,
// in cycles and radii, is the one in which the field compares its solvers).
#pragma once

#include <limber/joint.h>

#include "joint/ensemble_km_vector.h"
#include "joint/slope.h"

#include <cmath>
#include <numbers>

namespace limber {

struct DrivenBubble {
  static constexpr int kSize = 2;  // x = R/R_E, v = dx/d(cycle)
  double gas, gas_rate, still, tension, viscous, drive, drive_rate, mach, exponent;

  explicit DrivenBubble(const KellerMiksisTask& k) : exponent(3 * k.exponent) {
    const double w = 2 * std::numbers::pi * k.frequency;
    const double q = 2 * std::numbers::pi / (k.radius * w), q2 = q * q / k.density;
    const double inside = k.ambient - k.vapour + 2 * k.surface_tension / k.radius;
    gas = inside * q2;
    gas_rate = (1 - exponent) * inside * q / (k.density * k.sound_speed);
    still = (k.ambient - k.vapour) * q2;
    tension = 2 * k.surface_tension * q2 / k.radius;
    viscous = 4 * k.viscosity / (k.density * k.radius * k.radius) * 2 * std::numbers::pi / w;
    drive = k.drive * q2;
    drive_rate = k.radius * w * k.drive * q2 / k.sound_speed;
    mach = k.radius * w / (2 * std::numbers::pi * k.sound_speed);
  }

  // With the ensemble's sine and our own power, whose bits are the same on every machine.
  void slope(double t, const State<2>& y, State<2>& dy) const {
    const auto& [x, v] = y;
    Lanes<1> sine, cosine;
    sine_cosine_of_turns(Lanes<1>{t}, sine, cosine);
    const double per_x = 1 / x, delay = 1 + mach * v;
    const double push = (gas + gas_rate * v) * same::pow(x, -exponent) - still * delay -
                        tension * per_x - viscous * v * per_x - (1.5 - 0.5 * mach * v) * v * v -
                        drive * sine.r * delay - drive_rate * x * cosine.r;
    dy[0] = v;
    dy[1] = push / (x - mach * v * x + viscous * mach);
  }
  bool possible(const State<2>& y) const { return y[0] > 0; }
  State<2> scale() const { return {1, 1}; }
};

}  // namespace limber
