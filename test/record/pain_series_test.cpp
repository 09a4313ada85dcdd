#include "record/pain_series.h"

#include "little.h"

namespace limber {
namespace {

TEST(PainSeries, TakesEachAnswerOnce) {
  Event again = screened_at(2, 5, {});
  again.payload = print_json({{"answers", {{"pain_now", {{"is", 3}, {"at_ms", kNoon}}}}}});
  EventList list;
  list.add(screened_at(1, 0, {{"pain_now", 3}})).add(again);
  EXPECT_EQ(pain_at_rest(list.record(), {}, hours_later(6)).size(), 1u);
}

TEST(PainSeries, GathersFromEveryPlaceButExercise) {
  EventList list;
  list.add(screened_at(1, 0, {{"pain_now", 3}})).add(pain_at(2, 1, 4));
  list.add(SessionMaker(50, 2, 5)
               .add("pain", 1, 1, {{"pain", 9}, {"when", "during"}})
               .finish()
               .after(8)
               .next_day(6));
  std::vector<double> values;
  const Record record = list.record();
  for (const PainPoint& point : pain_at_rest(record, session_logs(record), hours_later(99))) {
    values.push_back(point.pain);
  }
  EXPECT_EQ(values, (std::vector<double>{3, 4, 5, 6}));
}

TEST(PainSeries, TakesTheWorstOfADay) {
  const auto days = pain_by_day({{0, 5, 2}, {1, 5, 6}, {2, 5, 3}, {3, 6, 1}});
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(days[0].pain, 6);
}

TEST(PainSeries, GivesANoteTheLocalDayItHad) {
  Event late = pain_at(1, 11.5, 4);  // 23:30 UTC
  late.offset_min = 60;              // 00:30 the next day there
  const auto points = pain_at_rest(settle(std::vector{late}), {}, hours_later(20));
  EXPECT_EQ(points.front().day, local_day(kNoon, 0) + 1);
}

}  // namespace
}  // namespace limber
