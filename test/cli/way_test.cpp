// Whole ways of a person through Limber, at a real pseudo-terminal, in the words of the embedded
// knowledge. Each ends where that person should end.
#include <gtest/gtest.h>

#include "test/cli/program.h"
#include "test/cli/sitting.h"

namespace limber::cli {
namespace {

std::vector<std::string> words(const TestFolder& folder, const std::string& speed = "60") {
  return {"--data", folder.path(), "--speed", speed, "--silent", "--country", "GB"};
}

// Age 42, pain 3, for two weeks, easing with movement.
void about_you(Sitting& person) {
  EXPECT_TRUE(person.sees("Your age")) << person.screen();
  person.type("42\r3\r2\r1\r");
}

// Answers pages with "none" until the screen shows `text`.
void none_until(Sitting& person, const std::string& text) {
  for (int page = 0; page < 14 && !person.sees(text, 1); ++page) {
    if (person.screen().find("[ ] None") == std::string::npos &&
        person.screen().find("0 [ ]") == std::string::npos) {
      continue;
    }
    person.type("0");
    person.enter();
  }
  EXPECT_TRUE(person.sees(text)) << person.screen();
}

void agree(Sitting& person) {
  ASSERT_TRUE(person.sees("May Limber keep a diary?")) << person.screen();
  person.type("y");
  ASSERT_TRUE(person.sees("New in the last 4 weeks")) << person.screen();
}

void first_pages(Sitting& person) {
  person.type("0\r");
  ASSERT_TRUE(person.sees("page 2"));
  person.type("0\r");
  about_you(person);
}

// From the result to the first second of the guided session.
void plan_and_start(Sitting& person) {
  person.enter();
  ASSERT_TRUE(person.sees("Where is it stiff")) << person.screen();
  person.type("123\r");
  ASSERT_TRUE(person.sees("Your session")) << person.screen();
  person.type("1\r5\r");
  ASSERT_TRUE(person.sees("Your plan for now")) << person.screen();
  person.enter();
  ASSERT_TRUE(person.sees("Before you begin")) << person.screen();
  person.type("3\r");
}

TEST(Way, AHealthyDeskWorkerReachesTheDiary) {
  TestFolder folder;
  Sitting person(words(folder));
  agree(person);
  first_pages(person);
  none_until(person, "You can start");
  plan_and_start(person);
  ASSERT_TRUE(person.sees("How much does it hurt now?", 60)) << person.screen();
  person.type("2\r");
  ASSERT_TRUE(person.sees("Enter leave")) << person.screen();
  person.enter();
  ASSERT_TRUE(person.sees("For your diary")) << person.screen();
  person.type("3\r");
  person.type("a good day\r");
  ASSERT_TRUE(person.sees("It is in your diary")) << person.screen();
  person.enter();
  EXPECT_EQ(person.ends(), 0);
  const Ran log = limber_runs({"log", "--data", folder.path()});
  EXPECT_NE(log.out.find("Chin tuck"), std::string::npos) << log.out;
  EXPECT_NE(log.out.find("a good day"), std::string::npos) << log.out;
}

TEST(Way, AHeadacheAfterCrackingTheNeckIsAnEmergency) {
  TestFolder folder;
  Sitting person(words(folder));
  agree(person);
  person.type("2\r");
  EXPECT_TRUE(person.sees("Get emergency help now")) << person.screen();
  EXPECT_TRUE(person.sees("999")) << person.screen();
  person.enter();
  EXPECT_EQ(person.ends(), 40);
  // The number stays in sight when the screen is given back.
  EXPECT_NE(person.screen().find("999"), std::string::npos) << person.screen();
}

TEST(Way, CtrlCLeavesEveryKindOfPage) {
  TestFolder folder;
  Sitting consent(words(folder));
  ASSERT_TRUE(consent.sees("May Limber keep a diary?"));
  consent.type("\x03");
  EXPECT_EQ(consent.ends(), 130);
  Sitting question(words(folder));
  agree(question);
  question.type("\x03");
  EXPECT_EQ(question.ends(), 130);
  EXPECT_EQ(question.screen().find("New in the last 4 weeks"), std::string::npos)
      << question.screen();
  Sitting checked({"check", "--lang", "en"});
  ASSERT_TRUE(checked.sees("New in the last 4 weeks"));
  checked.type("\x03");
  EXPECT_EQ(checked.ends(), 130);
}

TEST(Way, LeavingInOtherWaysIsNoCtrlC) {
  TestFolder folder;
  Sitting person(words(folder));
  agree(person);
  person.type("qq");
  EXPECT_EQ(person.ends(), 1);
}

TEST(Way, CtrlCAtAnEmergencyStillTellsWhomToCall) {
  TestFolder folder;
  Sitting person(words(folder));
  agree(person);
  person.type("2\r");
  ASSERT_TRUE(person.sees("Get emergency help now"));
  person.type("\x03");
  (void)person.ends();
  EXPECT_NE(person.screen().find("999"), std::string::npos) << person.screen();
}

TEST(Way, BackWorksAfterAnEmergencyToo) {
  TestFolder folder;
  Sitting person(words(folder));
  agree(person);
  person.type("2\r");
  ASSERT_TRUE(person.sees("Get emergency help now"));
  person.type("b");
  EXPECT_TRUE(person.sees("2 [✓]")) << person.screen();
  person.type("0\r");
  EXPECT_TRUE(person.sees("page 2")) << person.screen();
}

TEST(Way, ATinglingArmIsForTheSameDay) {
  TestFolder folder;
  Sitting person(words(folder));
  agree(person);
  first_pages(person);
  ASSERT_TRUE(person.sees("shooting arm")) << person.screen();
  person.type("5\r");
  none_until(person, "About your arm or hand");
  person.type("1\r");
  none_until(person, "Be seen by a doctor today");
  person.enter();
  EXPECT_EQ(person.ends(), 30);
}

TEST(Way, UsingItWithoutSavingLeavesNothingBehind) {
  TestFolder folder;
  Sitting person({"--data", folder.path() + "/none", "--silent"});
  ASSERT_TRUE(person.sees("May Limber keep a diary?"));
  person.type("n");
  ASSERT_TRUE(person.sees("New in the last 4 weeks"));
  person.type("2\r");
  ASSERT_TRUE(person.sees("Get emergency help now"));
  person.enter();
  EXPECT_EQ(person.ends(), 40);
  EXPECT_EQ(run_program("/bin/ls", {folder.path()}).out, "");
}

TEST(Way, AStopInMidHoldAsksTheEmergencyQuestionsAgain) {
  TestFolder folder;
  Sitting person(words(folder, "5"));
  agree(person);
  first_pages(person);
  none_until(person, "You can start");
  plan_and_start(person);
  ASSERT_TRUE(person.sees("Hold", 60)) << person.screen();
  person.type("q");
  ASSERT_TRUE(person.sees("Why did you stop?")) << person.screen();
  person.type("1");
  EXPECT_TRUE(person.sees("New in the last 4 weeks")) << person.screen();
  person.type("1\r");
  ASSERT_TRUE(person.sees("Get emergency help now")) << person.screen();
  person.enter();
  ASSERT_TRUE(person.sees("That is all for today")) << person.screen();
  person.enter();
  EXPECT_EQ(person.ends(), 40);
  Sitting later(words(folder));
  EXPECT_TRUE(later.sees("what your last check came to")) << later.screen();
}

TEST(Way, ASessionThatWasKilledIsOfferedAgain) {
  TestFolder folder;
  {
    Sitting person(words(folder, "5"));
    agree(person);
    first_pages(person);
    none_until(person, "You can start");
    plan_and_start(person);
    ASSERT_TRUE(person.sees("Chin tuck", 60)) << person.screen();
    person.kill_it();
    EXPECT_EQ(person.ends(), 128 + 9);
  }
  Sitting person(words(folder));
  ASSERT_TRUE(person.sees("Your session is not finished")) << person.screen();
  person.enter();
  ASSERT_TRUE(person.sees("New in the last 4 weeks")) << person.screen();
  person.type("0\r");
  ASSERT_TRUE(person.sees("page 2")) << person.screen();
  person.type("0\r");
  ASSERT_TRUE(person.sees("Pain now")) << person.screen();
  person.type("3\r");
  none_until(person, "You can start");
  person.enter();
  EXPECT_TRUE(person.sees("that hurts")) << person.screen();
}

TEST(Way, ControlCGivesTheTerminalBack) {
  TestFolder folder;
  Sitting person(words(folder));
  ASSERT_TRUE(person.sees("May Limber keep a diary?"));
  person.type("\x03");
  EXPECT_EQ(person.ends(), 130);
}

TEST(Way, ANarrowWindowShowsTheSamePages) {
  TestFolder folder;
  Sitting person(words(folder), 40, 24);
  agree(person);
  person.type("0\r");
  EXPECT_TRUE(person.sees("page 2")) << person.screen();
}

TEST(Way, AResizedWindowIsDrawnAnew) {
  TestFolder folder;
  Sitting person(words(folder));
  agree(person);
  person.resize(50, 30);
  EXPECT_TRUE(person.sees("New in the last 4 weeks")) << person.screen();
}

TEST(Way, OsteoporosisGetsAPlanWithChanges) {
  const Ran ran = limber_runs(
      {"plan", "--answers", "-"},
      R"({"unanswered":"reassuring","answers":{"bone_or_joint_disease":"yes","osteoporosis":"yes",)"
      R"("stiff_upper_back":"yes","kit_chair":"yes","kit_roller":"yes","position":"desk","minutes":10}})");
  EXPECT_EQ(ran.code, 10) << ran.out << ran.err;
  EXPECT_NE(ran.out.find("Changed to suit what you told us"), std::string::npos) << ran.out;
}

TEST(Way, NothingIsPlannedForSomebodyWhoNeedsCare) {
  const Ran ran = limber_runs({"plan", "--answers", "-"},
                              R"({"unanswered":"reassuring","answers":{"recent_injury":"yes"}})");
  EXPECT_GE(ran.code, 20) << ran.out;
  EXPECT_EQ(ran.out.find("Your plan for now"), std::string::npos);
}

}  // namespace
}  // namespace limber::cli
