// Whatever a file or a stream holds, the program says what is wrong, where, and ends with code 3.
#include <gtest/gtest.h>

#include "base/text.h"
#include "test/cli/program.h"

namespace limber::cli {
namespace {

Ran check(const std::string& sheet) {
  return limber_runs({"check", "--answers", "-"}, sheet);
}

void expect_bad(const Ran& ran, const std::string& what) {
  EXPECT_EQ(ran.code, 3) << ran.out << ran.err;
  EXPECT_NE(ran.err.find(what), std::string::npos) << ran.err;
  EXPECT_EQ(ran.out, "");
}

TEST(BadInput, AnUnknownFactNamesTheNearest) {
  expect_bad(check(R"({"answers":{"sudden_severe_hedache":"yes"}})"),
             "did you mean \"sudden_severe_headache\"?");
}

TEST(BadInput, AWrongTypeSaysWhatIsTaken) {
  expect_bad(check(R"({"answers":{"age":true}})"), "/answers/age");
}

TEST(BadInput, AValueOutOfRangeSaysTheRange) {
  expect_bad(check(R"({"answers":{"age":900}})"), "from 10 to 110");
}

TEST(BadInput, AKeyGivenTwiceIsNoGuess) {
  expect_bad(check(R"({"answers":{"age":40,"age":41}})"), "given twice");
}

TEST(BadInput, AMegabyteOfBracketsIsRefusedCalmly) {
  expect_bad(check(std::string(1 << 20, '[')), "nested deeper");
}

TEST(BadInput, InvalidUtf8IsPlaced) {
  expect_bad(check("{\"answers\":{\"\xff\":\"yes\"}}"), "UTF-8");
}

TEST(BadInput, AnEmptyFileIsToldSo) {
  expect_bad(check(""), "empty");
  expect_bad(check(" "), "empty");
}

TEST(BadInput, AZeroByteDoesNotHideWhatFollows) {
  expect_bad(check(std::string("{\"answers\":{}}\0{", 16)), "zero byte");
}

TEST(BadInput, NumbersThatAreNoneAreRefused) {
  expect_bad(check(R"({"answers":{"age":NaN}})"), "not JSON");
  expect_bad(check(R"({"answers":{"age":1e999}})"), "not JSON");
  expect_bad(check(R"({"answers":{"age":99999999999999999999999}})"), "out of range");
}

TEST(BadInput, AFullDiskIsTold) {
  const Ran ran = run_program("/bin/sh", {"-c", limber_program() + " facts >/dev/full"}, "");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("cannot be written"), std::string::npos) << ran.err;
}

TEST(BadInput, HalfADocumentIsPlaced) {
  expect_bad(check(R"({"answers":{"age":4)"), "line 1");
}

TEST(BadInput, AListIsNoSheet) {
  expect_bad(check("[]"), "object");
}

TEST(BadInput, AnUnknownFieldNamesTheNearest) {
  expect_bad(check(R"({"answer":{}})"), "did you mean \"answers\"?");
}

TEST(BadInput, ANumberThatIsTooLargeIsNoNumber) {
  expect_bad(check(R"({"answers":{"age":1e999}})"), "");
}

TEST(BadInput, AMissingFileIsNamed) {
  const Ran ran = limber_runs({"check", "--answers", "/nonexistent/sheet.json"});
  expect_bad(ran, "/nonexistent/sheet.json");
}

TEST(BadInput, AFolderIsNoFile) {
  const Ran ran = limber_runs({"check", "--answers", "/tmp"});
  EXPECT_EQ(ran.code, 3) << ran.err;
}

TEST(BadInput, UsageErrorsEndWithTwo) {
  EXPECT_EQ(limber_runs({"chek"}).code, 2);
  EXPECT_EQ(limber_runs({"check", "--nope"}).code, 2);
  EXPECT_EQ(limber_runs({"--speed", "fast"}).code, 2);
}

TEST(BadInput, ErrorsAreJsonWhereJsonWasAskedFor) {
  const Ran ran = limber_runs({"check", "--json", "--answers", "-"}, "{");
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.err.find(R"({"error":{"kind":"input")"), std::string::npos) << ran.err;
}

TEST(BadInput, ABatchReportsEachBadLineInItsPlace) {
  const std::string lines = "{\"unanswered\":\"reassuring\"}\n\n{\"answers\":{\"nope\":1}}\n" +
                            std::string(2 << 20, 'x') + "\n{\"unanswered\":\"reassuring\"}";
  const Ran ran = limber_runs({"check", "--batch"}, lines);
  EXPECT_EQ(ran.code, 3);
  const auto out = split(ran.out, '\n');
  ASSERT_EQ(out.size(), 6u);  // the last one is what follows the last line's end
  EXPECT_NE(out[0].find(R"("level":"go","line":1)"), std::string::npos) << out[0];
  EXPECT_NE(out[1].find(R"("line":2)"), std::string::npos) << out[1];
  EXPECT_NE(out[2].find("there is no fact"), std::string::npos) << out[2];
  EXPECT_NE(out[3].find("longer than"), std::string::npos) << out[3];
  EXPECT_NE(out[4].find(R"("line":5)"), std::string::npos) << out[4];
  EXPECT_NE(ran.err.find("3 of 5 lines"), std::string::npos) << ran.err;
}

TEST(BadInput, AnEmptyBatchIsNoError) {
  const Ran ran = limber_runs({"check", "--batch"}, "");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "");
}

TEST(BadInput, AFullDiskIsToldAndIsNoSuccess) {
  const Ran ran = run_program("/bin/sh", {"-c", "exec " + limber_program() + " facts > /dev/full"});
  EXPECT_EQ(ran.code, 4);
}

TEST(BadInput, CommandsOfTheRecordSayThatThereIsNone) {
  TestFolder folder;
  for (const char* command : {"log", "trend", "report", "lock"}) {
    const Ran ran = limber_runs({command, "--data", folder.path()});
    EXPECT_EQ(ran.code, 4) << command;
    EXPECT_NE(ran.err.find("no record yet"), std::string::npos) << ran.err;
  }
}

}  // namespace
}  // namespace limber::cli
