#include "report/report.h"

#include "record/clearance.h"
#include "record/little.h"
#include "words.h"

namespace limber {
namespace {

const Catalogue kWords = report_words();

Knowledge knowledge_with_sources() {
  Knowledge knowledge = little_knowledge();
  knowledge.sources = {{"seen", Evidence::seen, "Stiell 2001", "", ""},
                       {"recalled", Evidence::recalled, "Someone 1990", "", ""}};
  knowledge.rules[2].sources = {"seen", "recalled"};
  knowledge.rules[4].level = Level::emergency_now;
  Fact thinner;
  thinner.id = "blood_thinner";
  knowledge.facts.push_back(thinner);
  return knowledge;
}
const Knowledge kKnowledge = knowledge_with_sources();

ReportModel report(const EventList& list, double hours) {
  const Record record = list.record();
  const Now now = hours_later(hours);
  return report_of(record, kKnowledge, kWords, clearances(record, kKnowledge, now, {}), now);
}

TEST(Report, TellsTheLastCheckWithItsRulesAndSources) {
  EventList list;
  list.add(screened_at(1, -24, {}))
      .add(screened_at(2, 0, {{"weeks", 8}}, "see_professional_first", {"long_time"}));
  const ReportModel model = report(list, 1);
  EXPECT_EQ(model.level, "See a professional first");
  ASSERT_EQ(model.reasons.size(), 1u);
  EXPECT_EQ(model.reasons[0].rule, "long_time");
  EXPECT_EQ(model.reasons[0].sources, "Stiell 2001");  // and not what was only recalled
}

TEST(Report, TellsAnswersByWhatTheyMean) {
  EventList list;
  list.add(screened_at(
      1, 0,
      {{"tingling", "not_sure"}, {"steady", "no"}, {"age", 42}, {"disc", "yes"}, {"job", "desk"}}));
  const ReportModel model = report(list, 1);
  EXPECT_EQ(model.yes, (std::vector<std::string>{"NOT the case: a steady walk", "a slipped disc"}));
  EXPECT_EQ(model.not_sure, std::vector<std::string>{"tingling in a hand"});
  EXPECT_EQ(model.values, (std::vector<std::pair<std::string, std::string>>{
                              {"your age", "42"}, {"your job", "at a desk"}}));
}

TEST(Report, TellsSignsNotFoundFromSignsNotAsked) {
  EventList asked, not_asked;
  asked.add(screened_at(1, 0, {{"tingling", "no"}}));
  not_asked.add(screened_at(1, 0, {{"age", 42}}));
  EXPECT_EQ(report(asked, 1).not_found, std::vector<std::string>{"tingling in a hand"});
  EXPECT_TRUE(report(asked, 1).not_asked.empty());
  EXPECT_TRUE(report(not_asked, 1).not_found.empty());
  EXPECT_EQ(report(not_asked, 1).not_asked, std::vector<std::string>{"tingling in a hand"});
}

TEST(Report, NamesMedicines) {
  EventList list;
  list.add(screened_at(1, 0, {{"blood_thinner", "yes"}}));
  EXPECT_EQ(report(list, 1).medicines, std::vector<std::string>{"a blood thinner"});
}

TEST(Report, TellsSessionsNewestFirst) {
  EventList list;
  list.add(SessionMaker(100, 0, 4).finish().after(3).next_day(2))
      .add(SessionMaker(200, 48).add("reached", 1, 1).stop("hurt", 1));
  const ReportModel model = report(list, 72);
  ASSERT_EQ(model.sessions.size(), 2u);
  EXPECT_EQ(model.sessions[0].ending, "stopped because it hurt");
  EXPECT_EQ(model.sessions[0].techniques, "Chin tuck");
  EXPECT_EQ(model.sessions[1].pain, "4 > 3, next day 2");
  EXPECT_EQ(model.sessions[1].techniques, "Chin tuck, Seated turn");
}

TEST(Report, TellsTheCourse) {
  EventList list;
  list.add(screened_at(1, 0, {{"weeks", 3}})).add(pain_at(2, 1, 2)).add(pain_at(3, 49, 5));
  const auto course = report(list, 50).course;
  ASSERT_EQ(course.size(), 3u);
  EXPECT_EQ(course[0], "It began 3 weeks ago.");
  EXPECT_EQ(course[1],
            "Pain at rest, of 10: 2 on 2026-09-21, 5 on 2026-09-23. Lowest 2, highest 5, "
            "on 2 days.");
  EXPECT_EQ(course[2], "It got worse: have it looked at");
}

TEST(Report, TellsAClearanceAndWhatBecameOfIt) {
  EventList list;
  list.add(clearance_at(1, 0, "2026-09-21"));
  EXPECT_EQ(report(list, 1).course.back(), "my GP agreed to movement on 2026-09-21.");
  list.add(screened_at(2, 2, {{"tingling", "yes"}}));
  EXPECT_EQ(report(list, 3).course.back(),
            "my GP agreed to movement on 2026-09-21. It ended when something new was answered.");
}

TEST(Report, TellsNotesNewestFirst) {
  EventList list;
  list.add(event_at(1, 0, "note", {{"text", "old"}}))
      .add(event_at(2, 30, "note", {{"text", "new"}}));
  EXPECT_EQ(report(list, 31).notes.front().second, "new");
}

RC_GTEST_PROP(Report, NeverFailsOnAnySoup, (std::uint64_t seed)) {
  EventList list;
  for (Event& event : any_events(seed, 60)) list.add(std::move(event));
  RC_ASSERT(!report(list, 1).made_on.empty());
}

}  // namespace
}  // namespace limber
