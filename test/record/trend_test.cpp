#include "record/trend.h"

#include "little.h"

namespace limber {
namespace {

Trend look(const EventList& list, double day, int days) {
  const Record record = list.record();
  return trend(record, session_logs(record), hours_later(day * 24), days);
}

TEST(Trend, KnowsTheMondayOfAWeek) {
  EXPECT_EQ(day_text(week_of(*parse_day("2026-11-21"))), "2026-11-16");
  EXPECT_EQ(day_text(week_of(*parse_day("2026-11-16"))), "2026-11-16");
  EXPECT_EQ(day_text(week_of(*parse_day("1969-12-31"))), "1969-12-29");
}

TEST(Trend, TakesTheWorstOfEachDayInItsWindow) {
  EventList list;
  list.add(pain_at(1, -24 * 20, 9))
      .add(pain_at(2, 0, 3))
      .add(pain_at(3, 1, 5))
      .add(pain_at(4, 24, 2));
  const Trend trend = look(list, 1, 7);
  ASSERT_EQ(trend.pain.size(), 2u);
  EXPECT_EQ(trend.pain[0].value, 5);
  EXPECT_EQ(trend.pain[1].day, trend.to);
}

TEST(Trend, KeepsStiffnessApart) {
  EventList list;
  list.add(event_at(1, 0, "stiffness.noted", {{"score", 7}}));
  const Trend trend = look(list, 0, 7);
  EXPECT_TRUE(trend.pain.empty());
  EXPECT_EQ(trend.stiffness[0].value, 7);
}

TEST(Trend, CountsSessionsByWeekAndEmptyWeeksToo) {
  EventList list;
  list.add(SessionMaker(1, 0).finish()).add(SessionMaker(50, 24).finish());
  list.add(SessionMaker(100, 20 * 24).finish()).add(SessionMaker(150, 20 * 24 + 1));
  const Trend trend = look(list, 20, 21);
  std::vector<double> counts;
  for (const Point& week : trend.sessions) counts.push_back(week.value);
  EXPECT_EQ(counts, (std::vector<double>{2, 0, 1}));  // day 0 is a Monday
}

RC_GTEST_PROP(Trend, NeverFailsOnAnySoup, (std::uint64_t seed)) {
  EventList list;
  for (Event& event : any_events(seed, 60)) list.add(std::move(event));
  const Trend found = look(list, 1, 30);
  for (const Point& point : found.pain) RC_ASSERT(point.value >= 0 && point.value <= 10);
}

}  // namespace
}  // namespace limber
