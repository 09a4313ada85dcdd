#include "faces/server/target.h"

#include <gtest/gtest.h>

namespace limber::server {
namespace {

TEST(Target, TakesPathAndQueryApart) {
  const auto target = parse_target("/api/v1/events?since=12&x=a_b");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/v1/events");
  EXPECT_EQ(target->query.at("since"), "12");
  EXPECT_EQ(target->query.at("x"), "a_b");
}

TEST(Target, RefusesEverySpellingOfElsewhere) {
  for (const char* text :
       {"", "x", "//x", "/..", "/../x", "/a/../b", "/a/./b", "/.git", "/%2e%2e/x", "/a//b", "/a\\b",
        "/a b", "/a#b", "http://h/", "*", "/a\nb", "/ä"}) {
    EXPECT_FALSE(parse_target(text)) << text;
  }
}

TEST(Target, RefusesAParameterThatComesTwice) {
  EXPECT_FALSE(parse_target("/x?since=1&since=2"));
}

TEST(Target, RefusesValuesThatWouldNeedDecoding) {
  for (const char* text : {"/x?a", "/x?=1", "/x?a=%20", "/x?a=b=c", "/x?a=b&", "/x?a=b?c=d"}) {
    EXPECT_EQ(parse_target(text).has_value(), std::string_view(text) == "/x?a=b&") << text;
  }
}

TEST(Target, RefusesWhatIsTooLong) {
  EXPECT_TRUE(parse_target("/" + std::string(kLongestTarget - 1, 'a')));
  EXPECT_FALSE(parse_target("/" + std::string(kLongestTarget, 'a')));
}

TEST(Count, IsPlainDigitsUpToWhatEveryReaderKeeps) {
  EXPECT_EQ(parse_count("0"), 0);
  EXPECT_EQ(parse_count("9007199254740992"), std::int64_t{1} << 53);
  for (const char* text :
       {"", "-1", "+1", "1.5", "1e3", "0x1", " 1", "9007199254740993", "99999999999999999999999"}) {
    EXPECT_FALSE(parse_count(text)) << text;
  }
}

}  // namespace
}  // namespace limber::server
