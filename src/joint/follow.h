// From a state to a time or an event: the one way every model is run.
#pragma once

#include "joint/drive.h"
#include "joint/run_rules.h"

#include <initializer_list>

namespace limber {

template <int N>
struct Reached {
  bool event = false;  // an event asked to stop here
  double time = 0;
  State<N> y{};
};

// Follows `system` from (from, y) to the last of `stops`, halting at each of them on the way, so
// that no step leads over a kink or a brief change; `at_stop(t, y)` is told of all but the last.
// Stops that are not after `from` are left out. `where` is for the error of a run that cannot go
// on.
template <template <class> class Solver, class System, class Watch, class AtStop>
[[nodiscard]] Result<Reached<System::kSize>> follow(const System& system, Watch& watch,
                                                    SolverCounts& counts, const RunOptions& options,
                                                    double from, const State<System::kSize>& y,
                                                    std::initializer_list<double> stops,
                                                    std::string_view where, AtStop&& at_stop) {
  Solver<System> solver(system, options.tolerance, counts);
  solver.start(from, y);
  Drive drive(solver, watch, counts);
  const double last = *(stops.end() - 1);
  for (const double stop : stops) {
    if (!(stop > solver.end() && stop <= last)) continue;
    const Stop why = drive.run(stop, options.step_limit);
    if (auto fine = finished(why, where); !fine) return std::unexpected(fine.error());
    if (why == Stop::event) return Reached<System::kSize>{true, drive.time(), drive.state()};
    if (stop < last) at_stop(solver.end(), solver.at_end());
  }
  return Reached<System::kSize>{false, solver.end(), solver.at_end()};
}

template <template <class> class Solver, class System, class Watch>
[[nodiscard]] Result<Reached<System::kSize>> follow(const System& system, Watch& watch,
                                                    SolverCounts& counts, const RunOptions& options,
                                                    double from, const State<System::kSize>& y,
                                                    std::initializer_list<double> stops,
                                                    std::string_view where) {
  return follow<Solver>(system, watch, counts, options, from, y, stops, where,
                        [](double, const State<System::kSize>&) {});
}

}  // namespace limber
