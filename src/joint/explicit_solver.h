// DOP853 with step control: for what is smooth and not stiff (the pop, the waiting, the sphere).
//
// Invariants: (1) begin() < end() are the ends of the last kept step, and at(t) interpolates
// inside it to order 7; (2) exactly(t) takes one full-order step from begin() to t, so an event
// located with it is as good as a step end; (3) nothing is allocated; (4) a step that leads
// somewhere impossible (a negative volume) is taken back and halved, never clipped.
#pragma once

#include <limber/joint.h>

#include "joint/slope.h"
#include "joint/step_size.h"
#include "joint/tableau_dop853.h"

#include <cmath>
#include <utility>

namespace limber {

template <class System>
class ExplicitSolver {
 public:
  static constexpr int N = System::kSize;
  using StateN = State<N>;

  ExplicitSolver(const System& system, double relative, SolverCounts& counts)
      : system_(system), relative_(relative), noise_(system.scale()), counts_(counts) {}

  void start(double t, const StateN& y) {
    begin_ = end_ = t;
    y0_ = y1_ = y;
    slope(t, y, k_[12]);
    step_ = first_step();
    control_ = StepSize(8);
  }

  // One kept step towards `limit`, never past it; false: no step is small enough.
  bool advance(double limit) {
    begin_ = end_;
    y0_ = y1_;
    k_[0] = k_[12];
    for (;;) {
      const bool last = begin_ + step_ * 1.01 >= limit;
      const double h = last ? limit - begin_ : step_;
      if (!(h > 0) || begin_ + h == begin_) return false;
      const double error = attempt(h, y1_);
      if (error <= 1 && system_.possible(y1_)) {
        end_ = last ? limit : begin_ + h;
        slope(end_, y1_, k_[12]);
        dense_ready_ = false;
        const double factor = control_.after_kept(error);
        // A step cut short by the limit says nothing about how long the next one may be.
        if (!last || factor < 1) step_ = h * factor;
        ++counts_.steps;
        return true;
      }
      step_ = h * control_.after_refused(error <= 1 ? 1e30 : error);
      ++counts_.rejected;
    }
  }

  // One step to `t` whatever its error: for measuring the order of the method.
  void step_to(double t) {
    begin_ = end_;
    y0_ = y1_;
    k_[0] = k_[12];
    attempt(t - begin_, y1_);
    end_ = t;
    slope(end_, y1_, k_[12]);
    dense_ready_ = false;
    ++counts_.steps;
  }

  double begin() const { return begin_; }
  double end() const { return end_; }
  const StateN& at_begin() const { return y0_; }
  const StateN& at_end() const { return y1_; }

  StateN at(double t) {
    if (!dense_ready_) prepare_dense();
    const double x = (t - begin_) / (end_ - begin_);
    StateN y;
    for (int i = 0; i < N; ++i) y[i] = y0_[i] + interpolant(x, dense_[i]);
    return y;
  }

  StateN exactly(double t) {
    if (t == end_) return y1_;
    if (t == begin_) return y0_;
    if (!dense_ready_) prepare_dense();  // before its stages are overwritten
    StateN y;
    attempt(t - begin_, y);
    return y;
  }

  // What the equations say of a state.
  StateN slope(double t, const StateN& y) {
    StateN dy;
    system_.slope(t, y, dy);
    ++counts_.slopes;
    return dy;
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

 private:
  using Coefficients = std::array<double, 7>;

  template <class T>
  static T interpolant(const T& x, const Coefficients& q) {
    const T u = 1 - x;
    return x * (q[0] + u * (q[1] + x * (q[2] + u * (q[3] + x * (q[4] + u * (q[5] + x * q[6]))))));
  }

  void slope(double t, const StateN& y, StateN& dy) {
    ++counts_.slopes;
    system_.slope(t, y, dy);
  }

  // sum over j of row[j] k[j], the zeros of the row left out at compile time.
  template <const auto& Row, int Count>
  double combine(int i) const {
    return [&]<int... J>(std::integer_sequence<int, J...>) {
      double sum = 0;
      ((Row[J] != 0 ? void(sum += Row[J] * k_[J][i]) : void()), ...);
      return sum;
    }(std::make_integer_sequence<int, Count>{});
  }

  template <int S>
  void stage(double h) {
    static constexpr auto row = dop853::a[S];
    StateN y;
    for (int i = 0; i < N; ++i) y[i] = y0_[i] + h * combine<row, S>(i);
    slope(begin_ + dop853::c[S] * h, y, k_[S]);
  }

  // A step of length h; returns its scaled error (not-a-number if it went wrong).
  double attempt(double h, StateN& y) {
    [&]<int... S>(std::integer_sequence<int, S...>) {
      (stage<S + 1>(h), ...);
    }(std::make_integer_sequence<int, dop853::kStages - 1>{});
    static constexpr auto row = dop853::a[dop853::kStages];
    static constexpr auto row5 = dop853::e5, row3 = dop853::e3;
    StateN e5, e3;
    for (int i = 0; i < N; ++i) {
      y[i] = y0_[i] + h * combine<row, dop853::kStages>(i);
      e5[i] = h * combine<row5, dop853::kStages>(i);
      e3[i] = h * combine<row3, dop853::kStages>(i);
    }
    const double size5 = scaled_size(e5, y0_, y, noise_, relative_);
    const double size3 = scaled_size(e3, y0_, y, noise_, relative_);
    if (size5 == 0 && size3 == 0) return 0;
    return size5 * size5 / std::sqrt(size5 * size5 + 0.01 * size3 * size3);
  }

  void prepare_dense() {
    const double h = end_ - begin_;
    stage<13>(h);
    stage<14>(h);
    stage<15>(h);
    static constexpr auto d0 = dop853::d[0], d1 = dop853::d[1], d2 = dop853::d[2],
                          d3 = dop853::d[3];
    for (int i = 0; i < N; ++i) {
      const double dy = y1_[i] - y0_[i];
      const double bend = h * k_[0][i] - dy;
      dense_[i] = {dy,
                   bend,
                   dy - h * k_[12][i] - bend,
                   h * combine<d0, 16>(i),
                   h * combine<d1, 16>(i),
                   h * combine<d2, 16>(i),
                   h * combine<d3, 16>(i)};
    }
    dense_ready_ = true;
  }

  // Hairer, Norsett, Wanner I, II.4: so short that an explicit Euler step would be harmless.
  double first_step() const {
    double size = 0, speed = 0;
    for (int i = 0; i < N; ++i) {
      const double measure = noise_[i] + std::abs(y1_[i]);
      size += (y1_[i] / measure) * (y1_[i] / measure);
      speed += (k_[12][i] / measure) * (k_[12][i] / measure);
    }
    if (!(speed > 0)) return 1e-6;
    return std::max(1e-3 * std::sqrt(std::max(size, 1e-6) / speed), 1e-30);
  }

  const System& system_;
  double relative_;
  StateN noise_;
  SolverCounts& counts_;
  StepSize control_{8};
  double begin_ = 0, end_ = 0, step_ = 0;
  StateN y0_{}, y1_{};
  std::array<StateN, dop853::kAllStages> k_{};
  std::array<Coefficients, N> dense_{};
  bool dense_ready_ = false;
};

}  // namespace limber
