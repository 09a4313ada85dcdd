// One driven bubble at a time; the ensemble of many is a kernel of its own.
#include <limber/joint.h>

#include "joint/driven_bubble.h"
#include "joint/explicit_solver.h"
#include "joint/run_rules.h"

namespace limber {
namespace {

class LargestWatch {
 public:
  static constexpr int kEvents = 1;  // v = 0
  using Y = State<2>;
  explicit LargestWatch(double& largest) : largest_(largest) {}
  void measure(double, const Y& y, const Y&, std::array<double, 1>& values) const {
    values[0] = y[1];
  }
  // Near a maximum the radius hardly depends on the time: the dense output is enough.
  bool matters(int, double, const Y& y) const { return y[0] > 0.999 * largest_; }
  bool found(int, double, const Y& y, bool) {
    largest_ = std::max(largest_, y[0]);
    return false;
  }
  template <class Solver>
  void kept(Solver&, double) {}

 private:
  double& largest_;
};

Result<void> check_task(const KellerMiksisTask& k) {
  struct Limit {
    const char* name;
    double value, low, high;
  };
  const Limit limits[] = {{"radius", k.radius, 1e-8, 1e-2},
                          {"drive", k.drive, 0, 1e7},
                          {"frequency", k.frequency, 1, 1e8},
                          {"density", k.density, 1, 1e5},
                          {"sound_speed", k.sound_speed, 1, 1e5},
                          {"viscosity", k.viscosity, 0, 100},
                          {"surface_tension", k.surface_tension, 0, 1},
                          {"vapour", k.vapour, 0, 1e6},
                          {"ambient", k.ambient, 1, 1e9},
                          {"exponent", k.exponent, 1, 1.67},
                          {"transient_cycles", 1.0 * k.transient_cycles, 0, 1e6},
                          {"cycles", 1.0 * k.cycles, 1, 1e6}};
  for (const Limit& limit : limits)
    if (!(limit.value >= limit.low && limit.value <= limit.high))
      return fail(ErrorKind::input, std::string(limit.name) + " is out of range", limit.name,
                  "the range is " + std::to_string(limit.low) + " to " +
                      std::to_string(limit.high) + " in SI units");
  return {};
}

}  // namespace

Result<KellerMiksisRun> simulate_keller_miksis(const KellerMiksisTask& task,
                                               const RunOptions& options) {
  if (auto fine = check_task(task); !fine) return std::unexpected(fine.error());
  if (auto fine = check_options(options); !fine) return std::unexpected(fine.error());
  const DrivenBubble bubble(task);
  KellerMiksisRun run;
  LargestWatch watch(run.max_radius);
  ExplicitSolver<DrivenBubble> solver(bubble, options.tolerance, run.counts);
  solver.start(0, {1, 0});
  // The transient needs no events, so it is stepped through without looking.
  while (solver.end() < task.transient_cycles) {
    const Stop stop = !solver.advance(task.transient_cycles)  ? Stop::stuck
                      : run.counts.steps > options.step_limit ? Stop::step_limit
                                                              : Stop::end;
    if (auto fine = finished(stop, "before the measured cycles"); !fine)
      return std::unexpected(fine.error());
  }
  run.max_radius = solver.at_end()[0];
  Drive drive(solver, watch, run.counts);
  const Stop stop = drive.run(task.transient_cycles + task.cycles, options.step_limit);
  if (auto fine = finished(stop, "in the measured cycles"); !fine)
    return std::unexpected(fine.error());
  run.end_radius = solver.at_end()[0];
  run.end_speed = solver.at_end()[1];
  run.max_radius = std::max(run.max_radius, run.end_radius);
  return run;
}

}  // namespace limber
