// How fast the error of a method falls when its steps are cut: its order, observed.
//
// Each step of a mesh is cut into equal parts, without step control, so that no control can flatter
// the method. The slope of log error over log parts, by least squares, is the order.
#pragma once

#include "joint/explicit_solver.h"

#include <cmath>
#include <initializer_list>
#include <vector>

namespace limber {

// Where a run with step control steps; for motions that are quick at times.
template <class System>
std::vector<double> mesh_of_a_run(const System& system, const State<System::kSize>& y, double from,
                                  double until, double tolerance) {
  SolverCounts counts;
  ExplicitSolver<System> solver(system, tolerance, counts);
  solver.start(from, y);
  std::vector<double> mesh = {from};
  while (solver.end() < until && solver.advance(until)) mesh.push_back(solver.end());
  return mesh;
}

// The error is that of `state` at the end of the mesh, against a run at 1e-13.
template <template <class> class Solver, class System>
double observed_order(const System& system, const State<System::kSize>& y,
                      const std::vector<double>& mesh, int state, std::initializer_list<int> cuts) {
  SolverCounts counts;
  ExplicitSolver<System> exact(system, 1e-13, counts);
  exact.start(mesh.front(), y);
  while (exact.end() < mesh.back() && exact.advance(mesh.back())) {
  }
  double sx = 0, sy = 0, sxx = 0, sxy = 0, n = 0;
  for (int parts : cuts) {
    Solver<System> fine(system, 1e-6, counts);
    fine.start(mesh.front(), y);
    for (std::size_t i = 0; i + 1 < mesh.size(); ++i)
      for (int part = 1; part <= parts; ++part)
        fine.step_to(part == parts ? mesh[i + 1]
                                   : mesh[i] + part * (mesh[i + 1] - mesh[i]) / parts);
    const double log_parts = std::log(parts);
    const double log_error = std::log(std::abs(fine.at_end()[state] - exact.at_end()[state]));
    sx += log_parts, sy += log_error, sxx += log_parts * log_parts, sxy += log_parts * log_error;
    ++n;
  }
  return -(n * sxy - sx * sy) / (n * sxx - sx * sx);
}

}  // namespace limber
