#include "plan/history.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "plan/sample.h"

namespace limber {
namespace {

constexpr Day kToday = 20'000;

// Days before today on which it was easy, oldest first.
TechniqueHistory easy(std::vector<int> days_ago) {
  TechniqueHistory history;
  for (const int ago : days_ago) history.days.push_back({kToday - ago, true, false});
  return history;
}

Footing stand(const TechniqueHistory& history) {
  return footing(&history, kToday, 10, {});
}

TEST(Footing, WithoutADiaryItIsTheStart) {
  const Footing at = footing(nullptr, kToday, 10, {});
  EXPECT_EQ(at.rung, 0);
  EXPECT_TRUE(at.is_new);
}

TEST(Footing, TwoEasyDaysAreNotEnough) {
  EXPECT_EQ(stand(easy({2, 1})).rung, 0);
}

TEST(Footing, ThreeEasyDaysAreOneRung) {
  EXPECT_EQ(stand(easy({3, 2, 1})).rung, 1);
  EXPECT_TRUE(stand(easy({3, 2, 1})).climbed);
}

TEST(Footing, SixEasyDaysAreTwoRungs) {
  EXPECT_EQ(stand(easy({6, 5, 4, 3, 2, 1})).rung, 2);
}

TEST(Footing, TheTopIsTheTop) {
  const auto diary = easy({6, 5, 4, 3, 2, 1});
  EXPECT_EQ(footing(&diary, kToday, 1, {}).rung, 1);
}

TEST(Footing, ADayThatWasNotEasyStartsTheCountAgain) {
  auto diary = easy({4, 3, 1});
  diary.days.push_back({kToday - 2, false, false});
  EXPECT_EQ(stand(diary).rung, 0);
}

TEST(Footing, TwoSessionsOnOneDayAreOneDay) {
  EXPECT_EQ(stand(easy({2, 2, 1})).rung, 0);
}

TEST(Footing, TheWorseSessionOfADayCounts) {
  auto diary = easy({3, 2, 1});
  diary.days.push_back({kToday - 1, true, true});
  EXPECT_EQ(stand(diary).halvings, 1);
}

TEST(Footing, AFlareHalves) {
  auto diary = easy({4, 3, 2});
  diary.days.push_back({kToday - 1, true, true});
  EXPECT_EQ(stand(diary).halvings, 1);
  EXPECT_EQ(stand(diary).rung, 1);
}

TEST(Footing, ThreeEasyDaysAfterAFlareLiftTheHalvingFirst) {
  auto diary = easy({3, 2, 1});
  diary.days.push_back({kToday - 4, true, true});
  EXPECT_EQ(stand(diary).halvings, 0);
  EXPECT_EQ(stand(diary).rung, 0);
}

TEST(Footing, ThreeFlaresAreAQuarterAndNotLess) {
  TechniqueHistory diary;
  for (int ago = 1; ago <= 3; ++ago) diary.days.push_back({kToday - ago, false, true});
  EXPECT_EQ(stand(diary).halvings, 2);
}

TEST(Footing, SixDaysAwayCostNothing) {
  EXPECT_EQ(stand(easy({8, 7, 6})).rung, 1);
}

TEST(Footing, AWeekAwayCostsOneRung) {
  const Footing at = stand(easy({12, 11, 10, 9, 8, 7}));
  EXPECT_EQ(at.rung, 1);
  EXPECT_TRUE(at.after_break);
}

TEST(Footing, FourteenDaysAwayStillCostOnlyOneRung) {
  EXPECT_EQ(stand(easy({19, 18, 17, 16, 15, 14})).rung, 1);
}

TEST(Footing, MoreThanFourteenDaysAwayIsTheStart) {
  EXPECT_EQ(stand(easy({20, 19, 18, 17, 16, 15})).rung, 0);
}

TEST(Footing, ABreakDoesNotLiftAHalving) {
  TechniqueHistory diary;
  diary.days.push_back({kToday - 30, false, true});
  EXPECT_EQ(stand(diary).halvings, 1);
}

TEST(Footing, ABreakInThePastCountsToo) {
  EXPECT_EQ(stand(easy({40, 39, 38, 2, 1})).rung, 0);
}

TEST(Footing, DaysToComeAreNotBelieved) {
  EXPECT_TRUE(stand(easy({-1, -2, -3})).is_new);
}

TEST(PlanNumbers, AreTheKnowledgesInsideHardLimits) {
  Knowledge k;
  k.numbers["session_max_techniques"] = 9;
  k.numbers["easy_days_before_step"] = 5;
  EXPECT_EQ(plan_numbers(k).techniques, 4);
  EXPECT_EQ(plan_numbers(k).easy_days, 5);
}

RC_GTEST_PROP(Footing, IsOnTheLadderWhateverTheDiary, ()) {
  TechniqueHistory diary;
  const int count = sample::in(0, 30);
  for (int i = 0; i < count; ++i)
    diary.days.push_back(
        {kToday - sample::in(-3, 60), *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()});
  const int top = sample::in(0, 6);
  const Footing at = footing(&diary, kToday, top, {});
  RC_ASSERT(at.rung >= 0 && at.rung <= top);
  RC_ASSERT(at.halvings >= 0 && at.halvings <= 2);
}

RC_GTEST_PROP(Footing, OneMoreFlareNeverRaisesTheDose, ()) {
  TechniqueHistory diary;
  const int count = sample::in(1, 20);
  for (int i = 0; i < count; ++i)
    diary.days.push_back({kToday - sample::in(0, 20), true, *rc::gen::arbitrary<bool>()});
  const Footing before = footing(&diary, kToday, 9, {});
  diary.days[static_cast<std::size_t>(sample::in(0, count - 1))].flare = true;
  const Footing after = footing(&diary, kToday, 9, {});
  RC_ASSERT(after.rung <= before.rung || after.halvings >= before.halvings);
}

}  // namespace
}  // namespace limber
