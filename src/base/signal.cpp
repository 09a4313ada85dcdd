#include "base/signal.h"

#include "base/check.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace limber {

namespace {

// Written out: the library's complex product also cares for infinities, at a price.
std::complex<double> product(std::complex<double> a, std::complex<double> b) {
  return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

// exp(-2 pi i k / n) for k below n/2, each from two that came before: one sine and cosine for each
// doubling, and a dozen roundings at most.
std::vector<std::complex<double>> turns_of(std::size_t n) {
  std::vector<std::complex<double>> turns(std::max<std::size_t>(1, n / 2), 1.0);
  for (std::size_t size = 1; size < n / 2; size *= 2) {
    const auto step =
        std::polar(1.0, -2 * std::numbers::pi * static_cast<double>(size) / static_cast<double>(n));
    for (std::size_t i = 0; i < size; ++i) turns[size + i] = product(turns[i], step);
  }
  return turns;
}

// The lower half turned, then sums above and differences below.
void butterflies(double* re, double* im, const double* cosine, const double* sine,
                 std::size_t half) {
  for (std::size_t i = 0; i < half; ++i) {
    const double x = cosine[i] * re[half + i] - sine[i] * im[half + i];
    const double y = cosine[i] * im[half + i] + sine[i] * re[half + i];
    re[half + i] = re[i] - x;
    im[half + i] = im[i] - y;
    re[i] += x;
    im[i] += y;
  }
}

}  // namespace

void fourier(std::span<std::complex<double>> values) {
  const std::size_t n = values.size();
  LIMBER_CHECK(std::has_single_bit(n));
  for (std::size_t i = 1, j = 0; i < n; ++i) {
    std::size_t bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) std::swap(values[i], values[j]);
  }
  const std::vector<std::complex<double>> turns = turns_of(n);
  // Real and imaginary parts apart: the loops are then plain enough for a vector unit.
  std::vector<double> re(n), im(n), cosine(n / 2), sine(n / 2);
  for (std::size_t i = 0; i < n; ++i) re[i] = values[i].real(), im[i] = values[i].imag();
  for (std::size_t half = 1; half < n; half *= 2) {
    for (std::size_t i = 0; i < half; ++i) {
      cosine[i] = turns[i * (n / 2 / half)].real();
      sine[i] = turns[i * (n / 2 / half)].imag();
    }
    for (std::size_t start = 0; start < n; start += 2 * half)
      butterflies(&re[start], &im[start], cosine.data(), sine.data(), half);
  }
  for (std::size_t i = 0; i < n; ++i) values[i] = {re[i], im[i]};
}

std::vector<double> power_spectrum(std::span<const double> signal, int pad) {
  const std::size_t n =
      std::max<std::size_t>(4, std::bit_ceil(signal.size() * static_cast<std::size_t>(pad)));
  // Two real samples make one complex number: half the work (Cooley and others, 1970).
  std::vector<std::complex<double>> z(n / 2);
  for (std::size_t i = 0; i < signal.size(); ++i) {
    if (i % 2 == 0)
      z[i / 2].real(signal[i]);
    else
      z[i / 2].imag(signal[i]);
  }
  fourier(z);
  const std::vector<std::complex<double>> turns = turns_of(n);
  std::vector<double> power(n / 2 + 1);
  for (std::size_t i = 0; i <= n / 2; ++i) {
    const auto a = z[i % (n / 2)], b = std::conj(z[(n / 2 - i) % (n / 2)]);
    const auto even = 0.5 * (a + b), odd = std::complex<double>(0, -0.5) * (a - b);
    const auto turn = i < n / 2 ? turns[i] : -1.0;
    power[i] = std::norm(even + product(turn, odd));
  }
  return power;
}

namespace {

double time_between(std::span<const double> signal, double rate, double low, double high) {
  double total = 0;
  for (double x : signal) total += x * x;
  double sum = 0, start = -1;
  for (std::size_t i = 0; i < signal.size(); ++i) {
    sum += signal[i] * signal[i];
    if (start < 0 && sum >= low * total) start = static_cast<double>(i);
    if (sum >= high * total) return (static_cast<double>(i) - start) / rate;
  }
  return 0;
}

}  // namespace

SignalFigures measure_signal(std::span<const double> signal, double rate, double band_hz) {
  SignalFigures figures;
  for (double x : signal) figures.peak = std::max(figures.peak, std::abs(x));
  if (signal.size() < 2 || !(figures.peak > 0) || !std::isfinite(figures.peak)) return figures;
  const std::vector<double> power = power_spectrum(signal, 4);
  const double step = rate / (2 * static_cast<double>(power.size() - 1));
  std::size_t best = 1;
  double sum = 0, moment = 0;
  for (std::size_t i = 0; i < power.size(); ++i) {
    const double hz = static_cast<double>(i) * step;
    if (i > 0 && power[i] > power[best]) best = i;
    if (hz > band_hz) continue;
    sum += power[i];
    moment += power[i] * hz;
  }
  double offset = 0;
  if (best + 1 < power.size()) {
    const double a = power[best - 1], b = power[best], c = power[best + 1];
    const double bend = a - 2 * b + c;
    if (bend < 0) offset = std::clamp(0.5 * (a - c) / bend, -0.5, 0.5);
  }
  figures.peak_hz = (static_cast<double>(best) + offset) * step;
  figures.centroid_hz = sum > 0 ? moment / sum : 0;
  figures.t5_95 = time_between(signal, rate, 0.05, 0.95);
  return figures;
}

}  // namespace limber
