#include "base/text.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

TEST(Utf8, FindsTheFirstBadByte) {
  EXPECT_FALSE(find_invalid_utf8("plain, ä, 漢, 🙂"));
  EXPECT_EQ(find_invalid_utf8("ab\xff"), 2u);
  EXPECT_EQ(find_invalid_utf8("a\xe2\x82"), 1u);
  EXPECT_EQ(find_invalid_utf8("\xf4\x90\x80\x80"), 0u);  // beyond U+10FFFF
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("a\u0308"), 1u);
  EXPECT_EQ(display_width("漢字"), 4u);
  EXPECT_EQ(display_width("\xff"), 1u);
}

TEST(Nearest, FindsATypoAndNothingFar) {
  const std::vector<std::string> ids = {"chin_tuck", "foam_roller", "wall_slide"};
  EXPECT_EQ(nearest("chin_tuk", ids), "chin_tuck");
  EXPECT_EQ(nearest("foamroller", ids), "foam_roller");
  EXPECT_FALSE(nearest("banana", ids));
  EXPECT_FALSE(nearest("", ids));
  EXPECT_FALSE(nearest(std::string(100000, 'x'), ids));
}

TEST(Wrap, BreaksAtSpacesAndKeepsParagraphs) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("a\n\nb", 10), (std::vector<std::string>{"a", "", "b"}));
  EXPECT_EQ(wrap("extraordinary", 5), (std::vector<std::string>{"extraordinary"}));
}

TEST(Words, CountsAsAReaderWould) {
  EXPECT_EQ(words("Don't turn, or pull!").size(), 4u);
  EXPECT_EQ(words("  ").size(), 0u);
}

TEST(ParseNumber, TakesPlainFiniteNumbersOnly) {
  EXPECT_EQ(parse_number("4.5"), 4.5);
  EXPECT_EQ(parse_number("-3"), -3.0);
  for (const char* bad : {"", " 4", "4 ", "4,5", "0x10", "nan", "inf", "1e999", "--1"}) {
    EXPECT_FALSE(parse_number(bad)) << bad;
  }
}

TEST(NumberText, IsShortestAndReadsBack) {
  EXPECT_EQ(number_text(5), "5");
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(fixed_text(2.345, 1), "2.3");
  EXPECT_EQ(fixed_text(-0.5, 0), "-0");
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_EQ(split("a,,b", ','), (std::vector<std::string>{"a", "", "b"}));
  EXPECT_EQ(split("", ','), (std::vector<std::string>{""}));
}

}  // namespace
}  // namespace limber
