// What the solvers ask of a system of equations, and its derivatives by forward differentiation.
//
// A System has
//   static constexpr int kSize;                         how many states
//   template <class T> void slope(const T& t, const std::array<T, kSize>& y,
//                                 std::array<T, kSize>& dy) const;
//   bool possible(const State<kSize>& y) const;         false: a step that led here is taken back
//   State<kSize> scale() const;                         below which a state counts as noise
#pragma once

#include "joint/dual.h"

#include <array>

namespace limber {

template <int N>
using State = std::array<double, N>;

template <int N>
struct Jacobian {
  std::array<std::array<double, N>, N> by_state{};
  State<N> by_time{};
};

// dy, and its derivatives by every state and by time.
template <class System>
void differentiate(const System& system, double t, const State<System::kSize>& y,
                   State<System::kSize>& dy, Jacobian<System::kSize>& jacobian) {
  constexpr int N = System::kSize;
  using D = Dual<N + 1>;
  std::array<D, N> states, slopes;
  for (int i = 0; i < N; ++i) states[i] = D::variable(y[i], i);
  system.slope(D::variable(t, N), states, slopes);
  for (int i = 0; i < N; ++i) {
    dy[i] = slopes[i].value;
    for (int j = 0; j < N; ++j) jacobian.by_state[i][j] = slopes[i].part[j];
    jacobian.by_time[i] = slopes[i].part[N];
  }
}

// The second derivative of every state along the path through (t, y).
template <class System>
State<System::kSize> curvature(const System& system, double t, const State<System::kSize>& y,
                               const State<System::kSize>& dy) {
  constexpr int N = System::kSize;
  using D = Dual<1>;
  std::array<D, N> states, slopes;
  for (int i = 0; i < N; ++i) {
    states[i].value = y[i];
    states[i].part[0] = dy[i];
  }
  system.slope(D::variable(t, 0), states, slopes);
  State<N> second;
  for (int i = 0; i < N; ++i) second[i] = slopes[i].part[0];
  return second;
}

}  // namespace limber
