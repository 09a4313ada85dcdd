#include <gtest/gtest.h>
#include <limber/joint.h>
#include <cmath>

#include <algorithm>
#include <cmath>
#include <thread>

#include "joint/histogram.h"

namespace limber {
namespace {

using Work = std::function<void(std::size_t)>;
const ForEach kForwards = [](std::size_t n, const Work& work) {
  for (std::size_t i = 0; i < n; ++i) work(i);
};
const ForEach kBackwards = [](std::size_t n, const Work& work) {
  for (std::size_t i = n; i > 0; --i) work(i - 1);
};
const ForEach kThreads = [](std::size_t n, const Work& work) {
  std::thread half([&] {
    for (std::size_t i = 0; i < n; i += 2) work(i);
  });
  for (std::size_t i = 1; i < n; i += 2) work(i);
  half.join();
};

RunOptions quick() {
  RunOptions options;
  options.tolerance = 1e-5;
  return options;
}
Sweep make(std::uint64_t points, std::uint64_t seed = 7) {
  return Sweep(*joint_preset("facet_stretch"), points, seed, quick());
}
std::string run(Sweep sweep, const ForEach& runner, std::size_t wave) {
  while (sweep.advance(runner, wave)) {
  }
  return sweep.save();
}

TEST(Sweep, IsTheSameForAnyPartition) {
  const std::string one = run(make(40), kForwards, 40);
  EXPECT_EQ(run(make(40), kBackwards, 7), one);
  EXPECT_EQ(run(make(40), kThreads, 16), one);
}

TEST(Sweep, AnotherSeedGivesOtherJoints) {
  EXPECT_NE(run(make(20, 1), kForwards, 20), run(make(20, 2), kForwards, 20));
}

TEST(Sweep, GoesOnWhereItStopped) {
  Sweep first = make(40);
  first.advance(kForwards, 16);
  Sweep second = make(40);
  ASSERT_TRUE(second.resume(first.save()));
  EXPECT_EQ(second.done(), 16u);
  EXPECT_EQ(run(std::move(second), kForwards, 16), run(make(40), kForwards, 40));
}

TEST(Sweep, RefusesTheSaveOfAnotherSweep) {
  Sweep other = make(40, 8);
  const auto resumed = other.resume(make(40, 7).save());
  ASSERT_FALSE(resumed);
  EXPECT_NE(resumed.error().message.find("seed"), std::string::npos);
}

TEST(Sweep, RefusesADamagedSave) {
  const std::string good = run(make(20), kForwards, 20);
  for (std::size_t cut : {0ul, 1ul, good.size() / 2, good.size() - 1}) {
    Sweep sweep = make(20);
    EXPECT_FALSE(sweep.resume(good.substr(0, cut))) << cut;
    EXPECT_EQ(sweep.done(), 0u);
  }
  std::string wrong = good;
  const std::size_t at = wrong.find("\"popped\":");
  wrong.insert(at + 9, "1");
  Sweep sweep = make(20);
  EXPECT_FALSE(sweep.resume(wrong));
}

TEST(Sweep, OfNothingIsDoneAtOnce) {
  Sweep sweep = make(0);
  EXPECT_FALSE(sweep.advance(kForwards, 100));
  EXPECT_EQ(sweep.summary().points, 0u);
  EXPECT_EQ(sweep.summary().force_N.median, 0);
}

TEST(Sweep, GivesThePointsInOrder) {
  Sweep sweep = make(10);
  std::vector<std::uint64_t> seen;
  while (sweep.advance(kBackwards, 4, [&](const SweepPoint& p) { seen.push_back(p.index); })) {
  }
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.size(), 10u);
}

TEST(Sweep, DrawsInsideThePublishedSpread) {
  const JointPreset preset = *joint_preset("facet_thrust");
  for (std::uint64_t i = 0; i < 20; ++i) {
    const SweepPoint point = sweep_point(preset, 3, i, quick());
    EXPECT_FALSE(point.failed) << i;
    for (const ParameterInfo& info : joint_parameters()) {
      if (info.facet.low == info.facet.high) continue;
      const double value = point.parameters.*(info.field) / info.per_unit;
      EXPECT_GE(value, info.facet.low - 1e-9 * std::abs(info.facet.low)) << info.name;
      EXPECT_LE(value, info.facet.high + 1e-9 * std::abs(info.facet.high)) << info.name;
    }
  }
}

TEST(Histogram, QuantilesOfAnEvenSpreadAreEven) {
  const Scale scale{0, 100, false};
  std::vector<std::uint32_t> counts(kBins);
  for (int i = 0; i < 10000; ++i) ++counts[bin_of(scale, i / 100.0)];
  EXPECT_NEAR(quantile(scale, counts, 0.5), 50, 0.05);
  EXPECT_NEAR(quantile(scale, counts, 0.05), 5, 0.05);
}

TEST(Histogram, WhatLiesOutsideCountsAtTheEnds) {
  const Scale scale{1, 100, true};
  EXPECT_EQ(bin_of(scale, 0.001), 0);
  EXPECT_EQ(bin_of(scale, 0), 0);
  EXPECT_EQ(bin_of(scale, -5), 0);
  EXPECT_EQ(bin_of(scale, 1e9), kBins - 1);
  EXPECT_EQ(bin_of(scale, std::nan("")), kBins - 1);
}

}  // namespace
}  // namespace limber
