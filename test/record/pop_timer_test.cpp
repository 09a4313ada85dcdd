#include "record/pop_timer.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

constexpr std::int64_t kNow = 1'800'000'000'000;

DiaryPop minutes_ago(double minutes, const std::string& place = "neck") {
  DiaryPop pop;
  pop.at_ms = kNow - static_cast<std::int64_t>(minutes * 60'000);
  pop.place = place;
  return pop;
}
std::optional<PopTimer> timer(const std::vector<DiaryPop>& pops) {
  Knowledge knowledge;
  knowledge.numbers = {{"pop_wait_floor_min", 20}, {"pop_wait_low_back_high_min", 95}};
  return pop_timer(pops, knowledge, {kNow, 60});
}

TEST(PopTimer, WithoutAPopThereIsNothingToTime) {
  EXPECT_FALSE(timer({}));
}

TEST(PopTimer, CountsFromTheLatestPop) {
  const auto told = timer({minutes_ago(50), minutes_ago(12, "upper_back"), minutes_ago(30)});
  ASSERT_TRUE(told);
  EXPECT_DOUBLE_EQ(told->since_min, 12);
  EXPECT_EQ(told->pop.place, "upper_back");
}

TEST(PopTimer, TheFloorIsTwentyMinutes) {
  EXPECT_FALSE(timer({minutes_ago(19.9)})->floor_passed);
  EXPECT_TRUE(timer({minutes_ago(20)})->floor_passed);
}

TEST(PopTimer, TheRangeIsTheModels) {
  const PopWait model = pop_wait();
  const PopWait told = timer({minutes_ago(1)})->told;
  EXPECT_EQ(told.low_min, model.low_min);
  EXPECT_EQ(told.high_min, model.high_min);
  EXPECT_LT(told.low_min, told.floor_min);
  EXPECT_GT(told.high_min, told.floor_min);
}

TEST(PopTimer, EndsAfterTheLongestWaitReported) {
  EXPECT_TRUE(timer({minutes_ago(95)}));
  EXPECT_FALSE(timer({minutes_ago(95.1)}));
}

TEST(PopTimer, APopStampedInTheFutureTellsNothing) {
  EXPECT_FALSE(timer({minutes_ago(-60)}));
  EXPECT_EQ(timer({minutes_ago(-2)})->since_min, 0);  // within what clocks differ
}

}  // namespace
}  // namespace limber
