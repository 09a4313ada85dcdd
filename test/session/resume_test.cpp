// Taking a session up from its log (src/session/resume.cpp).
#include <gtest/gtest.h>

#include "session/live.h"

namespace limber {
namespace {

TEST(Resume, GoesOnAtTheLastPhaseThatWasReached) {
  live::Session s{live::plan()};
  s.start();
  s.run(12'300);
  const auto resumed = resume(s.log, s.state.session);
  ASSERT_TRUE(resumed);
  EXPECT_EQ(resumed->plan, s.plan);
  EXPECT_EQ(resumed->state.at, (Cursor{0, 4, 0}));
  ASSERT_EQ(resumed->effects.size(), 1u);
  EXPECT_EQ(resumed->effects[0].event.pause, SessionEvent::Pause::gap);
}

TEST(Resume, AQuestionThatWasOpenIsAskedAgain) {
  live::Session s{live::plan()};
  s.start();
  s.stop();
  const auto resumed = resume(s.log, s.state.session);
  ASSERT_TRUE(resumed);
  EXPECT_EQ(resumed->effects.front().question, Question::why_stopped);
}

TEST(Resume, AnUnknownSessionIsNotFound) {
  EXPECT_EQ(resume({}, "x").error().kind, ErrorKind::not_found);
}

TEST(Resume, AnEventThatCannotBeReadIsPassedOver) {
  live::Session s{live::plan()};
  s.start();
  s.log.push_back({"bad", "d", 0, 0, "session.hurt", "{"});
  const auto resumed = resume(s.log, s.state.session);
  ASSERT_TRUE(resumed);
  EXPECT_EQ(resumed->state.ignored, 1);
}

}  // namespace
}  // namespace limber
