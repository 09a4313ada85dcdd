// The lanes: steps all of them together, and refills one the moment its bubble is finished.
//
// Every operation of a step is per lane, and what needs a decision (window, end, trouble) is done
// lane by lane, so a bubble's numbers cannot depend on its neighbours.
//
// Invariants: (1) tau is in [0, 1) and whole cycles are counted apart, so a long run loses no
// digits; (2) steps are never shortened to meet a milestone: its time is found inside the step;
// (3) an empty lane holds a bubble at rest without sound, whose milestone is never reached.
#pragma once

#include <cmath>

#include "joint/ensemble_km_events.h"
#include "joint/ensemble_km_kernel.h"

namespace limber {
namespace {

template <int L>
class Ensemble {
 public:
  Ensemble(const KmTask& task, KmFeed& feed)
      : task_(task), feed_(feed), log2_tolerance_(rough_log2(Lanes<1>::all(task.tolerance)).r) {}

  void run() {
    for (int lane = 0; lane < L; ++lane) refill(lane);
    while (busy_ > 0) {
      step_.step(log2_tolerance_);
      steps_ = steps_ + 1.0;
      const Lanes<L> tau = step_.tau + step_.tau_gain;
      const Lanes<L> whole = rounded(tau - 0.5);
      next_tau_ = tau - whole;
      next_cycles_ = cycles_ + whole;
      next_log_x_ = step_.log_x + step_.log_x_gain;
      next_p_ = step_.p_end;
      const Lanes<L> beyond = (cycles_ - milestone_) + tau;
      auto quiet = below(beyond, 0.0) & below(steps_ - max_steps_, 0.0);  // a NaN is not quiet
      if (watched_ > 0) {
        const Lanes<L> reach = step_.reach();
        quiet = quiet & below(step_.log_x + reach - most_, 0.0) &
                below(least_ - (step_.log_x - reach), 0.0);
      }
      if (!all_of<L>(quiet))
        for (int lane = 0; lane < L; ++lane)
          if (!lane_of<L>(quiet, lane)) attend(lane, beyond.get(lane));
      step_.tau = next_tau_;
      cycles_ = next_cycles_;
      step_.log_x = next_log_x_;
      step_.p0 = next_p_;
    }
  }

 private:
  struct Bubble {
    std::uint64_t id = 0;
    Range log_x;
    std::uint64_t iterations = 0;
    bool in_window = false, live = false;
  };

  void refill(int lane) {
    Bubble& bubble = bubbles_[lane];
    const bool was_live = bubble.live;
    watched_ -= int{bubble.in_window};
    bubble = Bubble{};
    KmCoefficients q;
    bubble.live = feed_.next(bubble.id, q);
    busy_ += int{bubble.live} - int{was_live};
    if (!bubble.live) q = {};
    step_.gas.set(lane, q.gas);
    step_.exponent.set(lane, q.exponent);
    step_.ambient.set(lane, q.ambient);
    step_.tension.set(lane, q.tension);
    step_.viscous.set(lane, q.viscous);
    step_.sound.set(lane, q.sound);
    step_.mach.set(lane, q.mach);
    next_log_x_.set(lane, q.log_x);
    next_p_.set(lane, q.p);
    next_tau_.set(lane, 0);
    next_cycles_.set(lane, 0);
    step_.log_x.set(lane, q.log_x);
    step_.p0.set(lane, q.p);
    step_.tau.set(lane, 0);
    cycles_.set(lane, 0);
    most_.set(lane, __builtin_inf());
    least_.set(lane, -__builtin_inf());
    milestone_.set(lane, bubble.live ? task_.transient_cycles : __builtin_inf());
    steps_.set(lane, 0);
    max_steps_.set(lane, bubble.live ? static_cast<double>(task_.max_steps) : __builtin_inf());
  }

  void finish(int lane, KmResult result) {
    result.steps = static_cast<std::uint64_t>(steps_.get(lane));
    result.event_iterations = bubbles_[lane].iterations;
    feed_.done(bubbles_[lane].id, result);
    refill(lane);
  }

  // What one lane needs beyond the step all lanes took.
  void attend(int lane, double beyond) {
    Bubble& bubble = bubbles_[lane];
    if (!bubble.live) return;
    // Not a number: the factor of the newest coefficient has passed through zero.
    if (beyond != beyond || step_.h.get(lane) != step_.h.get(lane))
      return finish(lane, {.status = KmStatus::failed});
    const bool reached = beyond >= 0;
    if (reached || bubble.in_window) {
      DenseStep dense;
      dense.load(step_, lane);
      double a = 0, b = dense.h;
      bool ended = bubble.in_window && reached;
      const double start_tau = step_.tau.get(lane);
      if (!bubble.in_window) {
        a = dense.when((task_.transient_cycles - cycles_.get(lane)) - start_tau);
        bubble.in_window = true;
        ++watched_;
        milestone_.set(lane, task_.transient_cycles + task_.window_cycles);
        ended = beyond - task_.window_cycles >= 0;
      }
      if (ended)
        b = dense.when((task_.transient_cycles + task_.window_cycles - cycles_.get(lane)) -
                       start_tau);
      dense.extrema(a, b, bubble.log_x);
      bubble.iterations += dense.iterations;
      most_.set(lane, bubble.log_x.most);
      least_.set(lane, bubble.log_x.least);
      if (ended) {
        const double x_end = radius(dense.log_x_at(b)), v_end = dense.p_at(b) / x_end;
        const double sum = bubble.log_x.most + bubble.log_x.least + v_end;
        if (!std::isfinite(sum)) return finish(lane, {.status = KmStatus::failed});
        return finish(lane, {.status = KmStatus::done,
                             .x_max = radius(bubble.log_x.most),
                             .x_min = radius(bubble.log_x.least),
                             .x_end = x_end,
                             .v_end = v_end});
      }
    }
    if (steps_.get(lane) >= max_steps_.get(lane)) finish(lane, {.status = KmStatus::step_limit});
  }

  static double radius(double log_x) { return exponential(Lanes<1>::all(log_x)).r; }

  const KmTask task_;
  KmFeed& feed_;
  const double log2_tolerance_;
  TaylorStep<L> step_{};
  Lanes<L> cycles_{}, milestone_{}, steps_{}, max_steps_{};
  Lanes<L> most_{}, least_{};  // ln x seen in the window; never reached outside it
  Lanes<L> next_tau_{}, next_cycles_{}, next_log_x_{}, next_p_{};
  Bubble bubbles_[L]{};
  int busy_ = 0, watched_ = 0;  // lanes with a bubble, and of these in the window
};

}  // namespace
}  // namespace limber
