// The phases of a pull, for pulls of every kind: open from inception on, and what is told of a
// run when it is over.
#pragma once

#include <limber/joint.h>

#include "base/signal.h"
#include "joint/explicit_solver.h"
#include "joint/follow.h"
#include "joint/pop_watch.h"
#include "joint/stiff_solver.h"

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

// What is told of an opening from `start` in state `y`, before and after it is followed.
inline OpeningWatch begin_opening(const Opening& film, double start, const State<5>& y,
                                  const RunOptions& options, PopRun& run) {
  OpeningWatch watch(film, run, start, y[2], options.trace_rate);
  run.trace.sound_start = start;
  run.trace.sound_rate = options.trace_rate;
  run.cavity_max = y[2];
  watch.note_accel(start, y);
  return watch;
}
inline void end_opening(const Opening& film, double start, double v_start, double end,
                        const State<5>& y, OpeningWatch& watch, PopRun& run) {
  watch.note_accel(end, y);
  run.still_growing = y[2] > run.cavity_max;
  watch.note_cavity(end, y);
  run.cavity_end = y[2];
  run.gap_end = y[0];
  run.end_after = end - start;
  const double unbalanced = film.area * (y[0] - film.p.film) - y[4] - (y[2] - v_start);
  if (film.p.inflow > 0)
    run.inflow = unbalanced;
  else
    run.volume_error = std::abs(unbalanced) / y[2];
}

// From (start, y) on with a cavity, for `length` seconds.
template <template <class> class Solver>
[[nodiscard]] Result<void> open_film(const Opening& film, double start, const State<5>& y,
                                     double length, const RunOptions& options, PopRun& run) {
  OpeningWatch watch = begin_opening(film, start, y, options, run);
  Reached<5> reached{false, start, y};
  if (film.cover(y) >= film.p.cover_limit) {
    run.end = PopRun::End::cover_limit;
  } else {
    const auto opened = follow<Solver>(
        film, watch, run.opening, options, start, y, {film.pull.until, start + length},
        kWhileOpening, [&](double t, const State<5>& at) { watch.note_accel(t, at); });
    if (!opened) return std::unexpected(opened.error());
    reached = *opened;
  }
  end_opening(film, start, y[2], reached.time, reached.y, watch, run);
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

// Up to inception, or to the end of a pull that never reaches it.
[[nodiscard]] inline Result<Reached<3>> load_film(const Loading& film, const RunOptions& options,
                                                  PopRun& run) {
  LoadingWatch watch(film, run, options.trace_rate > 0);
  const double kink = film.pull.until;
  run.lowest_pressure = film.p.ambient;
  auto loaded = follow<StiffSolver>(film, watch, run.loading, options, 0, {film.p.film, 0, 0},
                                    {kink, kink + film.p.hold}, kWhileLoading);
  if (loaded && !loaded->event) {
    run.end = PopRun::End::pull_over;
    run.end_after = loaded->time;
    run.gap_end = loaded->y[0];
    finish(film.p, run);
  }
  return loaded;
}

// The pop: from inception at `time` in state `y` on, under the same pull. The first cavity, what is
// told before, and what is told after.
inline State<5> first_cavity(const JointParameters& p, const State<3>& y) {
  return {y[0], y[1], kPi * p.nucleus * p.nucleus * y[0], 0, y[2]};
}
inline Opening opening_of(const JointParameters& p, const Pull& pull, const State<5>& start) {
  return {p, pull, p.nucleus_pressure, start[2], p.gas_exponent};
}
inline void begin_pop(const JointParameters& p, const Pull& pull, double time, double gap,
                      PopRun& run) {
  run.time = time;
  run.force = pull(time);
  run.gap = gap;
  run.lowest_pressure = p.inception;
}
inline void end_pop(const JointParameters& p, PopRun& run) {
  finish(p, run);
  run.popped = run.peak_db_1cm >= kAudibleDb;
}
[[nodiscard]] inline Result<void> pop_from(const Loading& film, double time, const State<3>& y,
                                           const RunOptions& options, PopRun& run) {
  const JointParameters& p = film.p;
  begin_pop(p, film.pull, time, y[0], run);
  const State<5> start = first_cavity(p, y);
  const Opening opening = opening_of(p, film.pull, start);
  if (auto fine = open_film<ExplicitSolver>(opening, time, start, p.window, options, run); !fine)
    return fine;
  end_pop(p, run);
  return {};
}

}  // namespace limber
