#include "report/page.h"

#include <algorithm>

#include "base/text.h"
#include "words.h"

namespace limber {
namespace {

const Catalogue kWords = report_words();

ReportModel someone() {
  ReportModel model;
  model.made_on = "2026-11-21 14:05";
  model.knowledge = "2026.11";
  model.level = "See a professional first";
  model.checked_on = "2026-11-21";
  model.what_to_do = "Book a visit in the next days.";
  model.reasons = {
      {"long_time", "See a professional first", "It has lasted for more than six weeks.",
       "Stiell 2001, JAMA 286:1841", false, false},
      {"night_pain", "Gentle movement is fine, with changes", "It wakes you.", "", true, true}};
  model.yes = {"pain at night"};
  model.not_sure = {"weak bones"};
  model.values = {{"your age", "42 years"}, {"pain now", "4 of 10"}};
  model.medicines = {"a blood thinner"};
  model.not_found = {"a sudden headache", "chest pain"};
  model.not_asked = {"a fall"};
  model.course = {"It began 7 weeks ago."};
  model.sessions = {
      {"2026-11-20", "Chin tuck, Seated turn", "4 > 3, next day 3", "done to the end"},
      {"2026-11-19", "Chin tuck", "", "stopped because it hurt"}};
  model.sessions_in_all = 2;
  model.notes = {{"2026-11-18", "Long drive."}};
  return model;
}

std::string page(const ReportModel& model) {
  return join(report_page(model, kWords), "\n") + "\n";
}

TEST(Page, LaysOutAReport) {
  EXPECT_EQ(page(someone()), R"(LIMBER REPORT of 2026-11-21 14:05
To take to a doctor or physiotherapist. It tells what the person said and did.
It is no diagnosis.
Rules of version 2026.11, not yet reviewed by a clinician.

RESULT OF THE LAST CHECK
  See a professional first (checked on 2026-11-21)
  Book a visit in the next days.

WHY
  - [long_time] See a professional first. It has lasted for more than six weeks.
    Sources: Stiell 2001, JAMA 286:1841
  - [night_pain] Gentle movement is fine, with changes. It wakes you. (Counted
    one level lower, because the answer was "not sure".) (Lowered, because a
    professional agreed.)

WHAT WAS SAID
  your age: 42 years; pain now: 4 of 10
  Yes to: pain at night
  Not sure about: weak bones

WARNING SIGNS
  Asked for and not found: a sudden headache; chest pain
  Not asked: a fall

MEDICINES
  a blood thinner
  Limber gives no advice on medicines. Others taken (please fill in):
  ______________

HOW IT WENT
  - It began 7 weeks ago.

WHAT WAS DONE
  2 sessions in all, the latest first:
  2026-11-20  Chin tuck, Seated turn; done to the end; pain 4 > 3, next day 3
  2026-11-19  Chin tuck; stopped because it hurt

NOTES
  2026-11-18  Long drive.
)");
}

TEST(Page, SaysThatNothingWasAskedYet) {
  ReportModel model;
  model.made_on = "2026-11-21 14:05";
  model.knowledge = "2026.11";
  EXPECT_EQ(page(model), R"(LIMBER REPORT of 2026-11-21 14:05
To take to a doctor or physiotherapist. It tells what the person said and did.
It is no diagnosis.
Rules of version 2026.11, not yet reviewed by a clinician.

RESULT OF THE LAST CHECK
  No questions have been answered yet.

MEDICINES
  Limber gives no advice on medicines. Others taken (please fill in):
  ______________

WHAT WAS DONE
  No session yet.
)");
}

ReportModel crowded() {
  ReportModel model = someone();
  for (int i = 0; i < 100; ++i) {
    model.sessions.push_back({"2026-10-01", "Chin tuck, Seated turn, Wall slide", "4 > 3", "done"});
    model.notes.emplace_back("2026-10-01", "A long note that goes on and on, line after line.");
    model.not_found.push_back("some warning sign " + std::to_string(i));
    model.not_asked.push_back("another sign " + std::to_string(i));
    model.course.push_back("Something happened.");
  }
  model.sessions_in_all = model.sessions.size();
  return model;
}

TEST(Page, StaysOnePageHoweverMuchThereIs) {
  EXPECT_LE(report_page(crowded(), kWords).size(), kPageLines);
}

TEST(Page, SaysHowMuchItLeftOut) {
  EXPECT_NE(page(crowded()).find(" more"), std::string::npos);
}

TEST(Page, NeverShortensReasonsAndWhatWasAnsweredYes) {
  ReportModel model = crowded();
  for (int i = 0; i < 20; ++i) {
    model.reasons.push_back({"rule_" + std::to_string(i), "Level", "Why.", "Source", false, false});
    model.yes.push_back("sign_" + std::to_string(i));
  }
  const std::string text = page(model);
  for (int i = 0; i < 20; ++i) {
    EXPECT_NE(text.find("[rule_" + std::to_string(i) + "]"), std::string::npos);
    EXPECT_NE(text.find("sign_" + std::to_string(i)), std::string::npos);
  }
}

TEST(Page, IsNeverWiderThanEightyColumns) {
  ReportModel model = crowded();
  model.notes = {{"2026-10-01", std::string(300, 'x')},
                 {"2026-10-02", "\xe2\x82\xac" + std::string(200, 'y') + "\xc3\xa4\xc3\xa4"}};
  model.yes.push_back(std::string(200, 'z'));
  for (const std::string& line : report_page(model, kWords)) {
    EXPECT_LE(display_width(line), kPageColumns) << line;
    EXPECT_FALSE(find_invalid_utf8(line)) << line;
  }
}

TEST(Page, KeepsControlCharactersOut) {
  ReportModel model = someone();
  model.notes = {{"2026-10-01", "one\ntwo\x1b[31m three\x07"}};
  for (const std::string& line : report_page(model, kWords)) {
    EXPECT_TRUE(std::ranges::none_of(line, [](char c) { return c >= 0 && c < ' '; })) << line;
  }
}

TEST(Page, IsAsNarrowAsAskedFor) {
  ReportModel model = someone();
  model.notes = {{"2026-11-18", std::string(300, 'x')}};
  for (const std::size_t columns : {kLeastColumns, std::size_t{57}, kMostColumns}) {
    std::size_t widest = 0;
    for (const std::string& line : report_page(model, kWords, columns)) {
      widest = std::max(widest, display_width(line));
    }
    EXPECT_LE(widest, columns);
    EXPECT_GT(widest, columns - 12);
  }
}

TEST(Page, ANarrowOneKeepsWhatTheWholeOneTells) {
  ReportModel model = someone();
  model.not_found.assign(90, "a warning sign of some kind");
  model.not_found.push_back("lastly");
  const auto narrow = report_page(model, kWords, kLeastColumns);
  EXPECT_GT(narrow.size(), kPageLines);
  EXPECT_NE(join(narrow, " ").find("lastly"), std::string::npos);
}

}  // namespace
}  // namespace limber
