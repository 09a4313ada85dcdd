// What every method of integration shares: where it stands, which steps it keeps, how long the
// next one may be.
//
// Invariants: (1) begin() < end() are the ends of the last kept step; (2) a step is never past the
// limit it is given, and ends on it exactly; (3) a step that leads somewhere impossible (a negative
// volume) is taken back and shortened, never clipped; (4) nothing is allocated.
//
// A Method is a Stepper of itself and has, as members that Stepper may call,
//   static constexpr StepSize::Gains kGains;
//   void begin_step();                        at (begin_, y0_), before its attempts
//   double attempt(double h, StateN& y);      from there; scaled error, not-a-number if it failed
//   void keep_step();                         the step to (end_, y1_) is kept
//   void begin_exactly();                     before attempts inside of a kept step
#pragma once

#include <limber/joint.h>

#include "joint/slope.h"
#include "joint/step_size.h"

#include <cmath>

namespace limber {

template <class System, class Method>
class Stepper {
 public:
  static constexpr int N = System::kSize;
  using StateN = State<N>;

  Stepper(const System& system, double relative, SolverCounts& counts)
      : system_(system), relative_(relative), noise_(system.scale()), counts_(counts) {}

  void start(double t, const StateN& y) {
    begin_ = end_ = t;
    y0_ = y1_ = y;
    const StateN dy = slope(t, y);
    step_ = first_step(dy);
    control_ = StepSize(Method::kGains);
    self().keep_step();
  }

  // One kept step towards `limit`; false: no step is small enough.
  bool advance(double limit) {
    leave();
    for (;;) {
      const Attempt next = propose(limit);
      if (!next.possible) return false;
      if (judge(next, self().attempt(next.length, y1_))) return true;
    }
  }

  // The same in pieces, for steps that are computed many at once: leave, then propose and judge
  // until one is kept.
  struct Attempt {
    double length = 0, end = 0;
    bool last = false;      // it ends at the limit
    bool possible = false;  // false: no step is small enough
  };
  void leave() {
    begin_ = end_;
    y0_ = y1_;
    self().begin_step();
  }
  Attempt propose(double limit) const {
    const bool last = begin_ + step_ * 1.01 >= limit;
    const double h = last ? limit - begin_ : step_;
    return {h, last ? limit : begin_ + h, last, h > 0 && begin_ + h != begin_};
  }
  // Whether the attempt that led to y1_ with this scaled error is kept.
  bool judge(const Attempt& attempt, double error) {
    if (error <= 1 && system_.possible(y1_)) {
      arrive(attempt.length, attempt.end);
      const double factor = control_.after_kept(error);
      // A step cut short by the limit says nothing about how long the next one may be.
      if (!attempt.last || factor < 1) step_ = attempt.length * factor;
      return true;
    }
    step_ = attempt.length * control_.after_refused(error <= 1 ? 1e30 : error);
    ++counts_.rejected;
    return false;
  }

  // One step to `t` whatever its error: for measuring the order of the method.
  void step_to(double t) {
    leave();
    const double h = t - begin_;
    (void)self().attempt(h, y1_);
    arrive(h, t);
  }

  // One full-order step from begin() to a time inside the last step: an event located with it is
  // as good as a step end.
  StateN exactly(double t) {
    if (t == end_) return y1_;
    if (t == begin_) return y0_;
    self().begin_exactly();
    StateN y;
    (void)self().attempt(t - begin_, y);
    return y;
  }

  // What the equations say of a state.
  StateN slope(double t, const StateN& y) {
    StateN dy;
    system_.slope(t, y, dy);
    ++counts_.slopes;
    return dy;
  }

  double begin() const { return begin_; }
  double end() const { return end_; }
  const StateN& at_begin() const { return y0_; }
  const StateN& at_end() const { return y1_; }

 protected:
  const System& system_;
  double relative_;
  StateN noise_;
  SolverCounts& counts_;
  double begin_ = 0, end_ = 0;
  double length_ =
      0;  // of the last kept step, as it was attempted: rounding keeps it off end - begin
  StateN y0_{}, y1_{};

 private:
  Method& self() { return static_cast<Method&>(*this); }

  void arrive(double length, double t) {
    length_ = length;
    end_ = t;
    ++counts_.steps;
    self().keep_step();
  }

  // Hairer, Norsett, Wanner I, II.4: so short that an explicit Euler step would be harmless.
  double first_step(const StateN& dy) const {
    double size = 0, speed = 0;
    for (int i = 0; i < N; ++i) {
      const double measure = noise_[i] + std::abs(y1_[i]);
      size += (y1_[i] / measure) * (y1_[i] / measure);
      speed += (dy[i] / measure) * (dy[i] / measure);
    }
    if (!(speed > 0)) return 1e-6;
    return std::max(1e-3 * std::sqrt(std::max(size, 1e-6) / speed), 1e-30);
  }

  StepSize control_{Method::kGains};
  double step_ = 0;
};

}  // namespace limber
