#include "joint/ensemble_km_taylor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limber {
namespace {

// Made-up coefficients of the equation as the literature writes it (dimensionless, gamma 1.4).
struct Equation {
  double C0 = 21.3, C2 = 18.7, C3 = 2.9, C4 = 0.31, C5 = 30.1, C9 = 0.00095;

  // dv/dtau = N / D.
  double acceleration(double tau, double x, double v) const {
    constexpr double turn = 2 * std::numbers::pi;
    const double C1 = (1 - 3 * 1.4) * C9 * C0, C7 = turn * C9 * C5;
    const double N = (C0 + C1 * v) * std::pow(x, -4.2) - C2 * (1 + C9 * v) - C3 / x - C4 * v / x -
                     1.5 * (1 - C9 * v / 3) * v * v - C5 * std::sin(turn * tau) * (1 + C9 * v) -
                     C7 * x * std::cos(turn * tau);
    return N / (x - C9 * x * v + C4 * C9);
  }

  TaylorStep<1> at(double tau, double x, double v) const {
    constexpr double turn = 2 * std::numbers::pi;
    const auto one = [](double value) { return Lanes<1>::all(value); };
    TaylorStep<1> step{};
    step.gas = one(C0);
    step.exponent = one(2 - 3 * 1.4);
    step.ambient = one(C2 / turn);
    step.tension = one(C3 / std::sqrt(turn));
    step.viscous = one(C4);
    step.sound = one(C5 / turn);
    step.mach = one(C9 * std::sqrt(turn));
    step.log_x = one(std::log(x));
    step.p0 = one(x * v);
    step.tau = one(tau);
    return step;
  }
};

double goal(double tolerance) {
  return std::log2(tolerance);
}

// The first coefficient against the equation as published: dp/ds = x^2 (v^2 + x dv/dtau).
TEST(EnsembleKmTaylor, StartsWithThePublishedAcceleration) {
  const Equation equation;
  for (const double x : {0.12, 0.9, 3.7})
    for (const double v : {-40.0, 0.0, 3.0})
      for (const double tau : {0.0, 0.31, 0.77}) {
        TaylorStep<1> step = equation.at(tau, x, v);
        step.step(goal(1e-10));
        const double expected = x * x * (v * v + x * equation.acceleration(tau, x, v));
        EXPECT_NEAR(step.p[1].r / expected, 1, 1e-12) << x << " " << v << " " << tau;
      }
}

// Classical Runge-Kutta with tiny steps knows nothing of series or stretched time.
TEST(EnsembleKmTaylor, EndsWhereAnIndependentIntegratorEnds) {
  const Equation equation;
  TaylorStep<1> step = equation.at(0.2, 1.3, -2.0);
  step.step(goal(1e-12));
  double x = 1.3, v = -2.0, tau = 0.2;
  const int n = 2000;
  const double d = step.tau_gain.r / n;
  for (int i = 0; i < n; ++i, tau += d) {
    const double v1 = v, a1 = equation.acceleration(tau, x, v1);
    const double v2 = v + d / 2 * a1, a2 = equation.acceleration(tau + d / 2, x + d / 2 * v1, v2);
    const double v3 = v + d / 2 * a2, a3 = equation.acceleration(tau + d / 2, x + d / 2 * v2, v3);
    const double v4 = v + d * a3, a4 = equation.acceleration(tau + d, x + d * v3, v4);
    x += d / 6 * (v1 + 2 * v2 + 2 * v3 + v4);
    v += d / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
  }
  const double x_end = std::exp(step.log_x.r + step.log_x_gain.r);
  EXPECT_NEAR(x_end, x, 1e-11);
  EXPECT_NEAR(step.p_end.r / x_end, v, 1e-10);
}

// The step follows tolerance^(1/16): a factor of 2^16 in tolerance is a factor of 2 in length.
TEST(EnsembleKmTaylor, TheStepHasTheNominalOrder) {
  TaylorStep<1> loose = Equation{}.at(0.2, 1.3, -2.0), tight = loose;
  loose.step(goal(1e-8));
  tight.step(goal(1e-8) - 16);
  const double order_seen = 16 / std::log2(loose.h.r / tight.h.r);
  EXPECT_NEAR(order_seen, 16, 1.1);
}

TEST(EnsembleKmTaylor, AStepIsNeverLongerThanAboutHalfACycle) {
  const Equation still{.C0 = 1, .C2 = 1, .C3 = 0, .C4 = 0, .C5 = 0};
  TaylorStep<1> step = still.at(0, 1, 0);
  step.step(goal(1e-3));
  EXPECT_NEAR(step.tau_gain.r, 3 / (2 * std::numbers::pi), 1e-3);
}

TEST(EnsembleKmTaylor, ReachBoundsTheRadius) {
  TaylorStep<1> step = Equation{}.at(0.2, 1.3, -2.0);
  step.step(goal(1e-6));
  EXPECT_GE(step.reach().r, std::abs(step.log_x_gain.r));
}

}  // namespace
}  // namespace limber
