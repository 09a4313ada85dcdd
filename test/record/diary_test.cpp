#include "record/diary.h"

#include "little.h"

namespace limber {
namespace {

std::vector<DiaryDay> days_of(const EventList& list) {
  const Record record = list.record();
  return diary(record, session_logs(record));
}
Event pop(std::uint64_t number, double hours, const std::string& place, bool deliberate = false) {
  return event_at(number, hours, "pop.noted",
                  {{"place", place}, {"deliberate", deliberate}, {"painful", false}});
}

TEST(Diary, PutsEverythingOnItsDay) {
  EventList list;
  list.add(SessionMaker(100, 0, 3).finish()).add(pain_at(1, 1, 3)).add(screened_at(2, -1, {}));
  list.add(event_at(3, 2, "note", {{"text", "long drive"}})).add(pop(4, 3, "neck"));
  list.add(event_at(5, 30, "stiffness.noted", {{"score", 6}, {"place", "neck"}}));
  const auto days = days_of(list);
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(days[0].sessions.size(), 1u);
  EXPECT_EQ(days[0].verdicts.size(), 1u);
  EXPECT_EQ(days[0].pain.size(), 1u);
  EXPECT_EQ(days[0].pops.size(), 1u);
  EXPECT_EQ(days[0].notes[0].text, "long drive");
  EXPECT_EQ(days[1].stiffness[0].place, "neck");
}

TEST(Diary, ShowsACorrectedNoteAsCorrected) {
  EventList list;
  list.add(event_at(1, 0, "note", {{"text", "a"}}))
      .add(event_at(2, 1, "edited", {{"of", id_of(1)}, {"data", {{"text", "b"}}}}));
  const auto days = days_of(list);
  EXPECT_EQ(days[0].notes[0].text, "b");
  EXPECT_TRUE(days[0].notes[0].corrected);
}

TEST(Diary, KeepsALateEveningOnItsLocalDay) {
  Event late = event_at(1, 11.5, "note", {{"text", "late"}});  // 23:30 UTC
  late.offset_min = -300;                                      // 18:30 there
  Event early = late;
  early.id = id_of(2);
  early.offset_min = 60;  // 00:30 the next day there
  EventList list;
  list.add(late).add(early);
  EXPECT_EQ(days_of(list).size(), 2u);
}

TEST(Diary, TellsTheWaitSinceThePopBeforeAtThatPlace) {
  EventList list;
  list.add(pop(1, 0, "neck")).add(pop(2, 0.2, "upper_back")).add(pop(3, 0.5, "neck"));
  const auto pops = all_pops(list.record(), {});
  EXPECT_FALSE(pops[0].since_last_min);
  EXPECT_FALSE(pops[1].since_last_min);
  EXPECT_DOUBLE_EQ(*pops[2].since_last_min, 30);
}

TEST(Diary, DoesNotGuessAWaitWithoutAPlace) {
  EventList list;
  list.add(pop(1, 0, "")).add(pop(2, 1, ""));
  EXPECT_FALSE(all_pops(list.record(), {})[1].since_last_min);
}

TEST(Diary, CountsPopsOfSessions) {
  EventList list;
  list.add(SessionMaker(1, 0).add("pop", 1, 1, {{"painful", true}, {"place", "neck"}}));
  const auto days = days_of(list);
  ASSERT_EQ(days[0].pops.size(), 1u);
  EXPECT_EQ(days[0].pops[0].technique, "chin_tuck");
  EXPECT_TRUE(days[0].pops[0].painful);
}

TEST(Diary, SeesAHabitOfCracking) {
  const Knowledge knowledge = little_knowledge();
  EventList four, five, spontaneous;
  for (std::uint64_t i = 0; i < 5; ++i) {
    if (i < 4) four.add(pop(i + 1, 0.5 * static_cast<double>(i), "neck", true));
    five.add(pop(i + 1, 0.5 * static_cast<double>(i), "neck", true));
    spontaneous.add(pop(i + 1, 0.5 * static_cast<double>(i), "neck"));
  }
  const auto habit = [&](const EventList& list, double hours) {
    return crack_habit(all_pops(list.record(), {}), knowledge, hours_later(hours)).habit;
  };
  EXPECT_TRUE(habit(five, 5));
  EXPECT_FALSE(habit(four, 5));
  EXPECT_FALSE(habit(spontaneous, 5));
  EXPECT_FALSE(habit(five, 24 * 8));
}

RC_GTEST_PROP(Diary, NeverFailsOnAnySoup, (std::uint64_t seed)) {
  EventList list;
  for (Event& event : any_events(seed, 60)) list.add(std::move(event));
  const auto days = days_of(list);
  for (std::size_t i = 1; i < days.size(); ++i) RC_ASSERT(days[i - 1].day < days[i].day);
}

}  // namespace
}  // namespace limber
