// Runs a solver to the end of a span and finds what happens on the way.
//
// An event is a zero of a function of time and state. Invariants: (1) every kept step is looked at
// at its start, middle and end, so a crossing between two step ends is seen; the middle is sketched
// from the ends first, and computed wherever the sketch comes anywhere near an event; (2) where the
// function only bends towards zero, the nearest point is searched, so a brief dip below zero gives
// both its crossings; (3) a crossing is located on the dense output and then corrected with
// full-order steps, to 1e-12 of the time or rounding; (4) events of one step are told in the order
// in which they happen; (5) nothing is allocated.
//
// A Watch has
//   static constexpr int kEvents;
//   void measure(double t, const State& y, const State& dy, std::array<double, kEvents>& values);
//   bool matters(int event, double t, const State& y);   worth the corrections of (3)
//   bool found(int event, double t, const State& y, bool rising);    true: stop here
//   void kept(Solver& solver, double until);     after each step, up to where it counts
#pragma once

#include <limber/joint.h>

#include "joint/root.h"
#include "joint/slope.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace limber {

enum class Stop { end, event, stuck, step_limit };

template <class Solver, class Watch>
class Drive {
 public:
  static constexpr int kEvents = Watch::kEvents;
  using StateN = typename Solver::StateN;

  Drive(Solver& solver, Watch& watch, SolverCounts& counts)
      : solver_(solver), watch_(watch), counts_(counts) {}

  Stop run(double limit, long step_limit) {
    begin();
    for (long i = 0; solver_.end() < limit; ++i) {
      if (i >= step_limit) return Stop::step_limit;
      if (!solver_.advance(limit)) return Stop::stuck;
      if (stepped()) return Stop::event;
    }
    return Stop::end;
  }
  // The same in pieces, for a solver that someone else advances: begin, then once for each step;
  // true: an event asked to stop.
  void begin() {
    measure(solver_.end(), solver_.at_end(), solver_.speed_at_end(), values_[kPlaces - 1]);
  }
  bool stepped() {
    if (look()) return true;
    watch_.kept(solver_, solver_.end());
    return false;
  }
  // Where a run stopped by an event stands.
  double time() const { return time_; }
  const StateN& state() const { return state_; }

 private:
  static constexpr int kPlaces = 3;
  struct Crossing {
    double time;
    int event;
    bool rising;
  };

  using Values = std::array<double, kEvents>;

  void measure(double t, const StateN& y, const StateN& dy, Values& values) {
    ++counts_.event_evaluations;
    watch_.measure(t, y, dy, values);
  }
  double value(int event, double t) {
    Values values;
    const StateN y = solver_.at(t);
    measure(t, y, solver_.speed(t, y), values);
    return values[event];
  }

  double place(int i) const {
    if (i == 0) return solver_.begin();
    return i == 1 ? 0.5 * (solver_.begin() + solver_.end()) : solver_.end();
  }

  // True if an event of the last step asks to stop.
  bool look() {
    values_[0] = values_[kPlaces - 1];
    StateN y, dy;
    solver_.sketch_middle(y, dy);
    measure(place(1), y, dy, values_[1]);
    measure(solver_.end(), solver_.at_end(), solver_.speed_at_end(), values_[kPlaces - 1]);
    if (calm()) return false;
    y = solver_.at(place(1));
    measure(place(1), y, solver_.speed(place(1), y), values_[1]);
    count_ = 0;
    for (int e = 0; e < kEvents; ++e) {
      for (int i = 0; i + 1 < kPlaces; ++i)
        crossing(e, place(i), place(i + 1), values_[i][e], values_[i + 1][e]);
      dip(e);
    }
    for (int i = 0; i < count_; ++i)
      if (tell(crossings_[i])) return true;
    return false;
  }

