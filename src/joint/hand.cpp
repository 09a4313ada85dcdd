// A pull as a hand gives it, in small straight pieces of force.
//
// Invariants: (1) a piece starts from nothing but the state it is given, so the same pieces give
// the same joint wherever they are computed; (2) inception inside a piece ends it there; (3) a
// state that no run could have left behind is refused.
#include <limber/joint.h>

#include "joint/pop_phases.h"
#include "joint/stiff_solver.h"

#include <cmath>

namespace limber {
namespace {

constexpr double kLongest = 1;  // s: pieces are moments

bool sound_state(const JointParameters& p, const HandState& s) {
  const bool finite = std::isfinite(s.time) && std::isfinite(s.speed) && std::isfinite(s.drawn) &&
                      std::isfinite(s.flow);
  return finite && s.time >= 0 && s.time < 1e9 && s.gap > 0 && s.gap < 0.1 && s.cavity >= 0 &&
         std::abs(s.speed) < 1e3 && std::abs(s.drawn) < 1e-3 && std::abs(s.flow) < 1 &&
         s.cavity < Opening::kWidest * Opening::kWidest * kPi * p.radius * p.radius * s.gap;
}

// Only stops where the cavity leaves the range of the model.
class GasWatch {
 public:
  static constexpr int kEvents = 1;
  explicit GasWatch(const Opening& film) : film_(film) {}
  void measure(double, const State<5>& y, const State<5>&, std::array<double, 1>& values) {
    values[0] = film_.cover(y) - film_.p.cover_limit;
  }
  bool matters(int, double, const State<5>&) const { return false; }
  bool found(int, double, const State<5>&, bool rising) const { return rising; }
  template <class Solver>
  void kept(Solver&, double) {}

 private:
  const Opening& film_;
};

Result<HandStep> without_gas(const JointParameters& p, const HandState& from, const Pull& pull,
                             double seconds, const RunOptions& options) {
  HandStep step;
  PopRun run;
  run.lowest_pressure = p.ambient;
  const Loading film(p, pull);
  LoadingWatch watch(film, run, false);
  const auto loaded =
      follow<StiffSolver>(film, watch, step.counts, options, 0, {from.gap, from.speed, from.drawn},
                          {seconds}, kWhileLoading);
  if (!loaded) return std::unexpected(loaded.error());
  const double end = loaded->time;
  const State<3>& y = loaded->y;
  if (loaded->event) {
    if (auto fine = pop_from(film, end, y, options, run); !fine)
      return std::unexpected(fine.error());
    run.time += from.time;
    for (double& t : run.trace.time) t += from.time;
    run.trace.sound_start += from.time;
    step.pop = std::move(run);
  }
  State<3> dy;
  film.slope(end, y, dy);
  step.force = film.pull(end);
  step.pressure = film.centre_pressure(y, dy);
  step.state = {from.time + end, y[0], y[1], y[2], 0, 0};
  return step;
}

Result<HandStep> with_gas(const JointParameters& p, const HandState& from, const Pull& pull,
                          double seconds, const RunOptions& options) {
  HandStep step;
  const Opening film(p, pull, p.ambient - p.vapour, std::max(p.residual, kNoGas), 1);
  GasWatch watch(film);
  State<5> y = {from.gap, from.speed, from.cavity, from.flow, from.drawn};
  double end = 0;
  if (film.cover(y) >= p.cover_limit) {
    step.out_of_range = true;
  } else {
    const auto opened =
        follow<StiffSolver>(film, watch, step.counts, options, 0, y, {seconds}, kWhileOpening);
    if (!opened) return std::unexpected(opened.error());
    step.out_of_range = opened->event;
    end = opened->time;
    y = opened->y;
  }
  step.force = film.pull(end);
  step.pressure = film.cavity_pressure(y[2]);
  step.state = {from.time + end, y[0], y[1], y[4], y[2], y[3]};
  return step;
}

}  // namespace

HandState hand_rest(const JointParameters& parameters, bool gas) {
  HandState rest;
  rest.gap = parameters.film;
  if (gas) rest.cavity = std::max(parameters.residual, kNoGas);
  return rest;
}

Result<HandStep> hand_step(const JointParameters& parameters, const HandState& from,
                           double force_from, double force_to, double seconds,
                           const RunOptions& options) {
  if (auto fine = check_run(parameters, options, parameters.window); !fine)
    return std::unexpected(fine.error());
  if (!(seconds > 0 && seconds <= kLongest))
    return fail(ErrorKind::input, "a piece of a pull is longer than 0 and at most 1 s", "seconds",
                "give long pulls in pieces");
  for (double force : {force_from, force_to})
    if (!(force >= 0 && force <= 5000))
      return fail(ErrorKind::input, "a force is out of range", "force", "the range is 0 to 5000 N");
  if (!sound_state(parameters, from))
    return fail(ErrorKind::input, "this is no state of a joint", "state",
                "begin from rest: leave the state out");
  const Pull pull{force_from, (force_to - force_from) / seconds, seconds, force_to};
  return from.cavity > 0 ? with_gas(parameters, from, pull, seconds, options)
                         : without_gas(parameters, from, pull, seconds, options);
}

}  // namespace limber
