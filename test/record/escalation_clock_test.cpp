#include "record/escalation_clock.h"

#include <algorithm>

#include "little.h"

namespace limber {
namespace {

const Knowledge kKnowledge = little_knowledge();
const std::string kToday = day_text(local_day(kNoon, 0));

std::vector<Escalated> look(const EventList& list, double day) {
  const Record record = list.record();
  const Now now = hours_later(day * 24);
  const auto given = clearances(record, kKnowledge, now, {});
  return escalations(record, kKnowledge, session_logs(record), given, now);
}
const Escalated* find(const std::vector<Escalated>& found, const std::string& id) {
  for (const Escalated& one : found) {
    if (kKnowledge.escalations[static_cast<std::size_t>(one.escalation)].id == id) return &one;
  }
  return nullptr;
}
bool holds(const EventList& list, const std::string& id, double day) {
  const auto found = look(list, day);
  return find(found, id) != nullptr;
}

// Pain of these values on days 0, 1, 2, ...; below 0 means that nothing was noted.
EventList pains(const std::vector<double>& by_day, double first_day = 0) {
  EventList list;
  for (std::size_t i = 0; i < by_day.size(); ++i) {
    if (by_day[i] >= 0)
      list.add(pain_at(1000 + i, (first_day + static_cast<double>(i)) * 24, by_day[i]));
  }
  return list;
}
// A session on every `every`-th day from day 0 to `last`, with this pain before it.
EventList programme(double last, double every, int first_pain, int later_pain) {
  EventList list;
  std::uint64_t number = 5000;
  for (double day = 0; day <= last; day += every, number += 50) {
    list.add(SessionMaker(number, day * 24, day == 0 ? first_pain : later_pain).finish());
  }
  return list;
}

TEST(EscalationClock, SaysWorseAfterTwoOrThreeDays) {
  EXPECT_TRUE(holds(pains({2, -1, 4}), "worse", 2));
  EXPECT_TRUE(holds(pains({2, -1, -1, 4}), "worse", 3));
}

TEST(EscalationClock, DoesNotSayWorseForLessOrAtOtherTimes) {
  EXPECT_FALSE(holds(pains({2, -1, 3.5}), "worse", 2));
  EXPECT_FALSE(holds(pains({2, 4}), "worse", 1));
  EXPECT_FALSE(holds(pains({2, -1, -1, -1, 4}), "worse", 4));
  EXPECT_FALSE(holds(pains({2, -1, 4}), "worse", 6));     // long past
  EXPECT_FALSE(holds(pains({2, -1, 4, 3}), "worse", 3));  // it has settled
}

TEST(EscalationClock, TellsWhatItSawWorse) {
  const auto found = look(pains({2, -1, 5}), 2);
  const Escalated* worse = find(found, "worse");
  ASSERT_NE(worse, nullptr);
  EXPECT_EQ(worse->facts.at("from"), "2");
  EXPECT_EQ(worse->facts.at("to"), "5");
  EXPECT_EQ(worse->level, Level::see_professional_first);
}

TEST(EscalationClock, SaysNoBetterAfterTwoWeeks) {
  EXPECT_FALSE(holds(programme(13, 1, 5, 4), "two_weeks", 13));
  EXPECT_TRUE(holds(programme(14, 1, 5, 4), "two_weeks", 14));
  EXPECT_FALSE(holds(programme(14, 1, 5, 3), "two_weeks", 14));
}

TEST(EscalationClock, NeverCallsQuietPainNoBetter) {
  EXPECT_FALSE(holds(programme(30, 1, 2, 1), "four_weeks", 30));
  EXPECT_FALSE(holds(programme(30, 1, 1, 1), "four_weeks", 30));
}

TEST(EscalationClock, SaysNoBetterAfterFourWeeksForAProfessional) {
  const auto found = look(programme(28, 2, 5, 5), 28);
  ASSERT_NE(find(found, "four_weeks"), nullptr);
  EXPECT_TRUE(stops_plan(found));
  EXPECT_EQ(found.front().level, Level::see_professional_first);
}

TEST(EscalationClock, HalvesAfterTwoWeeks) {
  const auto found = look(programme(14, 2, 5, 5), 14);
  EXPECT_TRUE(halve_dose(found));
  EXPECT_FALSE(stops_plan(found));
}

TEST(EscalationClock, StartsAProgrammeAnewAfterFourWeeksOff) {
  EventList list = programme(14, 7, 5, 5);
  list.add(SessionMaker(9000, 50 * 24, 5).finish());
  EXPECT_FALSE(holds(list, "two_weeks", 51));
}

TEST(EscalationClock, SaysSixWeeksFromTheOnsetThatWasSaid) {
  EventList list;
  list.add(screened_at(1, 0, {{"weeks", 4}, {"pain_now", 4}})).add(pain_at(2, 14 * 24, 4));
  EXPECT_FALSE(holds(list, "six_weeks", 13));
  EXPECT_TRUE(holds(list, "six_weeks", 14));
}

TEST(EscalationClock, LeavesSixWeeksAloneWhenItHurtsLittle) {
  EventList list;
  list.add(screened_at(1, 0, {{"weeks", 20}, {"pain_now", 3}}));
  EXPECT_FALSE(holds(list, "six_weeks", 1));
}

// Sore on day 0 and then again after a quiet week, `times` times.
EventList returning(int times) {
  std::vector<double> days;
  for (int i = 0; i <= times; ++i) {
    days.insert(days.end(), {4, 3, 0, 0, 1, 0, 0, 0, 0});
  }
  return pains(days);
}

TEST(EscalationClock, CountsReturnsButNotTheFirstTime) {
  EXPECT_FALSE(holds(returning(2), "returns", 27));
  EXPECT_TRUE(holds(returning(3), "returns", 36));
  EXPECT_FALSE(holds(returning(3), "returns", 36 + 183));
}

TEST(EscalationClock, TellsEpisodesApartByAQuietWeekOrFourSilentWeeks) {
  EXPECT_EQ(episodes({{0, 4}, {1, 0}, {8, 4}}), (std::vector<Day>{0, 8}));
  EXPECT_EQ(episodes({{0, 4}, {1, 0}, {7, 4}}), std::vector<Day>{0});
  EXPECT_EQ(episodes({{0, 4}, {1, 0}, {4, 2}, {8, 4}}), std::vector<Day>{0});
  EXPECT_EQ(episodes({{0, 4}, {29, 4}}), (std::vector<Day>{0, 29}));
  EXPECT_EQ(episodes({{0, 4}, {28, 4}}), std::vector<Day>{0});
  EXPECT_EQ(episodes({{0, 2}}), std::vector<Day>{});
  EXPECT_EQ(episodes({}), std::vector<Day>{});
}

TEST(EscalationClock, SaysTwelveWeeksAlone) {
  EXPECT_FALSE(holds(programme(83, 7, 3, 1), "twelve_weeks", 83));
  EXPECT_TRUE(holds(programme(84, 7, 3, 1), "twelve_weeks", 84));
}

TEST(EscalationClock, CountsTheWeeksFromAClearance) {
  EventList list = programme(84, 7, 3, 1);
  list.add(clearance_at(1, 60 * 24, day_text(*parse_day(kToday) + 60)));
  EXPECT_FALSE(holds(list, "twelve_weeks", 84));
}

TEST(EscalationClock, LetsAClearanceAnswerIt) {
  EventList list = pains({2, -1, 5});
  EXPECT_TRUE(stops_plan(look(list, 2)));
  list.add(clearance_at(1, 2 * 24 + 1, day_text(*parse_day(kToday) + 2)));
  const auto found = look(list, 2.5);
  ASSERT_NE(find(found, "worse"), nullptr);
  EXPECT_TRUE(find(found, "worse")->cleared);
  EXPECT_FALSE(stops_plan(found));
}

TEST(EscalationClock, CountsPainFromAWrongClockAsNow) {
  EventList list;
  list.add(pain_at(1, 0, 2)).add(pain_at(2, 24 * 400, 6));
  EXPECT_TRUE(holds(list, "worse", 2));
}

TEST(EscalationClock, IsQuietForAnEmptyRecord) {
  EXPECT_TRUE(look({}, 0).empty());
}

RC_GTEST_PROP(EscalationClock, NeverFailsOnAnySoup, (std::uint64_t seed)) {
  EventList list;
  for (Event& event : any_events(seed, 60)) list.add(std::move(event));
  list.add(SessionMaker(3, 0, 2).add("reached", 1, 1));
  for (const Escalated& one : look(list, 1)) {
    RC_ASSERT(one.escalation < static_cast<int>(kKnowledge.escalations.size()));
  }
}

}  // namespace
}  // namespace limber
