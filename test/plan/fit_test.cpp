#include "plan/fit.h"

#include <gtest/gtest.h>

#include "plan/sample.h"

namespace limber {
namespace {

struct Fit : testing::Test {
  Knowledge knowledge = sample::knowledge();
  std::vector<Candidate> all;
  int chin = knowledge.technique("chin_tuck");
  int wall = knowledge.technique("wall_slide");

  void SetUp() override {
    const Verdict verdict = sample::verdict(knowledge);
    History history;
    history.today = 100;
    // Six easy days: two rungs up on the chin tuck.
    TechniqueHistory diary{"chin_tuck", {}};
    for (Day day = 94; day < 100; ++day) diary.days.push_back({day, true, false});
    history.techniques.push_back(diary);
    all = candidates(knowledge, verdict, {}, history);
  }
};

TEST_F(Fit, KeepsTheRungWhenThereIsTime) {
  const auto chosen = fit(knowledge, all, {chin, wall}, 600'000);
  EXPECT_EQ(chosen[0].rung, 2);
  EXPECT_FALSE(chosen[0].shortened);
}

TEST_F(Fit, ComesDownTheLadderWhenThereIsNot) {
  const auto chosen = fit(knowledge, all, {chin, wall}, shortest_ms(knowledge, all, {chin, wall}));
  EXPECT_EQ(chosen[0].rung, 0);
  EXPECT_TRUE(chosen[0].shortened);
}

TEST_F(Fit, ComesDownNoFurtherThanNeeded) {
  const auto shortest = shortest_ms(knowledge, all, {chin, wall});
  EXPECT_EQ(fit(knowledge, all, {chin, wall}, shortest + 7'000)[0].rung, 1);
}

TEST_F(Fit, ShortestIsTheSumOfTheStartDoses) {
  EXPECT_EQ(shortest_ms(knowledge, all, {chin, wall}), 90'000);
}

}  // namespace
}  // namespace limber
