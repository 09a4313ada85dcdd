#include "record/json_pieces.h"

#include "soup.h"

namespace limber {
namespace {

TEST(JsonPieces, CutsAnObjectIntoItsMembers) {
  const auto members = cut_object(R"( { "a" : 1 , "b":[1,{"c":"}]"}], "d":"x,y" } )");
  ASSERT_TRUE(members.has_value());
  ASSERT_EQ(members->size(), 3u);
  EXPECT_EQ((*members)[1].key, "b");
  EXPECT_EQ((*members)[1].value, R"([1,{"c":"}]"}])");
  EXPECT_EQ((*members)[2].value, R"("x,y")");
}

TEST(JsonPieces, CutsAListIntoItsItems) {
  const std::string text = R"([1, "a]\"b", {"c": []}])";
  const auto items = cut_list(text, text);
  ASSERT_TRUE(items.has_value());
  ASSERT_EQ(items->size(), 3u);
  EXPECT_EQ((*items)[1], R"("a]\"b")");
}

TEST(JsonPieces, SaysWhereItEndsTooEarly) {
  const auto cut = cut_object("{\"a\":\n [1,");
  ASSERT_FALSE(cut.has_value());
  EXPECT_EQ(cut.error().where, "line 2, column 5");
}

TEST(JsonPieces, RefusesWhatIsNoObject) {
  for (const char* text : {"", "[", "{", "{\"a\"", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\":1}}",
                           "{\"a\":1,\"a\":2}", "{\"a\" 1}", "{\"a\":1 \"b\":2}"}) {
    EXPECT_FALSE(cut_object(text).has_value()) << text;
  }
}

RC_GTEST_PROP(JsonPieces, CutsAnyObjectAsAParserReadsIt, (std::uint64_t seed)) {
  Random random(seed);
  Json object = Json::object();
  for (int i = 0; i < 5; ++i) object["k" + std::to_string(i)] = any_value(random, 4);
  const std::string text = print_json_pretty(object);
  const auto members = cut_object(text);
  RC_ASSERT(members.has_value());
  RC_ASSERT(members->size() == object.size());
  for (const JsonMember& member : *members) {
    const auto value = parse_json(member.value);
    RC_ASSERT(value.has_value());
    RC_ASSERT(*value == object[member.key]);
  }
}

}  // namespace
}  // namespace limber
