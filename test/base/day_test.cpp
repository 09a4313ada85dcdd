#include "base/day.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

TEST(Day, TextAndBackOverFourCenturies) {
  for (Day day = -40000; day < 110000; ++day) EXPECT_EQ(parse_day(day_text(day)), day);
}

TEST(Day, KnownDays) {
  EXPECT_EQ(day_text(0), "1970-01-01");
  EXPECT_EQ(parse_day("2000-02-29"), 11016);
  EXPECT_EQ(parse_day("2026-11-21"), 20778);
}

TEST(Day, OnlyRealDays) {
  for (const char* bad : {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
                          "2026-1-01", "26-01-01", "2026/01/01", "2026-01-0x", ""}) {
    EXPECT_FALSE(parse_day(bad)) << bad;
  }
}

TEST(Day, LocalDayFollowsTheOffset) {
  const std::int64_t just_before_midnight_utc = 20778 * kDayMs - 1;
  EXPECT_EQ(local_day(just_before_midnight_utc, 0), 20777);
  EXPECT_EQ(local_day(just_before_midnight_utc, 60), 20778);
  EXPECT_EQ(local_day(-1, 0), -1);
}

TEST(Day, InstantsCarryTheirOffset) {
  EXPECT_EQ(instant_text(0, 90), "1970-01-01T01:30:00.000+01:30");
  EXPECT_EQ(instant_text(0, -300), "1969-12-31T19:00:00.000-05:00");
  EXPECT_EQ(time_text(3'600'000 * 5 + 60'000 * 7, 0), "05:07");
}

}  // namespace
}  // namespace limber
