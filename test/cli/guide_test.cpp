#include "faces/cli/guide.h"

#include <gtest/gtest.h>

#include "cli/guide_person.h"

namespace limber::cli {
namespace {

using Stop = SessionEvent::Stop;

struct Guiding : testing::Test {
  Person person;
  Catalogue words = guide_words();
  Plan plan = guide_plan();
  GuideOptions options;
  GuideResult go(State state = {}) {
    return run_guide(person, words, plan, std::move(state), options);
  }
  bool seen(std::string_view text) const {
    return person.all_screens.find(text) != std::string::npos;
  }
};

TEST_F(Guiding, AWholeSessionFromTheFirstQuestionToTheLastPage) {
  person.press(0, "2\r");
  person.press(60'000, "1\r\r");
  const GuideResult result = go();
  EXPECT_EQ(result.state.status, Status::ended);
  EXPECT_TRUE(result.state.finished);
  EXPECT_EQ(result.state.pain_before, 2);
  EXPECT_EQ(result.state.pain_after, 1);
  EXPECT_EQ(result.state.active_ms, 50'000);
  EXPECT_FALSE(result.left);
}

TEST_F(Guiding, TheLineOfEachStepIsShownAndSpoken) {
  person.press(0, "2\r");
  person.press(60'000, "1\r\r");
  go();
  EXPECT_TRUE(seen("Glide your chin straight back."));
  EXPECT_NE(std::find(person.spoken.begin(), person.spoken.end(), "Glide your chin straight back."),
            person.spoken.end());
}

TEST_F(Guiding, ThatHurtsIsAlwaysOnTheScreen) {
  person.press(0, "2\r");
  person.press(30'000, "\x03");
  go();
  std::size_t from = 0;
  while ((from = person.all_screens.find("Shoulder rolls", from)) != std::string::npos) {
    EXPECT_NE(person.all_screens.find("h that hurts", from), std::string::npos);
    ++from;
  }
}

TEST_F(Guiding, ANerveSymptomIsOneKeyAndOneAnswer) {
  person.press(0, "2\r");
  person.press(30'000, "h1");
  const GuideResult result = go();
  EXPECT_TRUE(result.state.neck_locked);
  EXPECT_EQ(person.asked_again, std::vector{Stop::nerve});
  EXPECT_EQ(result.state.status, Status::ended);
  EXPECT_TRUE(person.logged("session.stopped"));
}

TEST_F(Guiding, ALittlePainGoesOnWhenThePersonSays) {
  person.press(0, "1\r");
  person.press(30'000, "h42\r ");
  person.press(90'000, "1\r\r");
  const GuideResult result = go();
  EXPECT_TRUE(result.state.finished);
  EXPECT_EQ(result.state.active_ms, 50'000);
}

TEST_F(Guiding, FourAboveRestMakesItSmaller) {
  person.press(0, "0\r");
  person.press(30'000, "h44\r ");
  person.press(90'000, "1\r\r");
  EXPECT_EQ(go().state.eased[1], 1);
  EXPECT_TRUE(seen("Smaller from here on."));
}

TEST_F(Guiding, TenIsTypedAsOneAndZero) {
  person.press(0, "0\r");
  person.press(30'000, "h410\r");
  const GuideResult result = go();
  EXPECT_EQ(result.state.items[1].pain, 10);
  EXPECT_EQ(person.asked_again, std::vector{Stop::hurt});
}

TEST_F(Guiding, AStopIsAtOnceAndAsksWhyAndChecksAgain) {
  person.press(0, "2\r");
  person.press(10'000, "q4");
  person.press(11'000, "2");
  const GuideResult result = go();
  EXPECT_EQ(person.asked_again, std::vector{Stop::done});
  EXPECT_TRUE(result.state.finished);  // "no, finish here"
  EXPECT_TRUE(seen("Why did you stop?"));
}

TEST_F(Guiding, CtrlCStopsAndTheSecondLeaves) {
  person.press(0, "2\r");
  person.press(10'000, "\x03\x03");
  const GuideResult result = go();
  EXPECT_EQ(result.state.status, Status::halted);
  EXPECT_TRUE(result.left);
}

TEST_F(Guiding, AnEmergencyLevelEndsIt) {
  person.check = Rescreen{Level::emergency_now, false};
  person.press(0, "2\r");
  person.press(10'000, "q1\r");
  const GuideResult result = go();
  EXPECT_EQ(result.state.status, Status::ended);
  EXPECT_TRUE(seen("Follow the advice you were given."));
}

TEST_F(Guiding, WhoLeavesTheCheckStaysStopped) {
  person.check.reset();
  person.press(0, "2\r");
  person.press(10'000, "q2");
  const GuideResult result = go();
  EXPECT_EQ(result.state.status, Status::halted);
  EXPECT_TRUE(result.left);
}

TEST_F(Guiding, TheEndOfInputPausesAndLeaves) {
  person.press(0, "2\r");
  person.press(8'000, " ");
  const GuideResult result = go();
  EXPECT_TRUE(result.left);
  EXPECT_EQ(result.state.status, Status::paused);
}

TEST_F(Guiding, CtrlZPausesFirst) {
  person.press(0, "2\r");
  person.press(8'000, "\x1a");
  const GuideResult result = go();
  EXPECT_EQ(person.suspended, 1);
  EXPECT_EQ(result.state.status, Status::paused);
}

TEST_F(Guiding, ASessionThatWasRunningGoesOnOnlyWhenThePersonSays) {
  person.press(0, "2\r");
  person.press(30'000, " ");
  go();
  auto log = person.log;
  log.pop_back();  // as if killed before the pause was stored
  const auto resumed = resume(log, "e1");
  ASSERT_TRUE(resumed);
  Person again;
  again.log = log;
  const GuideResult result = run_guide(again, words, plan, resumed->state, options);
  EXPECT_EQ(result.state.status, Status::paused);
  EXPECT_NE(again.all_screens.find("You were away"), std::string::npos);
}

TEST_F(Guiding, APainlessPopTellsTheWait) {
  person.press(0, "2\r");
  person.press(30'000, "p2");
  person.press(31'000, " \x03\x03");
  go();
  EXPECT_TRUE(seen("Wait at least 20 minutes."));
  EXPECT_TRUE(person.logged("session.pop"));
}

TEST_F(Guiding, ASecondPopAtTheSameSpotIsProbablyATendon) {
  person.press(0, "2\r");
  person.press(30'000, "p2 ");
  person.press(33'000, "p21");
  go();
  EXPECT_TRUE(seen("It is probably a tendon."));
}

TEST_F(Guiding, APainfulPopAsksWhatItIsLike) {
  person.press(0, "2\r");
  person.press(30'000, "p1");
  const GuideResult result = go();
  EXPECT_EQ(result.state.question, Question::hurt);
  EXPECT_TRUE(seen("What is it like?"));
}

TEST_F(Guiding, AFullDiskIsSaidAndStopsNothing) {
  person.disk_full = true;
  person.press(0, "2\r");
  person.press(60'000, "1\r\r");
  const GuideResult result = go();
  EXPECT_TRUE(result.state.finished);
  EXPECT_EQ(result.unsaved, "the disk is full");
  EXPECT_TRUE(seen("This cannot be saved right now."));
}

TEST_F(Guiding, OddAfterTheEndIsStillHeard) {
  person.press(0, "2\r");
  person.press(60'000, "1\rh1");
  const GuideResult result = go();
  EXPECT_TRUE(result.state.neck_locked);
  EXPECT_EQ(person.asked_again, std::vector{Stop::nerve});
}

TEST_F(Guiding, PlainLinesSayTheSame) {
  options.plain = true;
  person.press(0, "2\r");
  person.press(60'000, "1\r\r");
  EXPECT_TRUE(go().state.finished);
  EXPECT_NE(person.printed.find("Chin tuck\n"), std::string::npos);
  EXPECT_NE(person.printed.find("Hold softly. Keep breathing. (1 of 3, 4 seconds)"),
            std::string::npos);
  EXPECT_TRUE(person.all_screens.empty());
}

TEST_F(Guiding, SixtyTimesAsFastIsTheSameSession) {
  options.speed = 60;
  person.press(0, "2\r");
  person.press(60'000, "1\r\r");
  EXPECT_EQ(go().state.active_ms, 50'000);
}

}  // namespace
}  // namespace limber::cli
