#include "joint/elementary.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/random.h"

namespace limber {
namespace {

// Of x, in units of its last place against long double.
double units(double got, long double exact) {
  const double near = static_cast<double>(exact);
  const double place = std::nextafter(std::abs(near), HUGE_VAL) - std::abs(near);
  return static_cast<double>(std::abs(static_cast<long double>(got) - exact)) / place;
}

TEST(Elementary, LogIsWithinAUnit) {
  Random random(1);
  for (int i = 0; i < 100'000; ++i) {
    const double x = std::ldexp(0.5 + random.unit(), static_cast<int>(random.below(200)) - 100);
    ASSERT_LE(units(same::log(x), std::log(static_cast<long double>(x))), 1.0) << x;
  }
}

TEST(Elementary, ExpIsWithinAUnit) {
  Random random(2);
  for (int i = 0; i < 100'000; ++i) {
    const double x = 100 * (random.unit() - 0.5);
    ASSERT_LE(units(same::exp(x), std::exp(static_cast<long double>(x))), 1.0) << x;
  }
}

TEST(Elementary, PowIsWithinAFew) {
  Random random(3);
  for (int i = 0; i < 100'000; ++i) {
    const double x = std::exp(20 * (random.unit() - 0.5)), y = 1 + random.unit();
    ASSERT_LE(units(same::pow(x, y), std::pow(static_cast<long double>(x), y)), 24)
        << x << " " << y;
  }
}

TEST(Elementary, TheEdgesAreThoseOfTheLibrary) {
  const double infinite = std::numeric_limits<double>::infinity();
  EXPECT_EQ(same::log(1), 0);
  EXPECT_EQ(same::exp(0), 1);
  EXPECT_EQ(same::pow(1, 1.07), 1);
  EXPECT_EQ(same::pow(0.3, 1), 0.3);
  EXPECT_EQ(same::log(0), -infinite);
  EXPECT_TRUE(std::isnan(same::log(-1)));
  EXPECT_TRUE(std::isnan(same::log(std::nan(""))));
  EXPECT_EQ(same::exp(1000), infinite);
  EXPECT_EQ(same::exp(-1000), 0);
  EXPECT_TRUE(std::isnan(same::exp(std::nan(""))));
  EXPECT_EQ(same::exp(-infinite), 0);
}

// The bits that every machine gives.
TEST(Elementary, TheBitsAreFixed) {
  EXPECT_EQ(same::log(3), 0x1.193ea7aad030ap+0);
  EXPECT_EQ(same::exp(1), 0x1.5bf0a8b14576ap+1);
}

}  // namespace
}  // namespace limber
