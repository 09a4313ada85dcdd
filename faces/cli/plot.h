// A small plot of a series over days, as text.
#pragma once

#include <string>
#include <vector>

#include "faces/cli/frame.h"

namespace limber::cli {

struct PlotPoint {
  int day = 0;       // from 0
  double value = 0;  // not below 0
};
using Series = std::vector<PlotPoint>;

// Columns of bars, the time from left to right over `days` days, at most 60 columns; several days
// that share a column show their highest value. `top`: the value at full height; 0 for the highest
// there is. Lines are joined by '\n'.
[[nodiscard]] std::string plot(const Series& series, int days, double top, const Look& look);

}  // namespace limber::cli
