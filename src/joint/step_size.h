// How long the next step may be: proportional-integral control of the error (Gustafsson 1991;
// Hairer and Wanner, "Solving Ordinary Differential Equations II", IV.2). The integral part looks
// at the last error only, the proportional part damps the swing between two errors.
#pragma once

#include "joint/elementary.h"

#include <algorithm>
#include <cmath>

namespace limber {

class StepSize {
 public:
  // How a method is steered: the order of its error estimate plus one, and the two gains. Where
  // errors stay the same, a step uses safety^(order / (integral - proportional)) of what is
  // allowed.
  struct Gains {
    int order;
    double safety, integral, proportional;
  };
  explicit StepSize(const Gains& gains)
      : safety_(gains.safety),
        integral_(gains.integral / gains.order),
        proportional_(gains.proportional / gains.order),
        plain_(1.0 / gains.order) {}

  // The factor for the next step after one with `error` (1: just as large as allowed) was kept.
  double after_kept(double error) {
    const double size = same::log(std::max(error, 1e-10));
    double factor = safety_ * same::exp(proportional_ * last_size_ - integral_ * size);
    factor = std::clamp(factor, kShrink, kGrow);
    if (after_refusal_) factor = std::min(factor, 1.0);
    after_refusal_ = false;
    last_size_ = std::max(size, kCalm);
    return factor;
  }
  // The factor for another try after a refused step; not-a-number counts as hopeless.
  double after_refused(double error) {
    after_refusal_ = true;
    if (!(error < 1e30)) return 0.1;
    return std::clamp(safety_ * same::pow(error, -plain_), 0.1, 0.9);
  }

 private:
  static constexpr double kShrink = 0.2, kGrow = 6.0;
  static constexpr double kCalm = -9.210340371976182;  // ln 1e-4: smaller errors count as this
  double safety_, integral_, proportional_, plain_;
  double last_size_ = kCalm;  // logarithm of the last error
  bool after_refusal_ = false;
};

// The scaled size of an error: root mean square over the states, each against its own measure.
template <class State>
double scaled_size(const State& error, const State& before, const State& after, const State& noise,
                   double relative) {
  double sum = 0;
  for (std::size_t i = 0; i < error.size(); ++i) {
    const double measure =
        relative * (noise[i] + std::max(std::abs(before[i]), std::abs(after[i])));
    sum += (error[i] / measure) * (error[i] / measure);
  }
  return std::sqrt(sum / static_cast<double>(error.size()));
}

}  // namespace limber
