#include "joint/selftest.h"

#include "base/text.h"
#include "joint/driven_bubble.h"
#include "joint/film.h"
#include "joint/observed_order.h"
#include "joint/stiff_solver.h"

#include <algorithm>
#include <cmath>

namespace limber {
namespace {

// V14: over five cycles; over more the collapses would drift away from the places where the steps
// are short.
double order_on_keller_miksis() {
  const DrivenBubble bubble({});
  const State<2> start = {1, 0};
  return observed_order<ExplicitSolver>(bubble, start, mesh_of_a_run(bubble, start, 0, 5, 1e-5), 0,
                                        {8, 12, 16});
}

// The same on the joint itself, in a thrust: while it is loaded, and in three milliseconds of its
// opening. (In a slow pull the loading is so stiff that what is left of the error no longer shows
// the order: it is 1e-9 with 16 steps.)
struct JointOrders {
  double loading = 0, opening = 0;
};
JointOrders orders_on_a_thrust() {
  const JointParameters p = joint_preset("facet_thrust").value_or(JointPreset{}).values;
  const auto pop = simulate_pop(p);
  if (!pop) return {};
  JointOrders orders;
  const Loading loading(p, pull_of(p));
  orders.loading = observed_order<StiffSolver>(loading, State<3>{p.film, 0, 0},
                                               {0, 0.99 * pop->time}, 0, {64, 96, 128, 256});

  const double nucleus = kPi * p.nucleus * p.nucleus * pop->gap;
  const Opening opening(p, pull_of(p), p.nucleus_pressure, nucleus, p.gas_exponent);
  SolverCounts counts;
  ExplicitSolver<Opening> solver(opening, 1e-13, counts);
  const double from = pop->time + 0.5e-3;
  solver.start(pop->time, {pop->gap, 0.05, nucleus, 0, opening.area * (pop->gap - p.film)});
  while (solver.end() < from && solver.advance(from)) {
  }
  orders.opening = observed_order<ExplicitSolver>(opening, solver.at_end(), {from, from + 3e-3}, 2,
                                                  {24, 32, 48, 64});
  return orders;
}

}  // namespace

void check_value(std::vector<SelfCheck>& checks, std::string id, std::string what, double value,
                 double expected, double tolerance) {
  SelfCheck check{std::move(id), std::move(what), value, expected, tolerance, 0, false};
  check.error = std::abs(value - expected) / (expected == 0 ? 1 : std::abs(expected));
  check.pass = check.error <= tolerance;  // false for not-a-number
  checks.push_back(std::move(check));
}

void check_integrator(std::vector<SelfCheck>& checks) {
  RunOptions options;
  options.tolerance = 1e-12;
  const KellerMiksisTask task;
  const auto run = simulate_keller_miksis(task, options).value_or(KellerMiksisRun{});
  check_value(checks, "V8", "Keller-Miksis: radius after 1088 cycles", run.end_radius,
              3.876100329978, 1e-9);
  check_value(checks, "V8", "its rate", run.end_speed, 2.7209593649, 1e-8);
  check_value(checks, "V8", "its largest radius", run.max_radius, 4.066036212359, 1e-9);

  check_value(checks, "V14", "observed order of the explicit method, Keller-Miksis",
              order_on_keller_miksis(), 8, 0.5 / 8);
  const JointOrders orders = orders_on_a_thrust();
  check_value(checks, "V14", "the same, while a joint opens", orders.opening, 8, 0.5 / 8);
  check_value(checks, "V14", "observed order of the stiff method, while it is loaded",
              orders.loading, 5, 0.5 / 5);
}

std::vector<SelfCheck> joint_selftest() {
  std::vector<SelfCheck> checks;
  check_spheres(checks);
  check_layers(checks);
  check_integrator(checks);
  const auto number = [](const SelfCheck& check) {
    return parse_number(std::string_view(check.id).substr(1)).value_or(0);
  };
  std::stable_sort(checks.begin(), checks.end(),
                   [&](const SelfCheck& a, const SelfCheck& b) { return number(a) < number(b); });
  return checks;
}

}  // namespace limber
