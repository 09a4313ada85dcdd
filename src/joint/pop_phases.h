// The phases of a pull, for pulls of every kind: run to a kink and beyond, open from inception on,
// and what is told of a run when it is over.
#pragma once

#include <limber/joint.h>

#include "base/signal.h"
#include "joint/explicit_solver.h"
#include "joint/pop_watch.h"
#include "joint/run_rules.h"

namespace limber {

inline constexpr double kAudibleDb = 60;  // at 1 cm; what opens with less is called silent (E)

// A memory bound: a long window at a high rate would be gigabytes.
inline constexpr double kMostSamples = 4e6;

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

inline void finish(const JointParameters& p, PopRun& run) {
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
[[nodiscard]] Result<void> open_film(const Opening& film, double start, State<5> y, double length,
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
    const Stop stop = run_pull(drive, start, film.pull.until, start + length, options,
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

[[nodiscard]] inline Result<void> check_run(const JointParameters& parameters,
                                            const RunOptions& options, double span) {
  if (auto fine = check_parameters(parameters); !fine) return fine;
  if (auto fine = check_options(options); !fine) return fine;
  if (options.trace_rate * span > kMostSamples)
    return fail(ErrorKind::input, "the trace would have more than 4 million samples", "trace_rate",
                "choose a shorter window or a lower rate");
  return {};
}

// The pop: from inception at `time` in state `y` on, under the same pull.
[[nodiscard]] inline Result<void> pop_from(const Loading& film, double time, const State<3>& y,
                                           const RunOptions& options, PopRun& run) {
  const JointParameters& p = film.p;
  run.time = time;
  run.force = film.pull(time);
  run.gap = y[0];
  run.lowest_pressure = p.inception;
  const double v_start = kPi * p.nucleus * p.nucleus * y[0];
  const Opening opening(p, film.pull, p.nucleus_pressure, v_start, p.gas_exponent);
  const State<5> start = {y[0], y[1], v_start, 0, y[2]};
  if (auto fine = open_film<ExplicitSolver>(opening, time, start, p.window, options, run); !fine)
    return fine;
  finish(p, run);
  run.popped = run.peak_db_1cm >= kAudibleDb;
  return {};
}

}  // namespace limber
