#include "record/clearance.h"

#include "body/names.h"
#include "little.h"

namespace limber {
namespace {

using State = GivenClearance::State;

const Knowledge kKnowledge = little_knowledge();
// kNoon is 2026-09-21.
const std::string kToday = day_text(local_day(kNoon, 0));

std::vector<GivenClearance> look(const std::vector<Event>& events, double hours,
                                 const Sheet& current = {}) {
  return clearances(settle(events), kKnowledge, hours_later(hours), current);
}
State state(const std::vector<Event>& events, double hours, const Sheet& current = {}) {
  const auto found = look(events, hours, current);
  EXPECT_EQ(found.size(), 1u);
  return found.empty() ? State::expired : found.front().state;
}

TEST(Clearance, LastsTwelveWeeks) {
  const std::vector events = {clearance_at(1, 0, kToday)};
  EXPECT_EQ(state(events, 83 * 24), State::valid);
  EXPECT_EQ(state(events, 84 * 24), State::expired);
}

TEST(Clearance, CountsFromTheDayItWasGivenNotNoted) {
  const std::string earlier = day_text(*parse_day(kToday) - 80);
  EXPECT_EQ(state({clearance_at(1, 0, earlier)}, 3 * 24), State::valid);
  EXPECT_EQ(state({clearance_at(1, 0, earlier)}, 4 * 24), State::expired);
}

TEST(Clearance, EndsWhenSomethingNewIsAnswered) {
  const std::vector events = {screened_at(1, 0, {{"tingling", "no"}}), clearance_at(2, 1, kToday),
                              screened_at(3, 2, {{"tingling", "yes"}})};
  const auto found = look(events, 3);
  EXPECT_EQ(found.front().state, State::ended_by_news);
  EXPECT_EQ(found.front().news, std::vector{kKnowledge.fact("tingling")});
}

TEST(Clearance, EndsByAnAnswerThatIsNotInTheRecordYet) {
  Sheet current(kKnowledge.facts.size());
  current[0] = not_sure();
  EXPECT_EQ(state({clearance_at(1, 0, kToday)}, 1, current), State::ended_by_news);
}

TEST(Clearance, OutlivesTheSameAndBetterAnswers) {
  const std::vector events = {screened_at(1, 0, {{"disc", "yes"}, {"age", 40}, {"pain_now", 6}}),
                              clearance_at(2, 1, kToday),
                              screened_at(3, 2, {{"disc", "yes"}, {"age", 41}, {"pain_now", 2}})};
  EXPECT_EQ(state(events, 3), State::valid);
}

TEST(Clearance, StaysEndedWhenTheNewsHasGone) {
  const std::vector events = {clearance_at(1, 0, kToday), screened_at(2, 1, {{"tingling", "yes"}}),
                              screened_at(3, 2, {{"tingling", "no"}})};
  EXPECT_EQ(state(events, 3), State::ended_by_news);
}

TEST(Clearance, CountsIfNotedAfterTheNews) {
  const std::vector events = {screened_at(2, 1, {{"tingling", "yes"}}), clearance_at(3, 2, kToday),
                              screened_at(4, 3, {{"tingling", "yes"}})};
  EXPECT_EQ(state(events, 4), State::valid);
}

TEST(Clearance, NeverCountsFromTheFuture) {
  EXPECT_EQ(state({clearance_at(1, 48, kToday)}, 0), State::from_the_future);
  EXPECT_EQ(state({clearance_at(1, 0, "2027-01-01")}, 1), State::from_the_future);
}

TEST(Clearance, IsPassedOverWithoutARealDate) {
  EXPECT_TRUE(look({clearance_at(1, 0, "2026-02-30")}, 1).empty());
}

TEST(Clearance, JoinsWhatSeveralCover) {
  Event one = clearance_at(1, 0, kToday), two = clearance_at(2, 1, kToday);
  one.payload = print_json(to_json(Clearance{"GP", kToday, {"a"}}));
  two.payload = print_json(to_json(Clearance{"physio", kToday, {"b"}}));
  EXPECT_EQ(clearance_in_force(look({one, two}, 2))->rules, (std::vector<std::string>{"a", "b"}));
  two.payload = print_json(to_json(Clearance{"physio", kToday, {}}));
  EXPECT_TRUE(clearance_in_force(look({one, two}, 2))->rules.empty());
  EXPECT_FALSE(clearance_in_force(look({}, 2)));
}

NeckLock lock(const EventList& list, double hours) {
  const Record record = list.record();
  return neck_lock(record, kKnowledge, session_logs(record),
                   clearances(record, kKnowledge, hours_later(hours), {}));
}

TEST(NeckLock, FollowsANerveStop) {
  EventList list;
  list.add(SessionMaker(1, 0).stop("nerve", 1));
  EXPECT_TRUE(lock(list, 24 * 365).locked);
}

TEST(NeckLock, FollowsAStopWhoseQuestionFoundANerveRule) {
  EventList list;
  list.add(SessionMaker(1, 0).stop("unwell", 1))
      .add(screened_at(60, 0.5, {{"tingling", "yes"}}, "urgent_same_day", {"nerve_rule"}));
  EXPECT_TRUE(lock(list, 1).locked);
}

TEST(NeckLock, DoesNotFollowAnyOtherStop) {
  EventList list;
  list.add(SessionMaker(1, 0).stop("hurt", 1)).add(screened_at(60, 0.5, {}, "go", {"pain_rule"}));
  EXPECT_FALSE(lock(list, 1).locked);
}

TEST(NeckLock, IsLiftedByALaterClearanceOnly) {
  EventList before, after;
  before.add(clearance_at(40, -1, kToday)).add(SessionMaker(1, 0).stop("nerve", 1));
  after.add(SessionMaker(1, 0).stop("nerve", 1)).add(clearance_at(40, 5, kToday));
  EXPECT_TRUE(lock(before, 6).locked);
  EXPECT_FALSE(lock(after, 6).locked);
}

TEST(NeckLock, ReturnsWhenTheClearanceNoLongerCounts) {
  EventList list;
  list.add(SessionMaker(1, 0).stop("nerve", 1)).add(clearance_at(40, 5, kToday));
  EXPECT_TRUE(lock(list, 90 * 24).locked);
  list.add(screened_at(50, 8, {{"tingling", "yes"}}));
  EXPECT_TRUE(lock(list, 9).locked);
}

RC_GTEST_PROP(Clearance, NeverFailsOnAnySoup, (std::uint64_t seed)) {
  const Record record = settle(any_events(seed, 60));
  const auto given = clearances(record, kKnowledge, hours_later(0), {});
  (void)clearance_in_force(given);
  (void)neck_lock(record, kKnowledge, session_logs(record), given);
}

}  // namespace
}  // namespace limber
