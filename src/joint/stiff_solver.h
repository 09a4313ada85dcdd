// Rodas5P with step control: for what is stiff (the film while it is loaded).
//
// A thin film damps the joint's motion within microseconds while the pull takes a second; an
// explicit method would have to follow the microseconds. This one is L-stable: it solves a small
// linear system per stage, with the exact Jacobian, and steps over them.
// Beside the invariants of Stepper: at(t) interpolates inside the last step to order 4.
#pragma once

#include "joint/linear.h"
#include "joint/stepper.h"
#include "joint/tableau_rodas5p.h"

#include "joint/weighted.h"

#include <utility>

namespace limber {

template <class System>
class StiffSolver : public Stepper<System, StiffSolver<System>> {
  using Base = Stepper<System, StiffSolver<System>>;
  friend Base;
  using Base::begin_, Base::end_, Base::y0_, Base::y1_, Base::system_, Base::counts_;

 public:
  using Base::Base, Base::N, Base::slope;
  using typename Base::StateN;
  // Fewest steps per pull among the gains tried.
  static constexpr StepSize::Gains kGains = {5, 0.93, 0.8, 0.1};

  StateN at(double t) const {
    const double x = (t - begin_) / (end_ - begin_), u = 1 - x;
    StateN y;
    for (int i = 0; i < N; ++i) {
      const double q = dense_[i][0] + x * (dense_[i][1] + x * dense_[i][2]);
      y[i] = u * y0_[i] + x * (y1_[i] + u * q);
    }
    return y;
  }
  StateN speed(double t, const StateN& y) { return slope(t, y); }
  StateN speed_at_end() { return slope(end_, y1_); }
  void sketch_middle(StateN& y, StateN& dy) {
    const double middle = 0.5 * (begin_ + end_);
    y = at(middle);
    dy = slope(middle, y);
  }

 private:
  void begin_step() {
    differentiate(system_, begin_, y0_, slope0_, jacobian_);
    ++counts_.jacobians;
  }
  void keep_step() { prepare_dense(); }
  void begin_exactly() {}

  template <int S>
  void stage(double h, StateN& y) {
    static constexpr auto from = rodas5p::a[S], coupling = rodas5p::g[S];
    StateN dy = slope0_;
    if constexpr (S > 0) {
      for (int i = 0; i < N; ++i) y[i] = y0_[i] + weighted<from, S, double>(k_, i);
      system_.slope(begin_ + rodas5p::c[S] * h, y, dy);
      ++counts_.slopes;
    }
    const double per_h = 1 / h;
    for (int i = 0; i < N; ++i) {
      k_[S][i] = dy[i] + weighted<coupling, S, double>(k_, i) * per_h;
      if constexpr (rodas5p::d[S] != 0) k_[S][i] += h * rodas5p::d[S] * jacobian_.by_time[i];
    }
    elimination_.solve(k_[S]);
  }

  // A step of length h; returns its scaled error (not-a-number if it went wrong).
  [[gnu::flatten]] double attempt(double h, StateN& y) {
    auto matrix = jacobian_.by_state;
    const double diagonal = 1 / (rodas5p::gamma * h);
    for (int i = 0; i < N; ++i)
      for (int j = 0; j < N; ++j) matrix[i][j] = (i == j ? diagonal : 0) - matrix[i][j];
    if (!elimination_.prepare(matrix)) return std::nan("");
    [&]<int... S>(std::integer_sequence<int, S...>) {
      (stage<S>(h, y), ...);
    }(std::make_integer_sequence<int, rodas5p::kStages>{});
    // The last stage is the difference between the step and its embedded twin.
    const StateN& last = k_[rodas5p::kStages - 1];
    for (int i = 0; i < N; ++i) y[i] += last[i];
    return scaled_size(last, y0_, y, Base::noise_, Base::relative_);
  }

  void prepare_dense() {
    static constexpr auto h0 = rodas5p::h[0], h1 = rodas5p::h[1], h2 = rodas5p::h[2];
    for (int i = 0; i < N; ++i)
      dense_[i] = {weighted<h0, rodas5p::kStages, double>(k_, i),
                   weighted<h1, rodas5p::kStages, double>(k_, i),
                   weighted<h2, rodas5p::kStages, double>(k_, i)};
  }

  StateN slope0_{};
  Jacobian<N> jacobian_;
  Elimination<N> elimination_;
  std::array<StateN, rodas5p::kStages> k_{};
  std::array<std::array<double, 3>, N> dense_{};
};

}  // namespace limber
