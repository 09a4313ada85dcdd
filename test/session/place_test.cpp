#include "session/place.h"

#include <gtest/gtest.h>

#include "session/live.h"

namespace limber {
namespace {

struct Place : testing::Test {
  Plan plan = live::plan();  // 21 s, 29 s, 41 s
  std::vector<int> eased = {0, 0, 0};
  Course course{plan, eased};
};

TEST_F(Place, ForwardGoesThroughPhasesAndItems) {
  EXPECT_EQ(course.forward({0, 0, 0}, 5'000), (Cursor{0, 1, 0}));
  EXPECT_EQ(course.forward({0, 0, 0}, 21'000), (Cursor{1, 0, 0}));
  EXPECT_EQ(course.forward({0, 0, 0}, 91'000), course.end());
}

TEST_F(Place, ForwardBeyondTheEndIsTheEnd) {
  EXPECT_EQ(course.forward({2, 0, 0}, 1'000'000'000), course.end());
}

TEST_F(Place, ElapsedIsWhatForwardWent) {
  for (std::int64_t ms = 0; ms <= 91'000; ms += 777)
    EXPECT_EQ(course.elapsed_ms(course.forward({0, 0, 0}, ms)), ms);
}

TEST_F(Place, OnlyRealPlacesAreValid) {
  EXPECT_TRUE(course.valid({0, 0, 4'999}));
  EXPECT_FALSE(course.valid({0, 0, 5'000}));
  EXPECT_FALSE(course.valid({0, 99, 0}));
  EXPECT_FALSE(course.valid({-1, 0, 0}));
  EXPECT_TRUE(course.valid({3, 0, 0}));
  EXPECT_FALSE(course.valid({3, 0, 1}));
  EXPECT_FALSE(course.valid({4, 0, 0}));
}

TEST_F(Place, EasierIsAQuarterLess) {
  const PlanItem easier = made_easier(plan.items[1], 1);
  EXPECT_DOUBLE_EQ(easier.range_factor, 0.75);
  EXPECT_EQ(easier.dose.hold_s, 3);
  EXPECT_EQ(easier.dose.reps, 2);
}

TEST_F(Place, EasierNeverVanishes) {
  const PlanItem easiest = made_easier(plan.items[1], 100);
  EXPECT_EQ(easiest.dose.reps, 1);
  EXPECT_GE(easiest.dose.hold_s, 1);
}

TEST_F(Place, EasingKeepsTheRepetition) {
  const std::vector<int> after = {0, 1, 0};
  // In the hold of the second repetition: phases are changeover, out, hold, back, out, hold ...
  EXPECT_EQ(carried_over(course, {plan, after}, {1, 5, 1'000}), (Cursor{1, 5, 1'000}));
}

TEST_F(Place, EasingPastTheLastRepetitionGoesOnToTheNextTechnique) {
  const std::vector<int> after = {0, 1, 0};
  EXPECT_EQ(carried_over(course, {plan, after}, {1, 8, 0}), (Cursor{2, 0, 0}));
}

}  // namespace
}  // namespace limber
