// Small plots for a terminal: a line over days, and bars over weeks, as lines of text.
//
// Braille gives 2 x 4 dots to a character; the plain form uses ASCII only, for screen readers'
// sake, for NO_COLOR-minded logs and for terminals without UTF-8. At most 80 columns by default.
#pragma once

#include <string>
#include <vector>

#include "record/trend.h"

namespace limber {

struct PlotStyle {
  int columns = 72;  // of the drawing itself, 10..200; the labels take 5 more
  int rows = 6;      // 2..30
  bool ascii = false;
  double low = 0, high = 10;  // of the value axis
};

// Points on their days; neighbours at most `gap_days` apart are joined, farther ones are not, so
// that a break in the diary does not look like a course. Values outside low..high are cut.
[[nodiscard]] std::vector<std::string> plot_line(const std::vector<Point>& points, Day from, Day to,
                                                 const PlotStyle& style, int gap_days = 7);

// One bar per point, evenly spaced. `high` is raised to the largest value.
[[nodiscard]] std::vector<std::string> plot_bars(const std::vector<Point>& points,
                                                 const PlotStyle& style);

}  // namespace limber
