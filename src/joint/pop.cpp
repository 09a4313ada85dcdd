// Invariants: (1) every span handed to a solver is smooth: it ends where the pull stops growing;
// (2) what is reported as largest was looked for at zeros of the derivative and at every end and
// kink; (3) a refused or unfinished run gives an Error, never half a result.
#include <limber/joint.h>

#include "base/signal.h"
#include "joint/explicit_solver.h"
#include "joint/pop_watch.h"
#include "joint/run_rules.h"
#include "joint/stiff_solver.h"

namespace limber {
namespace {

constexpr double kAudibleDb = 60;  // at 1 cm; what opens with less is called silent (E)

// A memory bound: a long window at a high rate would be gigabytes.
constexpr double kMostSamples = 4e6;

// Runs to `end`, stopping on the way where the pull stops growing.
template <class D, class OnKink>
Stop run_pull(D& drive, double start, double kink, double end, const RunOptions& options,
              OnKink&& on_kink) {
  if (kink > start && kink < end) {
    const Stop stop = drive.run(kink, options.step_limit);
    if (stop != Stop::end) return stop;
    on_kink();
  }
  return drive.run(end, options.step_limit);
}

void finish(const JointParameters& p, PopRun& run) {
  const double loudest = std::max(std::abs(run.accel_max), std::abs(run.accel_min));
  run.peak_db_1cm = level_db(air_pressure(loudest, 0.01, 4));
  run.peak_pa = air_pressure(loudest, p.distance, p.spread);
  run.peak_db = level_db(run.peak_pa);
  const SignalFigures heard = measure_signal(run.trace.sound, run.trace.sound_rate);
  run.peak_hz = heard.peak_hz;
  run.centroid_hz = heard.centroid_hz;
  run.t5_95 = heard.t5_95;
}

// From (start, y) on with a cavity, for `length` seconds.
template <template <class> class Solver>
Result<void> open(const Opening& film, double start, State<5> y, double length,
                  const RunOptions& options, PopRun& run) {
  const JointParameters& p = film.p;
  const double v_start = y[2];
  OpeningWatch watch(film, run, start, v_start, options.trace_rate);
  run.trace.sound_start = start;
  run.trace.sound_rate = options.trace_rate;
  run.cavity_max = v_start;
  watch.note_accel(start, y);
  double end = start;
  if (film.cover(y) >= p.cover_limit) {
    run.end = PopRun::End::cover_limit;
  } else {
    Solver<Opening> solver(film, options.tolerance, run.opening);
    if constexpr (requires { solver.start(start, y, 1.0); })
      solver.start(start, y, 1e-9);
    else
      solver.start(start, y);
    Drive drive(solver, watch, run.opening);
    const Stop stop = run_pull(drive, start, p.pull_max / p.pull_rate, start + length, options,
                               [&] { watch.note_accel(solver.end(), solver.at_end()); });
    if (auto fine = finished(stop, "while the joint opens"); !fine) return fine;
    end = stop == Stop::event ? drive.time() : solver.end();
    y = stop == Stop::event ? drive.state() : solver.at_end();
  }
  watch.note_accel(end, y);
  run.still_growing = y[2] > run.cavity_max;
  watch.note_cavity(end, y);
  run.cavity_end = y[2];
  run.gap_end = y[0];
  run.end_after = end - start;
  const double unbalanced = film.area * (y[0] - p.film) - y[4] - (y[2] - v_start);
  if (p.inflow > 0)
    run.inflow = unbalanced;
  else
    run.volume_error = std::abs(unbalanced) / y[2];
  return {};
}

Result<void> check_run(const JointParameters& parameters, const RunOptions& options, double span) {
  if (auto fine = check_parameters(parameters); !fine) return fine;
  if (auto fine = check_options(options); !fine) return fine;
  if (options.trace_rate * span > kMostSamples)
    return fail(ErrorKind::input, "the trace would have more than 4 million samples", "trace_rate",
                "choose a shorter window or a lower rate");
  return {};
}

}  // namespace

std::string_view end_id(PopRun::End end) {
  constexpr std::string_view kIds[] = {"window", "cover_limit", "closed", "pull_over"};
  return kIds[static_cast<int>(end)];
}

Result<PopRun> simulate_pop(const JointParameters& parameters, const RunOptions& options) {
  if (auto fine = check_run(parameters, options, parameters.window); !fine)
    return std::unexpected(fine.error());
  const JointParameters& p = parameters;
  PopRun run;
  run.lowest_pressure = p.ambient;

  const Loading film(p);
  LoadingWatch watch(film, run, options.trace_rate > 0);
  StiffSolver<Loading> solver(film, options.tolerance, run.loading);
  const double kink = p.pull_max / p.pull_rate;
  solver.start(0, {p.film, 0, 0}, 1e-3 * std::min(1e-3, kink));
  Drive drive(solver, watch, run.loading);
  const Stop stop = run_pull(drive, 0, kink, kink + p.hold, options, [] {});
  if (auto fine = finished(stop, "while the joint is loaded"); !fine)
    return std::unexpected(fine.error());
  if (stop == Stop::end) {  // the pull never reached inception
    run.end = PopRun::End::pull_over;
    run.end_after = solver.end();
    run.gap_end = solver.at_end()[0];
    finish(p, run);
    return run;
  }
  const State<3> y = drive.state();
  run.time = drive.time();
  run.force = film.pull(run.time);
  run.gap = y[0];
  run.lowest_pressure = p.inception;

  const double v_start = kPi * p.nucleus * p.nucleus * y[0];
  const Opening opening(p, p.nucleus_pressure, v_start, p.gas_exponent);
  if (auto fine = open<ExplicitSolver>(opening, run.time, {y[0], y[1], v_start, 0, y[2]}, p.window,
                                       options, run);
      !fine)
    return std::unexpected(fine.error());
  finish(p, run);
  run.popped = run.peak_db_1cm >= kAudibleDb;
  return run;
}

Result<PopRun> simulate_second_pull(const JointParameters& parameters, const RunOptions& options) {
  const JointParameters& p = parameters;
  if (p.residual < kNoGas) return simulate_pop(parameters, options);
  const double length = std::min(p.pull_max / p.pull_rate + p.hold, 3.0);
  if (auto fine = check_run(parameters, options, length); !fine)
    return std::unexpected(fine.error());
  PopRun run;
  run.had_gas = true;
  run.lowest_pressure = p.ambient;
  // Gas that had minutes to settle: as warm as the tissue, so it follows Boyle's law.
  const Opening film(p, p.ambient - p.vapour, p.residual, 1);
  // A thin film with a cavity in it is stiff for as long as the gap is small.
  if (auto fine = open<StiffSolver>(film, 0, {p.film, 0, p.residual, 0, 0}, length, options, run);
      !fine)
    return std::unexpected(fine.error());
  run.lowest_pressure = film.cavity_pressure(run.cavity_max);
  finish(p, run);
  return run;
}

}  // namespace limber
