#include "record/session_log.h"

#include "little.h"

namespace limber {
namespace {

SessionLog only(const SessionMaker& session) {
  const auto logs = session_logs(settle(session.events()));
  EXPECT_EQ(logs.size(), 1u);
  return logs.empty() ? SessionLog{} : logs.front();
}

TEST(SessionLog, ReadsASessionDoneToTheEnd) {
  const SessionLog log =
      only(SessionMaker(1, 0, 4).add("reached", 1, 1).finish().after(2).next_day(3));
  EXPECT_TRUE(log.finished);
  EXPECT_FALSE(log.open());
  EXPECT_EQ(log.pain_before, 4);
  EXPECT_EQ(log.pain_after, 2);
  EXPECT_EQ(log.pain_next_day, 3);
  for (const ItemDone& item : log.items) EXPECT_TRUE(item.started && item.finished);
}

TEST(SessionLog, KnowsHowFarItWent) {
  const SessionLog log = only(SessionMaker(1, 0).add("reached", 1, 1).stop("hurt", 1));
  EXPECT_TRUE(log.items[0].finished);
  EXPECT_TRUE(log.items[1].started);
  EXPECT_FALSE(log.items[1].finished);
  EXPECT_TRUE(log.items[1].hurt);
  EXPECT_FALSE(log.items[2].started);
  EXPECT_EQ(log.stop_reason, "hurt");
}

TEST(SessionLog, KeepsASkippedItemUndone) {
  const SessionLog log = only(SessionMaker(1, 0).add("skipped", 1, 0).finish());
  EXPECT_TRUE(log.items[1].skipped);
  EXPECT_FALSE(log.items[1].started);
  EXPECT_TRUE(log.items[2].finished);
}

TEST(SessionLog, KeepsTheMostPainOfAnItem) {
  const SessionLog log = only(SessionMaker(1, 0)
                                  .add("pain", 1, 2, {{"pain", 2}, {"when", "during"}})
                                  .add("hurt", 1, 3, {{"pain", 4}, {"nerve", false}})
                                  .add("pain", 1, 4, {{"pain", 1}, {"when", "during"}}));
  EXPECT_EQ(log.items[1].pain, 4);
  EXPECT_TRUE(log.items[1].hurt);
  EXPECT_FALSE(log.pain_after);
}

TEST(SessionLog, RemembersANerveSymptomOfEitherKind) {
  EXPECT_TRUE(only(SessionMaker(1, 0).stop("nerve", 1)).nerve);
  EXPECT_TRUE(only(SessionMaker(1, 0).add("hurt", 1, 1, {{"pain", 1}, {"nerve", true}})).nerve);
  EXPECT_FALSE(only(SessionMaker(1, 0).stop("hurt", 1)).nerve);
}

TEST(SessionLog, PutsAPopWhereItHappened) {
  const SessionLog log =
      only(SessionMaker(1, 0).add("pop", 1, 2, {{"painful", true}, {"place", "neck"}}));
  ASSERT_EQ(log.pops.size(), 1u);
  EXPECT_EQ(log.pops[0].technique, "chin_tuck");
  EXPECT_TRUE(log.pops[0].painful);
}

TEST(SessionLog, OffersAnOpenSessionForADay) {
  const auto logs = session_logs(settle(SessionMaker(1, 0).add("reached", 1, 1).events()));
  EXPECT_TRUE(unfinished_session(logs, hours_later(1)));
  EXPECT_FALSE(unfinished_session(logs, hours_later(25)));
  EXPECT_FALSE(unfinished_session(logs, hours_later(-1)));
}

TEST(SessionLog, OffersNothingAfterTheEnd) {
  EXPECT_FALSE(unfinished_session(session_logs(settle(SessionMaker(1, 0).finish().events())),
                                  hours_later(1)));
  EXPECT_FALSE(unfinished_session(session_logs(settle(SessionMaker(1, 0).stop("done", 1).events())),
                                  hours_later(1)));
  EventList both;
  both.add(SessionMaker(1, 0)).add(SessionMaker(50, 1).finish());
  EXPECT_FALSE(unfinished_session(session_logs(both.record()), hours_later(2)));
}

TEST(SessionLog, FindsTheEventsOfOneSession) {
  SessionMaker one(1, 0), two(50, 1);
  one.add("reached", 1, 1).finish();
  two.finish();
  EventList both;
  both.add(two).add(one);
  EXPECT_EQ(events_of_session(both.events(), one.id()), one.events());
}

TEST(SessionLog, AsksAboutTheDayAfterOnce) {
  const auto asked = [](const SessionMaker& session, double hours) {
    const auto logs = session_logs(settle(session.events()));
    return awaits_next_day(logs, hours_later(hours)) != nullptr;
  };
  EXPECT_FALSE(asked(SessionMaker(1, 0).finish(), 2));
  EXPECT_TRUE(asked(SessionMaker(1, 0).finish(), 20));
  EXPECT_FALSE(asked(SessionMaker(1, 0).finish().next_day(2), 30));
  EXPECT_FALSE(asked(SessionMaker(1, 0), 20));  // nothing was done in it
}

TEST(SessionLog, PassesOverASessionWithoutItsPlan) {
  EXPECT_TRUE(
      session_logs(settle(std::vector{event_at(1, 0, "session.started", {{"plan", 5}}),
                                      event_at(2, 0, "session.finished", {{"session", id_of(1)}})}))
          .empty());
}

RC_GTEST_PROP(SessionLog, NeverFailsOnAnySoup, (std::uint64_t seed)) {
  std::vector<Event> events = any_events(seed, 60);
  const auto real = SessionMaker(3, 0, 2).add("reached", 1, 1).events();
  events.insert(events.end(), real.begin(), real.end());
  const auto logs = session_logs(settle(events));
  (void)unfinished_session(logs, hours_later(1));
  (void)awaits_next_day(logs, hours_later(30));
  for (const SessionLog& log : logs) RC_ASSERT(log.items.size() == log.plan.items.size());
}

}  // namespace
}  // namespace limber
