#include "screen/judge.h"

#include "body/names.h"
#include "knowledge/answers.h"
#include "tiny.h"

namespace limber {
namespace {

const Compiled& compiled() {
  static const Compiled kCompiled = *compile(tiny());
  return kCompiled;
}

Verdict verdict_of(const char* answers, bool reassured = true, const Cleared& cleared = {}) {
  const auto read = read_answers(tiny(), *parse_json(answers), "");
  EXPECT_TRUE(read);
  Sheet sheet = reassured ? reassuring_sheet(tiny()) : blank_sheet(tiny());
  for (const auto& [fact, answer] : *read) sheet[fact] = answer;
  return judge(tiny(), compiled(), sheet, cleared);
}

TEST(Judge, AllWellIsGo) {
  const Verdict verdict = verdict_of("{}");
  EXPECT_EQ(verdict.level, Level::go);
  EXPECT_TRUE(verdict.complete);
  EXPECT_TRUE(verdict.plan_allowed);
  EXPECT_TRUE(verdict.fired.empty());
}

TEST(Judge, TheHighestLevelWins) {
  EXPECT_EQ(verdict_of(R"({"injury":"yes","age":70})").level, Level::emergency_now);
  EXPECT_EQ(verdict_of(R"({"injury":"yes","age":64})").level, Level::see_professional_first);
}

TEST(Judge, NotSureCountsOneBelow) {
  const Verdict verdict = verdict_of(R"({"stroke":"not_sure"})");
  EXPECT_EQ(verdict.level, Level::urgent_same_day);
  ASSERT_EQ(verdict.fired.size(), 1u);
  EXPECT_TRUE(verdict.fired[0].by_doubt);
}

TEST(Judge, NotSureOfAReassuringSignWorriesToo) {
  EXPECT_EQ(verdict_of(R"({"eases":"no"})").level, Level::gentle_with_modifications);
  EXPECT_EQ(verdict_of(R"({"eases":"not_sure"})").level, Level::go);
  EXPECT_EQ(verdict_of(R"({"eases":"not_sure"})").fired.size(), 1u);
}

TEST(Judge, AnEmptySheetIsNeverReassuring) {
  const Verdict verdict = verdict_of("{}", false);
  EXPECT_GE(verdict.level, Level::urgent_same_day);
  EXPECT_FALSE(verdict.complete);
  EXPECT_FALSE(verdict.plan_allowed);
}

TEST(Judge, AnEmergencyIsCompleteAtOnce) {
  const Verdict verdict = verdict_of(R"({"stroke":"yes"})", false);
  EXPECT_EQ(verdict.level, Level::emergency_now);
  EXPECT_TRUE(verdict.complete);
}

TEST(Judge, ACompleteSheetWithOneGapHasNoPlan) {
  const Verdict verdict = verdict_of(R"({"brittle":"not_asked"})");
  EXPECT_FALSE(verdict.complete);
  EXPECT_FALSE(verdict.plan_allowed);
  EXPECT_EQ(verdict.undecided, (std::vector<std::string>{"brittle"}));
}

TEST(Judge, ConditionsModifyAndForbid) {
  const Verdict verdict = verdict_of(R"({"brittle":"yes"})");
  EXPECT_EQ(verdict.level, Level::go);
  EXPECT_EQ(verdict.techniques[0].permission, Permission::modify);
  EXPECT_EQ(verdict.techniques[0].dose_factor, 0.5);
  EXPECT_EQ(verdict.techniques[1].permission, Permission::avoid);
}

TEST(Judge, ADoubtfulConditionCountsAsReported) {
  EXPECT_EQ(verdict_of(R"({"brittle":"not_sure"})").techniques[1].permission, Permission::avoid);
}

TEST(Judge, AClearanceLowersOnlyProfessionalRules) {
  const Cleared all = covered_rules(tiny(), {"my GP", "2026-11-01", {}});
  const Verdict injured = verdict_of(R"({"injury":"yes"})", true, all);
  EXPECT_EQ(injured.level, Level::gentle_with_modifications);
  EXPECT_TRUE(injured.plan_allowed);
  EXPECT_TRUE(injured.fired[0].cleared);
  EXPECT_EQ(verdict_of(R"({"stroke":"yes"})", true, all).level, Level::emergency_now);
  EXPECT_EQ(verdict_of(R"({"stroke":"not_sure"})", true, all).level, Level::urgent_same_day);
  EXPECT_EQ(verdict_of(R"({"injury":"yes","fall":"yes"})", true, all).level, Level::emergency_now);
}

TEST(Judge, AClearanceForOneRuleLeavesTheOthers) {
  const Cleared age = covered_rules(tiny(), {"my GP", "2026-11-01", {"r_age"}});
  EXPECT_EQ(verdict_of(R"({"age":16})", true, age).level, Level::gentle_with_modifications);
  EXPECT_EQ(verdict_of(R"({"injury":"yes"})", true, age).level, Level::see_professional_first);
}

TEST(Judge, FiredRulesStandMostUrgentFirst) {
  const Verdict verdict = verdict_of(R"({"injury":"yes","fall":"yes","eases":"no"})");
  ASSERT_EQ(verdict.fired.size(), 3u);
  EXPECT_EQ(verdict.fired[0].rule, "r_fall");
  EXPECT_EQ(verdict.fired[1].rule, "r_injury");
  EXPECT_EQ(verdict.fired[2].rule, "r_eases");
}

}  // namespace
}  // namespace limber
