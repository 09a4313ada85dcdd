// What is looked for while the joint is pulled: inception, the cavity's largest size, the
// loudest moments, the edge of what the model describes. Both keep the trace if one is wanted.
#pragma once

#include <limber/joint.h>

#include "joint/film.h"

#include <algorithm>
#include <cmath>

namespace limber {

class LoadingWatch {
 public:
  static constexpr int kEvents = 2;  // inception; an extremum of the pressure would be inside it
  LoadingWatch(const Loading& film, PopRun& run, bool trace)
      : film_(film), run_(run), trace_(trace) {}

  using Y = State<3>;
  void measure(double, const Y& y, const Y& dy, std::array<double, kEvents>& values) {
    const double pressure = film_.centre_pressure(y, dy);
    values[0] = pressure - film_.p.inception;
    values[1] = y[1];  // the gap turns round: a pull that stays below inception
    run_.lowest_pressure = std::min(run_.lowest_pressure, pressure);
  }
  bool matters(int event, double, const Y&) const { return event == 0; }
  bool found(int event, double, const Y&, bool) const { return event == 0; }
  template <class Solver>
  void kept(Solver& solver, double until) {
    if (!trace_) return;
    for (int part = 1; part <= 4; ++part) {
      const double t = solver.begin() + 0.25 * part * (until - solver.begin());
      const Y y = solver.at(t), dy = solver.slope(t, y);
      PopTrace& trace = run_.trace;
      trace.time.push_back(t);
      trace.force.push_back(film_.pull(t));
      trace.gap.push_back(y[0]);
      trace.pressure.push_back(film_.centre_pressure(y, dy));
      trace.cavity.push_back(0);
    }
  }

 private:
  const Loading& film_;
  PopRun& run_;
  bool trace_;
};

class OpeningWatch {
 public:
  static constexpr int kEvents = 4;  // V' = 0, V''' = 0, the cavity covers too much, or is gone
  OpeningWatch(const Opening& film, PopRun& run, double start, double v_start, double rate)
      : film_(film), run_(run), start_(start), gone_(0.5 * v_start), rate_(rate) {}

  using Y = State<5>;
  void measure(double t, const Y& y, const Y& dy, std::array<double, kEvents>& values) {
    values[0] = y[3];
    values[1] = curvature(film_, t, y, dy)[3];
    values[2] = film_.cover(y) - film_.p.cover_limit;
    values[3] = y[2] - gone_;
  }
  // Small ripples of V'' need no more than the dense output: only the largest are told.
  bool matters(int event, double t, const Y& y) const {
    if (event != 1) return true;
    const double a = accel(t, y);
    return a > 0.99 * run_.accel_max || a < 0.99 * run_.accel_min;
  }
  bool found(int event, double t, const Y& y, bool rising) {
    if (event == 0 && !rising) {
      if (run_.first_peak == 0) {
        run_.first_peak = y[2];
        run_.first_peak_after = t - start_;
      }
      note_cavity(t, y);
    }
    if (event == 1) note_accel(t, y);
    if (event == 2) run_.end = PopRun::End::cover_limit;
    if (event == 3) run_.end = PopRun::End::closed;
    return event >= 2;
  }
  void note_cavity(double t, const Y& y) {
    if (y[2] <= run_.cavity_max) return;
    run_.cavity_max = y[2];
    run_.cavity_max_after = t - start_;
  }
  // Also called where the equations have a kink or an end, which no zero of V''' tells.
  void note_accel(double t, const Y& y) {
    const double a = accel(t, y);
    if (a > run_.accel_max) {
      run_.accel_max = a;
      run_.accel_max_after = t - start_;
    }
    if (a < run_.accel_min) {
      run_.accel_min = a;
      run_.accel_min_after = t - start_;
    }
  }
  template <class Solver>
  void kept(Solver& solver, double until) {
    if (rate_ <= 0) return;
    PopTrace& trace = run_.trace;
    for (double part : {0.5, 1.0}) {
      const double t = solver.begin() + part * (until - solver.begin());
      const Y y = solver.at(t);
      trace.time.push_back(t);
      trace.force.push_back(film_.pull(t));
      trace.gap.push_back(y[0]);
      trace.pressure.push_back(film_.cavity_pressure(y[2]));
      trace.cavity.push_back(y[2]);
    }
    for (;;) {
      const double t = start_ + static_cast<double>(trace.sound.size()) / rate_;
      if (t > until) return;
      trace.sound.push_back(2 * kPi * solver.speed(t, solver.at(t))[3]);
    }
  }

 private:
  double accel(double t, const Y& y) const {
    Y dy;
    film_.slope(t, y, dy);
    return 2 * kPi * dy[3];
  }
  const Opening& film_;
  PopRun& run_;
  double start_, gone_, rate_;
};

}  // namespace limber
