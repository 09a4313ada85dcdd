#include "sound/wave.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/signal.h"

namespace limber {
namespace {

std::vector<double> sine(double hz, double rate, double seconds) {
  std::vector<double> out(static_cast<std::size_t>(rate * seconds));
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = std::sin(2 * M_PI * hz * static_cast<double>(i) / rate);
  }
  return out;
}

TEST(Wave, ComesBackAsItWasWritten) {
  for (int bits : {16, 24}) {
    Wave wave{48000, bits, 0.25, sine(440, 48000, 0.01)};
    for (double& x : wave.samples) x *= 0.2;
    const auto back = decode_wave(encode_wave(wave).value());
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->rate, 48000);
    EXPECT_EQ(back->bits, bits);
    EXPECT_EQ(back->full_scale, 0.25);
    ASSERT_EQ(back->samples.size(), wave.samples.size());
    const double step = 0.25 / std::exp2(bits - 1);
    for (std::size_t i = 0; i < wave.samples.size(); ++i)
      ASSERT_NEAR(back->samples[i], wave.samples[i], step) << i;
  }
}

TEST(Wave, TooLoudIsClippedAndNonsenseIsSilence) {
  const Wave wave{48000, 24, 1, {2, -2, std::nan(""), std::numeric_limits<double>::infinity()}};
  const auto back = decode_wave(encode_wave(wave).value()).value();
  EXPECT_NEAR(back.samples[0], 1, 1e-6);
  EXPECT_NEAR(back.samples[1], -1, 1e-6);
  EXPECT_EQ(back.samples[2], 0);
}

TEST(Wave, EmptySoundIsAFile) {
  EXPECT_TRUE(decode_wave(encode_wave({}).value()).value().samples.empty());
}

TEST(Wave, RefusesOtherDepths) {
  EXPECT_FALSE(encode_wave({48000, 8, 1, {}}));
  EXPECT_FALSE(encode_wave({48000, 24, 0, {}}));
}

TEST(Wave, CutOffOrForeignFilesAreRefusedWithoutHarm) {
  const std::string good = encode_wave({48000, 16, 1, sine(1000, 48000, 0.001)}).value();
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_FALSE(decode_wave(good.substr(0, size))) << size;
  for (std::size_t i = 0; i < 44; ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(0xff);
    (void)decode_wave(bad);  // any answer, but an answer
  }
}

TEST(Decimate, KeepsWhatIsHeardAndDropsTheRest) {
  const auto low = decimate(sine(5000, 384000, 0.05), 8, 48000, 0);
  const auto high = decimate(sine(30000, 384000, 0.05), 8, 48000, 0);
  double loudest_low = 0, loudest_high = 0;
  for (std::size_t i = 400; i < 2000; ++i) {
    loudest_low = std::max(loudest_low, std::abs(low[i]));
    loudest_high = std::max(loudest_high, std::abs(high[i]));
  }
  EXPECT_NEAR(loudest_low, 1, 1e-3);
  EXPECT_LT(loudest_high, 1e-4);  // 80 dB and more
}

TEST(Burst, IsOneToNinePopsInTheirWindow) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto pops = burst_of_pops(seed);
    ASSERT_GE(pops.size(), 1u);
    ASSERT_LE(pops.size(), 9u);
    for (std::size_t i = 1; i < pops.size(); ++i) {
      EXPECT_GE(pops[i].at - pops[i - 1].at, 0.005);
      EXPECT_LE(pops[i].at - pops[i - 1].at, 0.040);
    }
  }
}

TEST(Tones, SnapIsLowerAndLongerThanAPop) {
  const auto pop = measure_signal(tones({}, 1, 48000, 0.2), 48000);
  const auto snap = measure_signal(tones(tendon_snap(), 1, 48000, 0.2), 48000);
  EXPECT_LT(snap.centroid_hz, pop.centroid_hz);
  EXPECT_GT(snap.t5_95, 2 * pop.t5_95);
  EXPECT_NEAR(snap.peak, 1, 1e-12);
  EXPECT_GT(snap.t5_95, 0.010);
  EXPECT_LT(snap.t5_95, 0.060);
}

}  // namespace
}  // namespace limber
