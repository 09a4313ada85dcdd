// From the motion of the cavity to the sound in the air, and to a file anyone can play.
//
// A joint is small against the wavelength: the pressure at a distance is proportional to the
// second derivative of the cavity's volume, V'' (docs/physics.md 6). Rates in Hz, pressures in Pa.
#pragma once

#include <limber/result.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

// Sampled `factor` times less often, everything above 5/12 of the new rate taken out first
// (linear-phase Kaiser window, 90 dB), starting `lead_s` before the signal.
[[nodiscard]] std::vector<double> decimate(std::span<const double> signal, int factor,
                                           double rate_out, double lead_s);

// Raises the end smoothly to silence over `fade_s`.
void fade_out(std::span<double> signal, double rate, double fade_s);

// When the pops of one movement happen, in s: 1 + Poisson(2.5) of them (at most 9), 5 to 40 ms
// apart, the first at 0. The same for the same seed.
struct BurstPop {
  double at = 0, gain = 1;
};
[[nodiscard]] std::vector<BurstPop> burst_of_pops(std::uint64_t seed);
[[nodiscard]] std::vector<double> repeat(std::span<const double> pop, double rate,
                                         std::span<const BurstPop> pops);

// L0, pure synthesis: two damped tones with a soft onset, for comparison by ear.
struct Tones {
  double low_hz = 250, high_hz = 1500;   // 150-400, 800-2500
  double low_s = 3e-3, high_s = 0.7e-3;  // how fast they die away
  double high_gain = 0.6, onset_s = 0.2e-3;
};
[[nodiscard]] std::vector<double> tones(const Tones& tones, double peak, double rate,
                                        double length_s);
// A tendon slipping over bone: lower and longer than a pop (10-60 ms), and it can be repeated
// at once. Our own choice of numbers; there is no model behind it.
[[nodiscard]] Tones tendon_snap();

struct Wave {
  int rate = 48000, bits = 24;  // 16 or 24
  double full_scale = 1;        // Pa at the largest number
  std::vector<double> samples;  // Pa
};
// The smallest power of two that holds the signal, in Pa.
[[nodiscard]] double full_scale_for(std::span<const double> signal);
// RIFF/WAVE, one channel, PCM; what full scale means is written into its comment.
[[nodiscard]] Result<std::string> encode_wave(const Wave& wave);
// Errors: input, for anything that is not such a file.
[[nodiscard]] Result<Wave> decode_wave(std::string_view bytes);

}  // namespace limber
