#include "base/json.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

std::string wrong(std::string_view text) {
  const auto json = parse_json(text);
  EXPECT_FALSE(json) << text.substr(0, 60);
  return json ? "" : describe(json.error());
}

TEST(ParseJson, ReadsWhatItPrints) {
  const char* text = R"({"a":[1,2.5,null,true],"b":{"c":"ä"}})";
  const auto json = parse_json(text);
  ASSERT_TRUE(json);
  EXPECT_EQ(print_json(*json), text);
}

TEST(ParseJson, SaysLineAndColumn) {
  EXPECT_NE(wrong("{\n  \"a\": ,\n}").find("line 2, column 8"), std::string::npos);
}

TEST(ParseJson, RefusesAKeyGivenTwice) {
  EXPECT_NE(wrong(R"({"a":1,"a":2})").find("given twice"), std::string::npos);
}

TEST(ParseJson, TheSameKeyInDifferentObjectsIsFine) {
  EXPECT_TRUE(parse_json(R"({"a":{"x":1},"b":{"x":2}})"));
}

TEST(ParseJson, RefusesAMegabyteOfOpenBrackets) {
  EXPECT_NE(wrong(std::string(1 << 20, '[')).find("nested deeper"), std::string::npos);
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  EXPECT_NE(wrong(objects).find("nested deeper"), std::string::npos);
}

TEST(ParseJson, AllowsExactlyTheDepthLimit) {
  const std::string deep(kJsonDepthLimit, '['), close(kJsonDepthLimit, ']');
  EXPECT_TRUE(parse_json(deep + close));
  EXPECT_FALSE(parse_json("[" + deep + close + "]"));
}

TEST(ParseJson, RefusesBadUtf8) {
  EXPECT_NE(wrong("\"\xff\"").find("UTF-8"), std::string::npos);
  EXPECT_NE(wrong("\"\xc0\xaf\"").find("UTF-8"), std::string::npos);      // overlong
  EXPECT_NE(wrong("\"\xed\xa0\x80\"").find("UTF-8"), std::string::npos);  // surrogate
}

TEST(ParseJson, RefusesEmptyTruncatedAndTrailing) {
  EXPECT_NE(wrong("").find("empty"), std::string::npos);
  EXPECT_NE(wrong(" \n\t").find("empty"), std::string::npos);
  wrong(R"({"a":1)");
  wrong(R"({"a":1} x)");
  wrong("nul");
}

TEST(ParseJson, RefusesNumbersThatAreNotFinite) {
  wrong("1e999");
  wrong("NaN");
  wrong("-Infinity");
}

TEST(ParseJson, EveryTruncationOfAGoodTextIsAnErrorAndNothingElse) {
  const std::string good = R"({"a":[1,{"b":"c\n\u00e4"}],"d":-1.5e3})";
  for (std::size_t i = 0; i < good.size(); ++i) EXPECT_FALSE(parse_json(good.substr(0, i)));
}

TEST(Reader, KeepsTheFirstProblem) {
  const Json json = *parse_json(R"({"n":"x","m":true})");
  Reader in(json, "/p");
  (void)in.number("n", 0, 1);
  (void)in.text("m");
  ASSERT_TRUE(in.error());
  EXPECT_EQ(in.error()->where, "/p/n");
}

TEST(Reader, NamesRangeAndMissing) {
  const Json json = *parse_json(R"({"n":7})");
  Reader range(json, "");
  (void)range.integer("n", 0, 5);
  EXPECT_NE(describe(*range.error()).find("0 to 5"), std::string::npos);
  Reader missing(json, "");
  (void)missing.text("name");
  EXPECT_NE(describe(*missing.error()).find("\"name\" is missing"), std::string::npos);
}

TEST(Reader, AWholeNumberMayHaveAPoint) {
  const Json json = *parse_json(R"({"a":3.0,"b":3.5})");
  Reader in(json, "");
  EXPECT_EQ(in.integer("a", 0, 9), 3);
  EXPECT_FALSE(in.error());
  (void)in.integer("b", 0, 9);
  EXPECT_TRUE(in.error());
}

TEST(Reader, OptionalFieldsFallBack) {
  const Json json = *parse_json(R"({"x":null})");
  Reader in(json, "");
  EXPECT_EQ(in.integer_or("x", 0, 9, 4), 4);
  EXPECT_EQ(in.text_or("y", "z"), "z");
  EXPECT_FALSE(in.error());
}

TEST(Reader, UnknownKeysNameTheNearest) {
  const Json json = *parse_json(R"({"anwsers":{}})");
  Reader in(json, "");
  in.refuse_unknown({"answers", "today"});
  ASSERT_TRUE(in.error());
  EXPECT_NE(describe(*in.error()).find("did you mean \"answers\""), std::string::npos);
}

TEST(Reader, ANonObjectIsAnErrorNotACrash) {
  const Json json = *parse_json("[1]");
  Reader in(json, "");
  EXPECT_TRUE(in.error());
  EXPECT_EQ(in.text_or("a", "b"), "b");
  EXPECT_TRUE(in.object("o").is_object());
}

}  // namespace
}  // namespace limber
