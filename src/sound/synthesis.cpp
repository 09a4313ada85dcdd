#include "sound/wave.h"

#include "base/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limber {
namespace {

constexpr double kPi = std::numbers::pi;

// Modified Bessel function of order zero, by its series.
double bessel_i0(double x) {
  double sum = 1, term = 1;
  for (int k = 1; k < 60; ++k) {
    term *= (x / (2 * k)) * (x / (2 * k));
    sum += term;
  }
  return sum;
}

// A low-pass for `factor`: passes 5/12 of the new rate, stops at half of it, 90 dB down.
std::vector<double> low_pass(int factor) {
  constexpr double kDecibels = 90, kPass = 5.0 / 12, kStop = 0.5;
  const double width = (kStop - kPass) / factor;  // in cycles per old sample
  const int half = static_cast<int>(std::ceil((kDecibels - 8) / (2.285 * 2 * kPi * width) / 2));
  const double beta = 0.1102 * (kDecibels - 8.7), cut = 0.5 * (kPass + kStop) / factor;
  std::vector<double> taps;
  double sum = 0;
  for (int i = -half; i <= half; ++i) {
    const double x = static_cast<double>(i) / half;
    const double window = bessel_i0(beta * std::sqrt(1 - x * x)) / bessel_i0(beta);
    const double sinc = i == 0 ? 2 * cut : std::sin(2 * kPi * cut * i) / (kPi * i);
    taps.push_back(window * sinc);
    sum += taps.back();
  }
  for (double& tap : taps) tap /= sum;
  return taps;
}

}  // namespace

std::vector<double> decimate(std::span<const double> signal, int factor, double rate_out,
                             double lead_s) {
  const std::vector<double> taps = low_pass(factor);
  const auto half = static_cast<long>(taps.size() / 2);
  const auto lead = static_cast<long>(std::lround(lead_s * rate_out));
  const auto size = static_cast<long>(signal.size());
  const long count = lead + size / factor + 1 + half / factor;
  std::vector<double> out(static_cast<std::size_t>(count), 0.0);
  for (long i = 0; i < count; ++i) {
    const long centre = (i - lead) * factor;
    const long first = std::max(0L, centre - half), last = std::min(size - 1, centre + half);
    double sum = 0;
    for (long j = first; j <= last; ++j) sum += signal[j] * taps[j - centre + half];
    out[i] = sum;
  }
  return out;
}

void fade_out(std::span<double> signal, double rate, double fade_s) {
  const auto length = std::min(signal.size(), static_cast<std::size_t>(fade_s * rate));
  for (std::size_t i = 0; i < length; ++i)
    signal[signal.size() - 1 - i] *=
        0.5 - 0.5 * std::cos(kPi * static_cast<double>(i) / static_cast<double>(length));
}

std::vector<BurstPop> burst_of_pops(std::uint64_t seed) {
  Random random(seed);
  // Poisson by the product of uniforms (Knuth).
  int more = 0;
  for (double product = random.unit(); product > std::exp(-2.5); product *= random.unit()) ++more;
  std::vector<BurstPop> pops = {{0, 1}};
  for (int i = 0; i < std::min(more, 8); ++i)
    pops.push_back({pops.back().at + 0.005 + 0.035 * random.unit(), 0.4 + 0.6 * random.unit()});
  return pops;
}

std::vector<double> repeat(std::span<const double> pop, double rate,
                           std::span<const BurstPop> pops) {
  std::vector<double> out;
  for (const BurstPop& each : pops) {
    const auto start = static_cast<std::size_t>(std::lround(each.at * rate));
    if (out.size() < start + pop.size()) out.resize(start + pop.size());
    for (std::size_t i = 0; i < pop.size(); ++i) out[start + i] += each.gain * pop[i];
  }
  return out;
}

std::vector<double> tones(const Tones& t, double peak, double rate, double length_s) {
  std::vector<double> out(static_cast<std::size_t>(length_s * rate));
  double largest = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double s = static_cast<double>(i) / rate;
    const double onset = s < t.onset_s ? 0.5 - 0.5 * std::cos(kPi * s / t.onset_s) : 1;
    out[i] = onset * (std::exp(-s / t.low_s) * std::sin(2 * kPi * t.low_hz * s) +
                      t.high_gain * std::exp(-s / t.high_s) * std::sin(2 * kPi * t.high_hz * s));
    largest = std::max(largest, std::abs(out[i]));
  }
  if (largest > 0)
    for (double& x : out) x *= peak / largest;
  return out;
}

Tones tendon_snap() {
  return {90, 320, 14e-3, 5e-3, 0.35, 2e-3};
}

}  // namespace limber
