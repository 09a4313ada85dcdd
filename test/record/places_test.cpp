#include "record/places.h"

#include "little.h"

namespace limber {
namespace {

Event score_at(std::uint64_t number, double hours, const std::string& kind, double score,
               const std::string& place) {
  return event_at(number, hours, kind, {{"score", score}, {"place", place}});
}

std::vector<Place> look(const EventList& list, double day, int days) {
  const Record record = list.record();
  return places(record, session_logs(record), hours_later(day * 24), days);
}

TEST(Places, TakesTheLatestAndTheMostOfEach) {
  EventList list;
  list.add(score_at(1, 0, "pain.noted", 6, "neck_left"))
      .add(score_at(2, 24, "pain.noted", 2, "neck_left"))
      .add(score_at(3, 1, "pain.noted", 4, "upper_back"));
  const auto found = look(list, 1, 7);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].place, "neck_left");
  EXPECT_EQ(found[0].pain.count, 2);
  EXPECT_EQ(found[0].pain.last, 2);
  EXPECT_EQ(found[0].pain.most, 6);
  EXPECT_EQ(found[1].pain.last, 4);
}

TEST(Places, KeepsPainAndStiffnessApart) {
  EventList list;
  list.add(score_at(1, 0, "stiffness.noted", 5, "shoulder_right"));
  const auto found = look(list, 0, 7);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].pain.count, 0);
  EXPECT_EQ(found[0].stiffness.last, 5);
}

TEST(Places, LeavesOutWhatIsOlderThanTheWindow) {
  EventList list;
  list.add(score_at(1, -24 * 7, "pain.noted", 8, "neck"));
  EXPECT_TRUE(look(list, 0, 7).empty());
  EXPECT_EQ(look(list, 0, 8).size(), 1u);
}

TEST(Places, LeavesOutWhatNamesNoPlace) {
  EventList list;
  list.add(event_at(1, 0, "pain.noted", {{"score", 3}}));
  EXPECT_TRUE(look(list, 0, 7).empty());
}

TEST(Places, CountsPops) {
  EventList list;
  list.add(event_at(1, 0, "pop.noted", {{"place", "mid_back"}}))
      .add(event_at(2, 1, "pop.noted", {{"place", "mid_back"}}));
  const auto found = look(list, 0, 7);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].pops, 2);
}

TEST(Places, FollowsACorrection) {
  EventList list;
  Event noted = score_at(1, 0, "pain.noted", 8, "neck");
  list.add(noted).add(event_at(
      2, 1, "edited", {{"of", noted.id}, {"data", {{"score", 3}, {"place", "shoulder"}}}}));
  const auto found = look(list, 0, 7);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].place, "shoulder");
  EXPECT_EQ(found[0].pain.last, 3);
}

}  // namespace
}  // namespace limber
