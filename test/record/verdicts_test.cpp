#include "record/verdicts.h"

#include "little.h"

namespace limber {
namespace {

const Knowledge kKnowledge = little_knowledge();

TEST(Verdicts, KeepsAVerdictAsItWas) {
  Verdict verdict;
  verdict.level = Level::urgent_same_day;
  verdict.complete = true;
  verdict.fired = {{"nerve_rule", Level::see_professional_first, true, false}};
  verdict.conditions = {"osteoporosis"};
  EXPECT_EQ(verdict_from_json(verdict_to_json(verdict)), verdict);
}

TEST(Verdicts, TellsTheHistory) {
  const auto history = verdict_history(settle(std::vector{
      screened_at(1, 0, {}), screened_at(2, 1, {}, "urgent_same_day", {"nerve_rule"})}));
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[1].verdict.level, Level::urgent_same_day);
  EXPECT_EQ(history[1].knowledge, "2026.11");
}

TEST(Verdicts, StartsASessionForADayOnly) {
  const auto verdict = verdict_history(settle(std::vector{screened_at(1, 0, {})})).front();
  EXPECT_TRUE(verdict_fresh(verdict, hours_later(23.9)));
  EXPECT_FALSE(verdict_fresh(verdict, hours_later(24)));
  EXPECT_FALSE(verdict_fresh(verdict, hours_later(-1)));
}

TEST(Verdicts, TellsWhatChanged) {
  const auto change = change_since_last(
      settle(std::vector{
          screened_at(1, 0, {{"tingling", "no"}, {"age", 40}, {"job", "desk"}, {"disc", "yes"}},
                      "go", {"old_rule"}),
          screened_at(2, 24,
                      {{"tingling", "yes"}, {"age", 41}, {"job", "standing"}, {"disc", "no"}},
                      "urgent_same_day", {"nerve_rule"})}),
      kKnowledge);
  ASSERT_TRUE(change);
  EXPECT_EQ(change->before, Level::go);
  EXPECT_EQ(change->after, Level::urgent_same_day);
  EXPECT_EQ(change->rules_new, std::vector<std::string>{"nerve_rule"});
  EXPECT_EQ(change->rules_gone, std::vector<std::string>{"old_rule"});
  ASSERT_EQ(change->answers.size(), 4u);
  EXPECT_EQ(change->answers[0].fact, kKnowledge.fact("tingling"));
  EXPECT_EQ(change->answers[0].shift, Shift::worse);
}

TEST(Verdicts, LeavesOutWhatOnlyOneAskedUnlessItWorries) {
  const auto change = change_since_last(
      settle(std::vector{screened_at(1, 0, {{"age", 40}}),
                         screened_at(2, 1, {{"steady", "yes"}, {"disc", "yes"}})}),
      kKnowledge);
  ASSERT_EQ(change->answers.size(), 1u);
  EXPECT_EQ(change->answers[0].fact, kKnowledge.fact("disc"));
}

TEST(Verdicts, HasNoChangeWithoutTwo) {
  EXPECT_FALSE(change_since_last(settle(std::vector{screened_at(1, 0, {})}), kKnowledge));
}

RC_GTEST_PROP(Verdicts, NeverFailsOnAnySoup, (std::uint64_t seed)) {
  const Record record = settle(any_events(seed, 60));
  (void)change_since_last(record, kKnowledge);
  RC_ASSERT(verdict_history(record).size() <= record.entries.size());
}

}  // namespace
}  // namespace limber
