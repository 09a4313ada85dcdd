#include "host/system_clock.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace limber::host {
namespace {

constexpr std::int64_t kSummer = 1'782'864'000'000;  // 2026-07-01 00:00 UTC
constexpr std::int64_t kWinter = 1'767'225'600'000;  // 2026-01-01 00:00 UTC

TEST(SystemClock, CountsFrom1970) {
  SystemClock clock;
  EXPECT_GT(clock.now_ms(), 1'700'000'000'000);
  EXPECT_LT(clock.now_ms(), 4'102'444'800'000);
}

TEST(SystemClock, KnowsDaylightSavingOfThatMoment) {
  // A rule written out, so that no time-zone files are needed.
  ::setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
  ::tzset();
  SystemClock clock;
  EXPECT_EQ(clock.offset_min(kSummer), 120);
  EXPECT_EQ(clock.offset_min(kWinter), 60);
  ::setenv("TZ", "UTC0", 1);
  ::tzset();
  EXPECT_EQ(clock.offset_min(kSummer), 0);
}

}  // namespace
}  // namespace limber::host
