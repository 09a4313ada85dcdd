#include "record/practice.h"

#include "little.h"

namespace limber {
namespace {

const Knowledge kKnowledge = little_knowledge();

DoneDay done(const SessionMaker& session, const std::string& technique = "chin_tuck") {
  const History history =
      practice(session_logs(settle(session.events())), kKnowledge, hours_later(48));
  const TechniqueHistory* found = find_history(history, technique);
  EXPECT_NE(found, nullptr);
  return found == nullptr || found->days.empty() ? DoneDay{-1, false, false} : found->days.front();
}

TEST(Practice, CallsADayEasy) {
  const DoneDay day = done(SessionMaker(1, 0, 3).finish().after(4).next_day(4));
  EXPECT_TRUE(day.easy);
  EXPECT_FALSE(day.flare);
  EXPECT_EQ(day.day, local_day(kNoon, 0));
}

TEST(Practice, CallsADayNotEasy) {
  EXPECT_FALSE(done(SessionMaker(1, 0).add("eased", 1, 1).finish()).easy);
  EXPECT_FALSE(done(SessionMaker(1, 0).add("hurt", 1, 1, {{"pain", 4}}).finish()).easy);
  EXPECT_FALSE(done(SessionMaker(1, 0).add("reached", 1, 1).add("skipped", 1, 1).finish()).easy);
  EXPECT_FALSE(done(SessionMaker(1, 0).add("reached", 1, 1).stop("done", 1)).easy);
  EXPECT_FALSE(done(SessionMaker(1, 0, 3).finish().after(5)).easy);
}

TEST(Practice, SeesAFlareTheDayAfter) {
  EXPECT_TRUE(done(SessionMaker(1, 0, 3).finish().next_day(5)).flare);
  EXPECT_FALSE(done(SessionMaker(1, 0, 3).finish().next_day(4)).flare);
}

TEST(Practice, SeesAFlareWhereItWasStoppedBecauseItHurt) {
  const SessionMaker stopped = SessionMaker(1, 0).add("reached", 2, 1).stop("hurt", 2);
  EXPECT_TRUE(done(stopped, "seated_rotation").flare);
  EXPECT_FALSE(done(stopped, "chin_tuck").flare);
}

TEST(Practice, LeavesOutWarmUpsAndWhatWasNotBegun) {
  const History history = practice(
      session_logs(settle(SessionMaker(1, 0).add("reached", 1, 1).stop("done", 1).events())),
      kKnowledge, hours_later(1));
  EXPECT_EQ(find_history(history, "shoulder_rolls"), nullptr);
  EXPECT_EQ(find_history(history, "seated_rotation"), nullptr);
}

}  // namespace
}  // namespace limber
