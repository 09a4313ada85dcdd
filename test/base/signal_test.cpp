#include "base/signal.h"

#include <gtest/gtest.h>

#include <cmath>

namespace limber {
namespace {

TEST(Signal, FourierOfAnImpulseIsFlat) {
  std::vector<std::complex<double>> x(64);
  x[0] = 1;
  fourier(x);
  for (const auto& value : x) EXPECT_NEAR(std::abs(value - 1.0), 0, 1e-14);
}

TEST(Signal, SpectrumKeepsTheEnergy) {
  std::vector<double> x(37);
  double energy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto n = static_cast<double>(i);
    x[i] = std::sin(1.7 * n) + 0.3 * n;
    energy += x[i] * x[i];
  }
  const auto power = power_spectrum(x, 1);
  double sum = power.front() + power.back();
  for (std::size_t i = 1; i + 1 < power.size(); ++i) sum += 2 * power[i];
  EXPECT_NEAR(sum / (2 * static_cast<double>(power.size() - 1)) / energy, 1, 1e-12);
}

TEST(Signal, FindsTheFrequencyOfASine) {
  std::vector<double> x(2000);
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = 0.5 * std::sin(2 * M_PI * 1234.5 * static_cast<double>(i) / 48000);
  }
  const auto figures = measure_signal(x, 48000);
  EXPECT_NEAR(figures.peak_hz, 1234.5, 1);
  EXPECT_NEAR(figures.peak, 0.5, 1e-3);
  EXPECT_NEAR(figures.t5_95, 0.9 * 2000 / 48000, 1e-3);
}

TEST(Signal, SilenceMeasuresAsNothing) {
  EXPECT_EQ(measure_signal({}, 48000).peak_hz, 0);
  EXPECT_EQ(measure_signal(std::vector<double>(100, 0.0), 48000).t5_95, 0);
  EXPECT_EQ(measure_signal(std::vector<double>(100, NAN), 48000).centroid_hz, 0);
}

}  // namespace
}  // namespace limber
