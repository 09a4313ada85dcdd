#include "joint/selftest.h"

#include "base/text.h"
#include "joint/driven_bubble.h"
#include "joint/explicit_solver.h"

#include <algorithm>
#include <cmath>

namespace limber {
namespace {

// V14: the steps of a coarse run over five cycles, each cut into 3, 4, 6 and 8, and how fast the
// error falls. The same places are refined throughout, so the step control cannot flatter the
// method; over more cycles the collapses would drift away from the places where the steps are
// short.
double observed_order(const KellerMiksisTask& task) {
  constexpr double end = 5;
  const DrivenBubble bubble(task);
  SolverCounts counts;
  ExplicitSolver<DrivenBubble> exact(bubble, 1e-13, counts);
  exact.start(0, {1, 0});
  while (exact.end() < end && exact.advance(end)) {
  }
  ExplicitSolver<DrivenBubble> coarse(bubble, 1e-6, counts);
  coarse.start(0, {1, 0});
  std::vector<double> mesh = {0};
  while (coarse.end() < end && coarse.advance(end)) mesh.push_back(coarse.end());

  double sx = 0, sy = 0, sxx = 0, sxy = 0, n = 0;
  for (int parts : {3, 4, 6, 8}) {
    ExplicitSolver<DrivenBubble> fine(bubble, 1e-5, counts);
    fine.start(0, {1, 0});
    for (std::size_t i = 0; i + 1 < mesh.size(); ++i)
      for (int part = 1; part <= parts; ++part)
        fine.step_to(part == parts ? mesh[i + 1]
                                   : mesh[i] + part * (mesh[i + 1] - mesh[i]) / parts);
    const double x = std::log(parts), y = std::log(std::abs(fine.at_end()[0] - exact.at_end()[0]));
    sx += x, sy += y, sxx += x * x, sxy += x * y, ++n;
  }
  return -(n * sxy - sx * sy) / (n * sxx - sx * sx);
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

  check_value(checks, "V14", "observed order of the integrator", observed_order(task), 8, 0.5 / 8);
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
