#include "body/plan_time.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace limber {
namespace {

TEST(PlanTime, SecondsAreRoundedToMilliseconds) {
  EXPECT_EQ(to_ms(1.0 / 3), 333);
  EXPECT_EQ(to_ms(0.0006), 1);
}

TEST(PlanTime, NonsenseTakesNoTime) {
  for (const double seconds : {-1.0, std::nan(""), std::numeric_limits<double>::infinity(), 1e300})
    EXPECT_EQ(to_ms(seconds), 0);
}

TEST(PlanTime, AnItemIsTempoTimesRepetitionsSidesAndSets) {
  PlanItem item;
  item.dose = {2, 3, 2, 1, 4, 1.5, 10};
  item.changeover_s = 5;
  EXPECT_EQ(item_ms(item), 5'000 + 6'500 * 3 * 2 * 2 + 10'000);
}

}  // namespace
}  // namespace limber
