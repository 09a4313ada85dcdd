#include "joint/ensemble_km_vector.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace limber {
namespace {

TEST(EnsembleKmVector, ExponentialIsGoodToTwoUnits) {
  for (double y = -690; y < 690; y += 0.37)
    EXPECT_NEAR(exponential(Lanes<1>::all(y)).r / std::exp(y), 1, 5e-16) << y;
}

TEST(EnsembleKmVector, SineAndCosineAreGoodOverManyTurns) {
  for (double tau = -3; tau < 5; tau += 0.00137) {
    Lanes<1> s, c;
    sine_cosine_of_turns(Lanes<1>::all(tau), s, c);
    const double angle = 2 * std::numbers::pi * (tau - std::round(tau));
    EXPECT_NEAR(s.r, std::sin(angle), 4e-16) << tau;
    EXPECT_NEAR(c.r, std::cos(angle), 4e-16) << tau;
  }
}

TEST(EnsembleKmVector, RoughLogarithmIsGoodEnoughForAStepSize) {
  for (double x = 1e-280; x < 1e280; x *= 3.7)
    EXPECT_NEAR(rough_log2(Lanes<1>::all(x)).r, std::log2(x), 1e-4) << x;
}

TEST(EnsembleKmVector, RoughPowerIsGoodEnoughForAStepSize) {
  for (double y = -900; y < 900; y += 0.43)
    EXPECT_NEAR(rough_exp2(Lanes<1>::all(y)).r / std::exp2(y), 1, 1e-4) << y;
}

TEST(EnsembleKmVector, EachLaneIsItsOwn) {
  Lanes<2> y;
  y.set(0, 1.5);
  y.set(1, -20);
  const Lanes<2> e = exponential(y);
  EXPECT_EQ(e.get(0), exponential(Lanes<1>::all(1.5)).r);
  EXPECT_EQ(e.get(1), exponential(Lanes<1>::all(-20)).r);
}

TEST(EnsembleKmVector, ANotANumberIsNeverBelow) {
  Lanes<2> a = Lanes<2>::all(-1);
  EXPECT_TRUE(all_of<2>(below(a, 0)));
  a.set(1, std::numeric_limits<double>::quiet_NaN());
  EXPECT_FALSE(all_of<2>(below(a, 0)));
  EXPECT_TRUE(lane_of<2>(below(a, 0), 0));
  EXPECT_FALSE(lane_of<2>(below(a, 0), 1));
}

TEST(EnsembleKmVector, RoundsToTheNearestWholeNumber) {
  EXPECT_EQ(rounded(Lanes<1>::all(2.4)).r, 2);
  EXPECT_EQ(rounded(Lanes<1>::all(-2.6)).r, -3);
}

}  // namespace
}  // namespace limber
