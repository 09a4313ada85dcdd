#include "session/view.h"

#include <gtest/gtest.h>

#include "session/live.h"

namespace limber {
namespace {

struct ViewTest : testing::Test {
  live::Session s{live::plan()};
  View at(std::int64_t ms) {
    s.start();
    s.run(ms);
    return view(s.plan, s.state, s.now_ms, kGapMs);
  }
};

TEST_F(ViewTest, ShowsWhatIsDone) {
  const View now = at(30'000);  // chin tuck, 4 s into its first repetition
  EXPECT_EQ(now.title, "technique.chin_tuck.name");
  EXPECT_EQ(now.line, "technique.chin_tuck.hold");
  EXPECT_EQ(now.rep, 1);
  EXPECT_EQ(now.reps, 3);
  EXPECT_DOUBLE_EQ(now.phase_left_s, 2);
  EXPECT_DOUBLE_EQ(now.phase_done, 0.5);
  EXPECT_DOUBLE_EQ(now.left_s, 61);
}

TEST_F(ViewTest, ReachRisesStaysAndFalls) {
  EXPECT_DOUBLE_EQ(at(27'000).reach, 0.5);
  s.run(2'000);
  EXPECT_DOUBLE_EQ(view(s.plan, s.state, s.now_ms, kGapMs).reach, 1);
  s.run(4'000);
  EXPECT_DOUBLE_EQ(view(s.plan, s.state, s.now_ms, kGapMs).reach, 0.5);
}

TEST_F(ViewTest, RunsOnBetweenTicks) {
  at(30'000);
  EXPECT_DOUBLE_EQ(view(s.plan, s.state, s.now_ms + 500, kGapMs).phase_left_s, 1.5);
}

TEST_F(ViewTest, DoesNotRunOnIntoAGap) {
  at(30'000);
  EXPECT_DOUBLE_EQ(view(s.plan, s.state, s.now_ms + 3'600'000, kGapMs).phase_left_s, 2);
}

TEST_F(ViewTest, BreathesOnlyInPosition) {
  EXPECT_FALSE(at(2'000).breathing);
  s.run(5'000);
  const View now = view(s.plan, s.state, s.now_ms, kGapMs);  // 2 s after the way into position
  EXPECT_TRUE(now.breathing);
  EXPECT_TRUE(now.breath_in);
  EXPECT_DOUBLE_EQ(now.breath_done, 0.5);
}

TEST_F(ViewTest, BreathesOutLongerThanIn) {
  const View now = at(12'000);  // 7 s after: 3 s into 6 s out
  EXPECT_FALSE(now.breath_in);
  EXPECT_DOUBLE_EQ(now.breath_done, 0.5);
  EXPECT_DOUBLE_EQ(now.breath_left_s, 3);
}

TEST_F(ViewTest, NamesTheNextTechniqueAtTheEndOfOne) {
  const View now = at(20'000);
  EXPECT_TRUE(now.next_is_item);
  EXPECT_EQ(now.next, "technique.chin_tuck.name");
}

TEST_F(ViewTest, CountsSides) {
  const View now = at(50'000 + 5'000 + 9'000 * 2 + 1'000);
  EXPECT_EQ(now.side, 2);
  EXPECT_EQ(now.sides, 2);
}

TEST_F(ViewTest, TheEndHasNothingLeft) {
  const View now = at(91'000);
  EXPECT_EQ(now.item, now.items);
  EXPECT_DOUBLE_EQ(now.left_s, 0);
  EXPECT_DOUBLE_EQ(now.done, 1);
}

TEST_F(ViewTest, ConditionsBringTheirAdvice) {
  s.plan.items[0].conditions = {"osteoporosis"};
  EXPECT_EQ(at(1'000).notes, std::vector<std::string>{"modify.osteoporosis.shoulder_rolls"});
}

TEST_F(ViewTest, ASessionThatHasNotBegunShowsItsFirstStep) {
  const View now = view(s.plan, State{}, 0, kGapMs);
  EXPECT_EQ(now.title, "technique.shoulder_rolls.name");
  EXPECT_EQ(now.question, Question::pain_before);
}

}  // namespace
}  // namespace limber
