// The phases of a pull, for pulls of every kind: open from inception on, and what is told of a
// run when it is over.
#pragma once

#include <limber/joint.h>

#include "base/signal.h"
#include "joint/explicit_solver.h"
#include "joint/follow.h"
#include "joint/pop_watch.h"

namespace limber {

inline constexpr double kAudibleDb = 60;  // at 1 cm; what opens with less is called silent (E)

// A memory bound: a long window at a high rate would be gigabytes.
inline constexpr double kMostSamples = 4e6;

inline constexpr std::string_view kWhileLoading = "while the joint is loaded";
inline constexpr std::string_view kWhileOpening = "while the joint opens";

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
    const auto opened = follow<Solver>(
        film, watch, run.opening, options, start, y, {film.pull.until, start + length},
        kWhileOpening, [&](double t, const State<5>& at) { watch.note_accel(t, at); });
    if (!opened) return std::unexpected(opened.error());
    end = opened->time;
    y = opened->y;
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
