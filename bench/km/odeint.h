// Boost.odeint on one point: controlled steppers with a fixed-size state, its fastest form.
#pragma once

#include <algorithm>
#include <array>
#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/stepper/controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/generation/generation_controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/generation/generation_runge_kutta_cash_karp54.hpp>
#include <boost/numeric/odeint/stepper/generation/generation_runge_kutta_fehlberg78.hpp>
#include <boost/numeric/odeint/stepper/generation/make_controlled.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_cash_karp54.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_fehlberg78.hpp>

#include "km/equation.h"

namespace bench {

using OdeintState = std::array<double, 2>;
using CashKarp = boost::numeric::odeint::runge_kutta_cash_karp54<OdeintState>;
using Fehlberg = boost::numeric::odeint::runge_kutta_fehlberg78<OdeintState>;

template <class Stepper>
RivalRun odeint_run(const limber::KmPoint& point) {
  namespace ode = boost::numeric::odeint;
  const KmEquation equation(point);
  RivalRun run;
  const auto right_hand_side = [&](const OdeintState& s, OdeintState& ds, double tau) {
    ++run.right_hand_sides;
    ds = {s[1], equation(tau, s[0], s[1])};
  };
  OdeintState state = {1, 0};
  const auto stepper = [] { return ode::make_controlled(tolerance, tolerance, Stepper()); };
  ode::integrate_adaptive(stepper(), right_hand_side, state, 0.0, transient, 1e-3);
  ode::integrate_adaptive(
      stepper(), right_hand_side, state, transient, transient + window, 1e-3,
      [&](const OdeintState& s, double) { run.x_max = std::max(run.x_max, s[0]); });
  run.x_end = state[0];
  run.v_end = state[1];
  return run;
}

}  // namespace bench
