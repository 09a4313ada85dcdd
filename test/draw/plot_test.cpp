#include "draw/plot.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace limber {
namespace {

PlotPanel wave(std::size_t points) {
  PlotPanel panel;
  panel.title = "Title";
  panel.x_label = "ms";
  panel.series.resize(1);
  for (std::size_t i = 0; i < points; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(points);
    panel.series[0].x.push_back(10 * share);
    panel.series[0].y.push_back(std::sin(20 * share));
  }
  return panel;
}

PlotFigure figure(const char* title, std::vector<PlotPanel> panels) {
  PlotFigure out;
  out.title = title;
  out.panels = std::move(panels);
  return out;
}

TEST(Ticks, AreRoundNumbersInside) {
  const PlotTicks ticks = plot_ticks(-0.13, 1.04, 5);
  ASSERT_EQ(ticks.at.size(), 6u);
  EXPECT_DOUBLE_EQ(ticks.at[1], 0.2);
  EXPECT_EQ(ticks.decimals, 1);
}

TEST(Ticks, NeverSayMinusZero) {
  for (double tick : plot_ticks(-0.0, 10, 5).at) EXPECT_FALSE(tick == 0 && std::signbit(tick));
}

TEST(Ticks, OfNothingAreNone) {
  EXPECT_TRUE(plot_ticks(1, 1, 5).at.empty());
  EXPECT_TRUE(plot_ticks(0, std::numeric_limits<double>::infinity(), 5).at.empty());
  EXPECT_TRUE(plot_ticks(NAN, 1, 5).at.empty());
}

TEST(SvgPlot, StaysSmallForManyPoints) {
  EXPECT_LT(svg_plot(figure("t", {wave(1'000'000)})).size(), 40'000u);
}

TEST(SvgPlot, EscapesWhatPeopleWrite) {
  const std::string svg = svg_plot(figure("<script>&\"", {wave(10)}));
  EXPECT_EQ(svg.find("<script>"), std::string::npos);
  EXPECT_NE(svg.find("&lt;script&gt;&amp;&quot;"), std::string::npos);
}

TEST(SvgPlot, FollowsADarkScreenByItself) {
  EXPECT_NE(svg_plot({}).find("prefers-color-scheme:dark"), std::string::npos);
  EXPECT_EQ(svg_plot({}, PlotTheme::light).find("prefers-color-scheme"), std::string::npos);
}

TEST(SvgPlot, LeavesAGapWhereAValueIsNotFinite) {
  PlotPanel panel = wave(10);
  panel.series[0].y[5] = NAN;
  const std::string svg = svg_plot(figure("t", {panel}));
  EXPECT_EQ(svg.find("nan"), std::string::npos);
  EXPECT_EQ(svg.find("inf"), std::string::npos);
}

TEST(SvgPlot, DrawsNothingWithoutFailing) {
  PlotPanel empty;
  PlotPanel flat = wave(3);
  flat.series[0].y = {2, 2, 2};
  const std::string svg = svg_plot(figure("t", {empty, flat}));
  EXPECT_EQ(svg.find("nan"), std::string::npos);
  EXPECT_NE(svg.find("</svg>"), std::string::npos);
}

TEST(TextPlot, FitsItsRoom) {
  for (int columns : {20, 40, 80})
    for (bool unicode : {false, true})
      EXPECT_EQ(text_plot(wave(100), columns, 12, unicode).size(), 12u) << columns;
}

TEST(TextPlot, PlainIsPlain) {
  for (const std::string& line : text_plot(wave(100), 60, 12, false))
    for (char c : line) EXPECT_LT(static_cast<unsigned char>(c), 0x80);
}

TEST(TextPlot, GivesUpWithoutRoom) {
  EXPECT_TRUE(text_plot(wave(100), 5, 3, true).empty());
  EXPECT_TRUE(text_plot({}, 80, 20, true).empty());
}

}  // namespace
}  // namespace limber
