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
    for (int k = 0; k < N; ++k) {
      int best = k;
      for (int i = k + 1; i < N; ++i)
        if (std::abs(m_[i][k]) > std::abs(m_[best][k])) best = i;
      pivot_[k] = best;
      std::swap(m_[k], m_[best]);
      if (!(std::abs(m_[k][k]) > 0) || !std::isfinite(m_[k][k])) return false;
      for (int i = k + 1; i < N; ++i) {
        m_[i][k] /= m_[k][k];
        for (int j = k + 1; j < N; ++j) m_[i][j] -= m_[i][k] * m_[k][j];
      }
    }
    return true;
  }
  // x such that matrix * x = b, in place.
  void solve(std::array<double, N>& b) const {
    for (int k = 0; k < N; ++k) std::swap(b[k], b[pivot_[k]]);
    for (int i = 1; i < N; ++i)
      for (int j = 0; j < i; ++j) b[i] -= m_[i][j] * b[j];
    for (int i = N - 1; i >= 0; --i) {
      for (int j = i + 1; j < N; ++j) b[i] -= m_[i][j] * b[j];
      b[i] /= m_[i][i];
    }
  }

 private:
  std::array<std::array<double, N>, N> m_{};
  std::array<int, N> pivot_{};
};

}  // namespace limber
