#include "faces/cli/plot.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace limber::cli {
namespace {

constexpr int kColumns = 56;
constexpr int kRows = 4;
constexpr int kSteps = 8;  // per row, in UTF-8

std::string cell(int filled, const Look& look) {
  static constexpr std::string_view kBars[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (!look.utf8) return filled >= kSteps / 2 ? "#" : filled > 0 ? "." : " ";
  return std::string(kBars[std::clamp(filled, 0, kSteps)]);
}

}  // namespace

std::string plot(const Series& series, int days, double top, const Look& look) {
  const int columns = std::clamp(days, 1, kColumns);
  std::vector<double> highest(static_cast<std::size_t>(columns), -1);
  for (const PlotPoint& point : series) {
    if (point.day < 0 || point.day >= days) continue;
    double& column = highest[static_cast<std::size_t>(point.day * columns / days)];
    column = std::max(column, point.value);
    if (top <= 0) continue;
  }
  if (top <= 0) top = std::max(1.0, *std::max_element(highest.begin(), highest.end()));

  std::string out;
  for (int row = kRows - 1; row >= 0; --row) {
    std::string label = row == kRows - 1 ? number_text(top) : row == 0 ? "0" : "";
    while (label.size() < 3) label.insert(0, 1, ' ');
    std::string line = label + (look.utf8 ? " │" : " |");
    for (const double value : highest) {
      if (value < 0) {
        line += row == 0 ? (look.utf8 ? "·" : " ") : " ";
        continue;
      }
      // A value of 0 still shows that something was noted.
      const double height = std::clamp(value / top, 0.0, 1.0) * kRows * kSteps;
      const int steps = std::max(static_cast<int>(std::lround(height)), 1);
      line += cell(std::clamp(steps - row * kSteps, 0, kSteps), look);
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out += (out.empty() ? "" : "\n") + line;
  }
  return out;
}

}  // namespace limber::cli
