// What an evenly sampled signal is made of: its spectrum, strongest frequency, centre and length.
// One place, so that the sound of the model and the sound read back from a file are judged alike.
#pragma once

#include <complex>
#include <span>
#include <vector>

namespace limber {

// In place; the size must be a power of two. Radix 2, decimation in time.
void fourier(std::span<std::complex<double>> values);

// |X|^2 of a real signal, padded with zeros to a power of two at least `pad` times its length;
// bin i stands for i * rate / (2 * (size - 1)).
[[nodiscard]] std::vector<double> power_spectrum(std::span<const double> signal, int pad);

struct SignalFigures {
  double peak = 0;         // largest absolute value
  double peak_hz = 0;      // strongest frequency above zero, between the bins by a parabola
  double centroid_hz = 0;  // power-weighted mean up to `band_hz`
  double t5_95 = 0;        // s between 5 % and 95 % of the energy
};

// All zeros for a signal that is silent or shorter than two samples.
[[nodiscard]] SignalFigures measure_signal(std::span<const double> signal, double rate,
                                           double band_hz = 10e3);

}  // namespace limber
