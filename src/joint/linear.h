// Small dense linear systems: Gaussian elimination with row pivoting, sizes known at compile time.
#pragma once

#include <array>
#include <cmath>
#include <utility>

namespace limber {

template <int N>
class Elimination {
 public:
  // Takes the matrix apart once; false if it is singular or not finite.
  bool prepare(const std::array<std::array<double, N>, N>& matrix) {
    m_ = matrix;
    for (int i = 0; i < N; ++i) row_[i] = i;
    for (int k = 0; k < N; ++k) {
      int best = k;
      for (int i = k + 1; i < N; ++i)
        if (std::abs(m_[i][k]) > std::abs(m_[best][k])) best = i;
      std::swap(row_[k], row_[best]);
      std::swap(m_[k], m_[best]);
      if (!(std::abs(m_[k][k]) > 0) || !std::isfinite(m_[k][k])) return false;
      per_pivot_[k] = 1 / m_[k][k];
      for (int i = k + 1; i < N; ++i) {
        m_[i][k] *= per_pivot_[k];
        for (int j = k + 1; j < N; ++j) m_[i][j] -= m_[i][k] * m_[k][j];
      }
    }
    return true;
  }
  // x such that matrix * x = b, in place.
  void solve(std::array<double, N>& b) const {
    std::array<double, N> x;
    for (int i = 0; i < N; ++i) x[i] = b[row_[i]];
    for (int i = 1; i < N; ++i)
      for (int j = 0; j < i; ++j) x[i] -= m_[i][j] * x[j];
    for (int i = N - 1; i >= 0; --i) {
      for (int j = N - 1; j > i; --j) x[i] -= m_[i][j] * x[j];
      x[i] *= per_pivot_[i];
    }
    b = x;
  }

 private:
  std::array<std::array<double, N>, N> m_{};
  std::array<double, N> per_pivot_{};
  std::array<int, N> row_{};  // which equation stands in which row
};

}  // namespace limber
