#include "report/plot.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/text.h"

namespace limber {
namespace {

std::string drawn(const std::vector<std::string>& lines) {
  return "\n" + join(lines, "\n") + "\n";
}

PlotStyle small(bool ascii) {
  return {.columns = 24, .rows = 5, .ascii = ascii};
}

const Day kFrom = *parse_day("2026-11-01");

TEST(Plot, DrawsALineInPlainCharacters) {
  const std::vector<Point> points = {{kFrom, 8}, {kFrom + 3, 6}, {kFrom + 6, 2}};
  EXPECT_EQ(drawn(plot_line(points, kFrom, kFrom + 6, small(true))), R"(
 10 |
    |*......
    |       .....*.....
    |                  .....*
  0 |
    +------------------------
     2026-11-01    2026-11-07
)");
}

TEST(Plot, LeavesABreakOpen) {
  const std::vector<Point> points = {{kFrom, 5}, {kFrom + 20, 5}};
  EXPECT_EQ(drawn(plot_line(points, kFrom, kFrom + 20, small(true))), R"(
 10 |
    |
    |*                      *
    |
  0 |
    +------------------------
     2026-11-01    2026-11-21
)");
}

TEST(Plot, DrawsBarsInPlainCharacters) {
  const std::vector<Point> points = {{kFrom, 1}, {kFrom + 7, 0}, {kFrom + 14, 5}};
  PlotStyle style = small(true);
  style.high = 5;
  EXPECT_EQ(drawn(plot_bars(points, style)), R"(
  5 |                ######
    |                ######
    |                ######
    |                ######
  0 |######          ######
    +------------------------
     2026-11-01    2026-11-15
)");
}

TEST(Plot, DrawsALineInBraille) {
  const std::vector<Point> points = {{kFrom, 0}, {kFrom + 6, 10}};
  PlotStyle style{.columns = 10, .rows = 2};
  EXPECT_EQ(drawn(plot_line(points, kFrom, kFrom + 6, style)),
            "\n"
            " 10 \u2502     \u28c0\u2860\u2814\u2812\u2809\n"
            "  0 \u2502\u28c0\u2824\u2814\u280a\u2809\n"
            "    \u2514\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n"
            "     2026-11-01\n");
}

TEST(Plot, DrawsBarsInBlocks) {
  const std::vector<Point> points = {{kFrom, 1}, {kFrom + 7, 2}, {kFrom + 14, 4}};
  PlotStyle style{.columns = 12, .rows = 2, .high = 4};
  EXPECT_EQ(drawn(plot_bars(points, style)),
            "\n"
            "  4 \u2502        \u2588\u2588\u2588\n"
            "  0 \u2502\u2584\u2584\u2584 \u2588\u2588\u2588 \u2588\u2588\u2588\n"
            "    \u2514\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n"
            "     2026-11-01\n");
}

TEST(Plot, FitsEightyColumns) {
  const std::vector<Point> points = {{kFrom, 3}, {kFrom + 90, 7}};
  for (const bool ascii : {true, false}) {
    PlotStyle style;
    style.ascii = ascii;
    for (const std::string& line : plot_line(points, kFrom, kFrom + 90, style, 200)) {
      EXPECT_LE(display_width(line), 80u);
    }
    for (const std::string& line : plot_bars(points, style)) EXPECT_LE(display_width(line), 80u);
  }
}

TEST(Plot, UsesOnlyAsciiWhenAsked) {
  const std::vector<Point> points = {{kFrom, 3}, {kFrom + 5, 7}};
  for (const auto& lines :
       {plot_line(points, kFrom, kFrom + 5, small(true)), plot_bars(points, small(true))}) {
    for (const std::string& line : lines) {
      for (const char c : line) EXPECT_TRUE(c >= ' ' && c <= '~');
    }
  }
}

TEST(Plot, SurvivesWhateverItIsGiven) {
  const double odd[] = {-1e300, 1e300, 0, NAN};
  for (const double value : odd) {
    const std::vector<Point> points = {{kFrom - 5, value}, {kFrom, value}, {kFrom, value}};
    EXPECT_FALSE(plot_line(points, kFrom, kFrom, {.columns = -5, .rows = 999}).empty());
    EXPECT_FALSE(plot_bars(points, {.columns = 1, .rows = 0, .low = 5, .high = 5}).empty());
  }
  EXPECT_EQ(plot_line({}, kFrom, kFrom, small(true)).size(), 7u);
  EXPECT_EQ(plot_bars({}, small(true)).size(), 7u);
}

}  // namespace
}  // namespace limber
