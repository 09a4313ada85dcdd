// DOP853 with step control: for what is smooth and not stiff (the pop, the waiting, the sphere).
//
// Beside the invariants of Stepper: at(t) interpolates inside the last step to order 7, from three
// more stages that are computed when they are first asked for.
#pragma once

#include "joint/stepper.h"
#include "joint/tableau_dop853.h"

#include "joint/weighted.h"

#include <utility>

namespace limber {

template <class System>
class ExplicitSolver : public Stepper<System, ExplicitSolver<System>> {
  using Base = Stepper<System, ExplicitSolver<System>>;
  friend Base;
  using Base::begin_, Base::end_, Base::y0_, Base::y1_, Base::system_, Base::counts_;

 public:
  using Base::Base, Base::N, Base::slope;
  using typename Base::StateN;
  // Fewest right-hand sides per pop among the gains tried.
  static constexpr StepSize::Gains kGains = {8, 0.92, 0.55, 0.2};

  StateN at(double t) {
    if (!dense_ready_) prepare_dense();
    const double x = (t - begin_) / (end_ - begin_);
    StateN y;
    for (int i = 0; i < N; ++i) y[i] = y0_[i] + interpolant(x, dense_[i]);
    return y;
  }
  // The rate of change of the dense output itself.
  StateN speed(double t, const StateN&) {
    if (!dense_ready_) prepare_dense();
    const double h = end_ - begin_;
    const Dual<1> x = Dual<1>::variable((t - begin_) / h, 0);
    StateN dy;
    for (int i = 0; i < N; ++i) dy[i] = interpolant(x, dense_[i]).part[0] / h;
    return dy;
  }
  const StateN& speed_at_end() const { return k_[12]; }

  // The middle of the step and its rate from the ends alone: a cubic, good to a part in a thousand
  // of what changes within a step, and free.
  void sketch_middle(StateN& y, StateN& dy) const {
    const double h = end_ - begin_, per_h = 1 / h;
    for (int i = 0; i < N; ++i) {
      y[i] = 0.5 * (y0_[i] + y1_[i]) + 0.125 * h * (k_[0][i] - k_[12][i]);
      dy[i] = 1.5 * (y1_[i] - y0_[i]) * per_h - 0.25 * (k_[0][i] + k_[12][i]);
    }
  }

  // For steps that a kernel computes: what it needs of this one, and what it gave.
  template <class Block>
  void lend(Block& block, int lane, const typename Base::Attempt& attempt) const {
    block.begin.at[lane] = begin_;
    block.length.at[lane] = attempt.length;
    block.end.at[lane] = attempt.end;
    for (int i = 0; i < N; ++i) {
      block.y0[i].at[lane] = y0_[i];
      block.noise[i].at[lane] = Base::noise_[i];
      block.k[0][i].at[lane] = k_[0][i];
    }
  }
  template <class Block>
  bool take(const Block& block, int lane, const typename Base::Attempt& attempt) {
    for (int i = 0; i < N; ++i) y1_[i] = block.y1[i].at[lane];
    for (int s = 1; s < dop853::kAllStages; ++s)
      for (int i = 0; i < N; ++i) k_[s][i] = block.k[s][i].at[lane];
    counts_.slopes += dop853::kAllStages - 1;
    taken_ = true;
    return Base::judge(attempt,
                       scaled_error(attempt.length, block.error5.at[lane], block.error3.at[lane]));
  }

 private:
  using Coefficients = std::array<double, 7>;

  template <class T>
  static T interpolant(const T& x, const Coefficients& q) {
    const T u = 1 - x;
    return x * (q[0] + u * (q[1] + x * (q[2] + u * (q[3] + x * (q[4] + u * (q[5] + x * q[6]))))));
  }

  void begin_step() {
    k_[0] = k_[12];
    taken_ = false;
  }
  void keep_step() {
    if (!taken_) k_[12] = slope(end_, y1_);
    dense_ready_ = false;
  }
  void begin_exactly() {
    if (!dense_ready_) prepare_dense();  // before its stages are overwritten
  }

  template <int S>
  void stage(double h) {
    static constexpr auto row = dop853::a[S];
    StateN y;
    for (int i = 0; i < N; ++i) y[i] = y0_[i] + h * weighted<row, S, double>(k_, i);
    ++counts_.slopes;
    system_.slope(begin_ + dop853::c[S] * h, y, k_[S]);
  }

  // A step of length h; returns its scaled error (not-a-number if it went wrong).
  [[gnu::flatten]] double attempt(double h, StateN& y) {
    [&]<int... S>(std::integer_sequence<int, S...>) {
      (stage<S + 1>(h), ...);
    }(std::make_integer_sequence<int, dop853::kStages - 1>{});
    static constexpr auto row = dop853::a[dop853::kStages], row5 = dop853::e5,
                          less = dop853::e3_less;
    double sum5 = 0, sum3 = 0;
    for (int i = 0; i < N; ++i) {
      const double step = weighted<row, dop853::kStages, double>(k_, i);
      y[i] = y0_[i] + h * step;
      const double weight =
          1 /
          (Base::noise_[i] + std::max(std::abs(y0_[i]), std::abs(y[i])));  // of the error allowed
      const double e5 = weighted<row5, dop853::kStages, double>(k_, i) * weight;
      const double e3 = (step - weighted<less, dop853::kStages, double>(k_, i)) * weight;
      sum5 += e5 * e5;
      sum3 += e3 * e3;
    }
    return scaled_error(h, sum5, sum3);
  }
  double scaled_error(double h, double sum5, double sum3) const {
    if (sum5 == 0 && sum3 == 0) return 0;
    return (h / Base::relative_) * sum5 / std::sqrt(N * (sum5 + 0.01 * sum3));
  }

  void prepare_dense() {
    const double h = Base::length_;
    if (!taken_) {
      stage<13>(h);
      stage<14>(h);
      stage<15>(h);
    }
    static constexpr auto d0 = dop853::d[0], d1 = dop853::d[1], d2 = dop853::d[2],
                          d3 = dop853::d[3];
    for (int i = 0; i < N; ++i) {
      const double dy = y1_[i] - y0_[i];
      const double bend = h * k_[0][i] - dy;
      dense_[i] = {dy,
                   bend,
                   dy - h * k_[12][i] - bend,
                   h * weighted<d0, 16, double>(k_, i),
                   h * weighted<d1, 16, double>(k_, i),
                   h * weighted<d2, 16, double>(k_, i),
                   h * weighted<d3, 16, double>(k_, i)};
    }
    dense_ready_ = true;
  }

  std::array<StateN, dop853::kAllStages> k_{};
  std::array<Coefficients, N> dense_{};
  bool dense_ready_ = false;
  bool taken_ = false;  // the stages of this step came from a kernel, all sixteen
};

}  // namespace limber
