// limber check on whole sheets: levels, exit codes, and what is said where.
#include <gtest/gtest.h>

#include "test/cli/program.h"

namespace limber::cli {
namespace {

Ran check(const std::string& answers, std::vector<std::string> more = {}) {
  std::vector<std::string> words{"check", "--answers", "-"};
  words.insert(words.end(), more.begin(), more.end());
  return limber_runs(words, R"({"unanswered":"reassuring","answers":)" + answers + "}");
}

TEST(Check, AllIsWellIsGo) {
  const Ran ran = check("{}");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
}

TEST(Check, ASuddenHeadacheIsAnEmergencyWithTheNumber) {
  const Ran ran = check(R"({"sudden_severe_headache":"yes"})", {"--country", "GB"});
  EXPECT_EQ(ran.code, 40);
  EXPECT_NE(ran.out.find("999"), std::string::npos) << ran.out;
}

TEST(Check, TheCountryComesFromTheLocale) {
  const Ran ran =
      limber_runs({"check", "--answers", "-"}, R"({"answers":{"sudden_severe_headache":"yes"}})",
                  {"LC_ALL=en_AU.UTF-8"});
  EXPECT_NE(ran.out.find("000"), std::string::npos) << ran.out;
}

TEST(Check, NothingAnsweredIsNeverReassuring) {
  const Ran ran = limber_runs({"check", "--answers", "-"}, R"({"answers":{}})");
  EXPECT_GE(ran.code, 20);
  EXPECT_NE(ran.err.find("\"unanswered\": \"reassuring\""), std::string::npos) << ran.err;
}

TEST(Check, EveryLevelSaysThatNoClinicianHasReviewedIt) {
  for (const char* answers : {"{}", R"({"sudden_severe_headache":"yes"})"}) {
    EXPECT_NE(check(answers).out.find("not yet reviewed by"), std::string::npos);
  }
}

TEST(Check, JsonHasTheLevelAndTheSources) {
  const Ran ran = check(R"({"sudden_severe_headache":"yes"})", {"--json"});
  EXPECT_EQ(ran.code, 40);
  EXPECT_NE(ran.out.find(R"("level":"emergency_now")"), std::string::npos);
  EXPECT_NE(ran.out.find(R"("sources":[{)"), std::string::npos);
}

TEST(Check, ABatchGivesTheLevelsOfTheSheets) {
  const Ran ran = limber_runs({"check", "--batch"},
                              "{\"id\":\"a\",\"unanswered\":\"reassuring\",\"answers\":{}}\n"
                              "{\"id\":7,\"answers\":{\"sudden_severe_headache\":true}}\n");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find(R"("id":"a","level":"go","line":1)"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find(R"("id":7,"level":"emergency_now","line":2)"), std::string::npos);
}

TEST(Check, PlainLinesLeadToTheResult) {
  const Ran ran = limber_runs({"check", "--plain"}, "1\n\n");
  EXPECT_EQ(ran.code, 40) << ran.out << ran.err;
}

TEST(Check, BackFromAnEmergencyReopensThePage) {
  const Ran ran = limber_runs({"check", "--plain"}, "1\nb\n0\nquit\n");
  EXPECT_EQ(ran.code, 1) << ran.out << ran.err;
  EXPECT_NE(ran.out.find("page 2"), std::string::npos) << ran.out;
}

TEST(Check, TheEndOfInputEndsTheQuestions) {
  const Ran ran = limber_runs({"check"}, "0\n");
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("The input has ended"), std::string::npos);
}

TEST(Check, AnEmptySheetOfKnowledgeIsToldWithItsFile) {
  TestFolder folder;
  const Ran ran = limber_runs({"check", "--knowledge", folder.path(), "--answers", "-"}, "{}");
  EXPECT_EQ(ran.code, 3) << ran.err;
}

}  // namespace
}  // namespace limber::cli
