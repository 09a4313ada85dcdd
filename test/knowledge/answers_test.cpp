#include "knowledge/answers.h"

#include "body/names.h"
#include "tiny.h"

namespace limber {
namespace {

std::string wrong(const char* answers) {
  const auto read = read_answers(tiny(), *parse_json(answers), "/answers");
  EXPECT_FALSE(read) << answers;
  return read ? "" : describe(read.error());
}

TEST(Answers, ReadsEveryState) {
  const auto read = read_answers(
      tiny(),
      *parse_json(R"({"stroke":true,"fall":"no","injury":"not_sure","age":42,"position":"floor"})"),
      "");
  ASSERT_TRUE(read);
  Sheet sheet = sheet_of(tiny(), *read);
  EXPECT_EQ(sheet[tiny().fact("stroke")], yes());
  EXPECT_EQ(sheet[tiny().fact("fall")], no());
  EXPECT_EQ(sheet[tiny().fact("injury")], not_sure());
  EXPECT_EQ(sheet[tiny().fact("age")], number(42));
  EXPECT_EQ(sheet[tiny().fact("position")], choice(1));
}

TEST(Answers, WritesWhatItReads) {
  for (const char* text : {"\"yes\"", "\"no\"", "\"not_sure\"", "\"not_asked\""}) {
    const Fact& fact = tiny().facts[0];
    const auto answer = read_answer(fact, *parse_json(text), "");
    ASSERT_TRUE(answer) << text;
    EXPECT_EQ(print_json(write_answer(fact, *answer)), text);
  }
}

TEST(Answers, ReassuringFollowsTheWorryingDirection) {
  EXPECT_EQ(reassuring_answer(tiny().facts[tiny().fact("stroke")]), no());
  EXPECT_EQ(reassuring_answer(tiny().facts[tiny().fact("eases")]), yes());
  EXPECT_EQ(reassuring_answer(tiny().facts[tiny().fact("age")]), number(35));
}

TEST(Answers, SaysWhatAFactTakes) {
  EXPECT_NE(wrong(R"({"age":200})").find("10 to 110"), std::string::npos);
  EXPECT_NE(wrong(R"({"age":20.5})").find("whole"), std::string::npos);
  EXPECT_NE(wrong(R"({"age":"old"})").find("not an answer to age"), std::string::npos);
  EXPECT_NE(wrong(R"({"stroke":3})").find("\"not_sure\""), std::string::npos);
  EXPECT_NE(wrong(R"({"position":"roof"})").find("desk, floor"), std::string::npos);
  EXPECT_NE(wrong(R"({"strike":"no"})").find("did you mean \"stroke\""), std::string::npos);
  EXPECT_NE(wrong(R"([1])").find("object"), std::string::npos);
}

Knowledge with_detail() {
  Knowledge k = tiny();
  k.facts[static_cast<std::size_t>(k.fact("fall"))].asked_after = {k.fact("injury")};
  return k;
}

Answer injury_after(const Example& given, Denied denied = Denied::kept) {
  const Knowledge k = with_detail();
  Sheet sheet = sheet_of(k, given);
  answer_summaries(k, given, sheet, denied);
  return sheet[static_cast<std::size_t>(k.fact("injury"))];
}

TEST(Answers, ADetailAnswersItsSummary) {
  EXPECT_EQ(injury_after({{tiny().fact("fall"), yes()}}), yes());
}

TEST(Answers, ADoubtfulDetailMakesItsSummaryDoubtful) {
  EXPECT_EQ(injury_after({{tiny().fact("fall"), not_sure()}}), not_sure());
}

TEST(Answers, ADetailThatIsAbsentLeavesItsSummary) {
  EXPECT_EQ(injury_after({{tiny().fact("fall"), no()}}), no());
}

TEST(Answers, ASheetThatContradictsItselfCountsAsTheWorse) {
  EXPECT_EQ(injury_after({{tiny().fact("fall"), yes()}, {tiny().fact("injury"), no()}},
                         Denied::overruled),
            yes());
}

TEST(Answers, ASureDetailEndsTheDoubtAboutItsSummary) {
  EXPECT_EQ(injury_after({{tiny().fact("fall"), yes()}, {tiny().fact("injury"), not_sure()}}),
            yes());
}

TEST(Answers, ADoubtfulDetailLeavesASureSummary) {
  EXPECT_EQ(injury_after({{tiny().fact("fall"), not_sure()}, {tiny().fact("injury"), yes()}}),
            yes());
}

TEST(Answers, ASummaryThatWasGivenStays) {
  EXPECT_EQ(injury_after({{tiny().fact("fall"), yes()}, {tiny().fact("injury"), no()}}), no());
}

}  // namespace
}  // namespace limber