  // Nothing is near: no sign changes, and no value comes down to a third of its neighbours. False
  // for what is not a number.
  bool calm() const {
    for (int e = 0; e < kEvents; ++e) {
      const double f0 = values_[0][e], f1 = values_[1][e], f2 = values_[2][e];
      const double sign = f1 > 0 ? 1 : -1;
      const double least = std::min(sign * f0, sign * f2);
      if (!(least > 0 && sign * f1 > 0.34 * least)) return false;
      if (may_dip(sign * f0, sign * f1, sign * f2, 0.75)) return false;
    }
    return true;
  }

  // Whether the parabola through three positive values comes below `share` of the least of them.
  static bool may_dip(double f0, double f1, double f2, double share) {
    const double bend = f0 - 2 * f1 + f2, tilt = 0.5 * (f2 - f0);
    if (!(bend > 0)) return false;
    const double x = -tilt / bend;  // in places, from the middle one
    return x >= -1 && x < 1 && f1 + 0.5 * tilt * x <= share * std::min({f0, f1, f2});
  }

  // A zero at the left end belongs to the step before; one at the right end to this one.
  void crossing(int event, double a, double b, double fa, double fb) {
    const bool crosses = (fa < 0 && fb >= 0) || (fa > 0 && fb <= 0);
    if (!crosses || count_ == kMost) return;
    const double t =
        fb == 0 ? b : find_root([&](double x) { return value(event, x); }, a, b, fa, fb, 0.0);
    // Two neighbouring triples may both have led to the same dip.
    for (int i = 0; i < count_; ++i)
      if (crossings_[i].event == event && crossings_[i].rising == (fa < 0) &&
          std::abs(crossings_[i].time - t) <= 1e-12 * (b - a))
        return;
    // In their order in time; rarely more than one.
    int place = count_++;
    for (; place > 0 && t < crossings_[place - 1].time; --place)
      crossings_[place] = crossings_[place - 1];
    crossings_[place] = {t, event, fa < 0};
  }

  // Three values of one sign whose parabola comes near zero between them.
  void dip(int event) {
    const double f0 = values_[0][event], f1 = values_[1][event], f2 = values_[2][event];
    const double sign = f1 > 0 ? 1 : -1;
    if (!(sign * f0 > 0 && sign * f1 > 0 && sign * f2 > 0)) return;
    if (!may_dip(sign * f0, sign * f1, sign * f2, 0.5)) return;
    const double a = solver_.begin(), b = solver_.end();
    const auto [t, least] = find_dip([&](double at) { return sign * value(event, at); }, a, b);
    if (least >= 0) return;
    crossing(event, a, t, f0, sign * least);
    crossing(event, t, b, sign * least, f2);
  }

  bool tell(const Crossing& c) {
    double t = c.time;
    StateN y = solver_.at(t);
    if (watch_.matters(c.event, t, y)) refine(c.event, t, y);
    ++counts_.events;
    if (!watch_.found(c.event, t, y, c.rising)) return false;
    time_ = t;
    state_ = y;
    watch_.kept(solver_, t);
    return true;
  }

  // Newton's correction with full-order steps: the dense output's own error is taken out.
  void refine(int event, double& t, StateN& y) {
    const double span = solver_.end() - solver_.begin();
    const double a = std::max(solver_.begin(), t - 1e-4 * span);
    const double b = std::min(solver_.end(), t + 1e-4 * span);
    const double steepness = (value(event, b) - value(event, a)) / (b - a);
    for (int i = 0; i < 3; ++i) {
      y = solver_.exactly(t);
      const StateN dy = solver_.slope(t, y);
      Values values;
      measure(t, y, dy, values);
      const double shift = -values[event] / steepness;
      if (!(std::abs(shift) < 0.01 * span) || t + shift < a || t + shift > b) return;
      t += shift;
      for (std::size_t j = 0; j < y.size(); ++j) y[j] += shift * dy[j];
      if (std::abs(shift) <= 1e-6 * span) return;
    }
  }

  static constexpr int kMost = kEvents * kPlaces * 2;
  Solver& solver_;
  Watch& watch_;
  SolverCounts& counts_;
  std::array<Values, kPlaces> values_{};
  std::array<Crossing, kMost> crossings_{};
  int count_ = 0;
  double time_ = 0;
  StateN state_{};
};

}  // namespace limber
