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
  // `order`: that of the error estimate plus one.
  explicit StepSize(int order)
      : integral_(0.7 / order), proportional_(0.4 / order), plain_(1.0 / order) {}

  // The factor for the next step after one with `error` (1: just as large as allowed) was kept.
  double after_kept(double error) {
    error = std::max(error, 1e-10);
    double factor = kSafety * same::pow(error, -integral_) * same::pow(last_error_, proportional_);
    factor = std::clamp(factor, kShrink, kGrow);
    if (after_refusal_) factor = std::min(factor, 1.0);
    after_refusal_ = false;
    last_error_ = std::max(error, 1e-4);
    return factor;
  }
  // The factor for another try after a refused step; not-a-number counts as hopeless.
  double after_refused(double error) {
    after_refusal_ = true;
    if (!(error < 1e30)) return 0.1;
    return std::clamp(kSafety * same::pow(error, -plain_), 0.1, 0.9);
  }

 private:
  static constexpr double kSafety = 0.9, kShrink = 0.2, kGrow = 6.0;
  double integral_, proportional_, plain_;
  double last_error_ = 1e-4;
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
