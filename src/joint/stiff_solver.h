// Rodas5P with step control: for what is stiff (the film while it is loaded).
//
// A thin film damps the joint's motion within microseconds while the pull takes a second; an
// explicit method would have to follow the microseconds. This one is L-stable: it solves a small
// linear system per stage, with the exact Jacobian, and steps over them.
// Invariants: those of ExplicitSolver, with dense output of order 4.
#pragma once

#include <limber/joint.h>

#include "joint/linear.h"
#include "joint/slope.h"
#include "joint/step_size.h"
#include "joint/tableau_rodas5p.h"

#include <cmath>

namespace limber {

template <class System>
class StiffSolver {
 public:
  static constexpr int N = System::kSize;
  using StateN = State<N>;

  StiffSolver(const System& system, double relative, SolverCounts& counts)
      : system_(system), relative_(relative), noise_(system.scale()), counts_(counts) {}

  // `first` is the length of the first try; it is cut as far as the error demands.
  void start(double t, const StateN& y, double first) {
    begin_ = end_ = t;
    y0_ = y1_ = y;
    step_ = first;
    control_ = StepSize(5);
  }

  // One kept step towards `limit`, never past it; false: no step is small enough.
  bool advance(double limit) {
    begin_ = end_;
    y0_ = y1_;
    differentiate(system_, begin_, y0_, slope0_, jacobian_);
    ++counts_.jacobians;
    for (;;) {
      const bool last = begin_ + step_ * 1.01 >= limit;
      const double h = last ? limit - begin_ : step_;
      if (!(h > 0) || begin_ + h == begin_) return false;
      const double error = attempt(h, y1_, &dense_);
      if (error <= 1 && system_.possible(y1_)) {
        end_ = last ? limit : begin_ + h;
        const double factor = control_.after_kept(error);
        if (!last || factor < 1) step_ = h * factor;
        ++counts_.steps;
        return true;
      }
      step_ = h * control_.after_refused(error <= 1 ? 1e30 : error);
      ++counts_.rejected;
    }
  }

  double begin() const { return begin_; }
  double end() const { return end_; }
  const StateN& at_begin() const { return y0_; }
  const StateN& at_end() const { return y1_; }

  StateN at(double t) const {
    const double x = (t - begin_) / (end_ - begin_), u = 1 - x;
    StateN y;
    for (int i = 0; i < N; ++i) {
      const double q = dense_[0][i] + x * (dense_[1][i] + x * dense_[2][i]);
      y[i] = u * y0_[i] + x * (y1_[i] + u * q);
    }
    return y;
  }

  StateN exactly(double t) {
    if (t == end_) return y1_;
    if (t == begin_) return y0_;
    StateN y;
    attempt(t - begin_, y, nullptr);
    return y;
  }

  // What the equations say of a state.
  StateN slope(double t, const StateN& y) {
    StateN dy;
    system_.slope(t, y, dy);
    ++counts_.slopes;
    return dy;
  }
  StateN speed(double t, const StateN& y) { return slope(t, y); }
  StateN speed_at_end() { return slope(end_, y1_); }

 private:
  using Dense = std::array<StateN, 3>;

  double attempt(double h, StateN& y, Dense* dense) {
    constexpr int kStages = rodas5p::kStages;
    auto matrix = jacobian_.by_state;
    for (int i = 0; i < N; ++i)
      for (int j = 0; j < N; ++j)
        matrix[i][j] = (i == j ? 1 / (rodas5p::gamma * h) : 0) - matrix[i][j];
    if (!elimination_.prepare(matrix)) return std::nan("");
    std::array<StateN, kStages> k;
    for (int s = 0; s < kStages; ++s) {
      y = y0_;
      StateN right{};
      for (int j = 0; j < s; ++j)
        for (int i = 0; i < N; ++i) {
          y[i] += rodas5p::a[s][j] * k[j][i];
          right[i] += rodas5p::g[s][j] * k[j][i];
        }
      StateN dy = slope0_;
      if (s > 0) {
        system_.slope(begin_ + rodas5p::c[s] * h, y, dy);
        ++counts_.slopes;
      }
      for (int i = 0; i < N; ++i)
        k[s][i] = dy[i] + right[i] / h + h * rodas5p::d[s] * jacobian_.by_time[i];
      elimination_.solve(k[s]);
    }
    // The last stage is the difference between the step and its embedded twin.
    for (int i = 0; i < N; ++i) y[i] += k[kStages - 1][i];
    if (dense)
      for (int q = 0; q < 3; ++q)
        for (int i = 0; i < N; ++i) {
          double sum = 0;
          for (int j = 0; j < kStages; ++j) sum += rodas5p::h[q][j] * k[j][i];
          (*dense)[q][i] = sum;
        }
    return scaled_size(k[kStages - 1], y0_, y, noise_, relative_);
  }

  const System& system_;
  double relative_;
  StateN noise_;
  SolverCounts& counts_;
  StepSize control_{5};
  double begin_ = 0, end_ = 0, step_ = 0;
  StateN y0_{}, y1_{}, slope0_{};
  Jacobian<N> jacobian_;
  Elimination<N> elimination_;
  Dense dense_{};
};

}  // namespace limber
