#include "draw/plot.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace limber {
namespace {

// One Unicode Braille cell is two dots wide and four high (U+2800 and up).
std::string braille(unsigned dots) {
  const unsigned point = 0x2800 + dots;
  return {static_cast<char>(0xE0 | (point >> 12)), static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
          static_cast<char>(0x80 | (point & 0x3F))};
}
constexpr unsigned kDot[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

struct Canvas {
  int width, height;  // in dots
  std::vector<bool> dots =
      std::vector<bool>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  void set(int x, int y) {
    if (x >= 0 && x < width && y >= 0 && y < height) dots[place(x, y)] = true;
  }
  bool get(int x, int y) const { return dots[place(x, y)]; }
  std::size_t place(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }
};

// A stroke from the last point to this one, so that steep curves stay joined.
void draw_curve(const PlotSeries& series, const PlotSpan& xs, const PlotSpan& ys, Canvas& canvas) {
  const std::size_t size = std::min(series.x.size(), series.y.size());
  double last_x = 0, last_y = 0;
  bool pen_down = false;
  for (std::size_t i = 0; i < size; ++i) {
    if (!std::isfinite(series.x[i]) || !std::isfinite(series.y[i])) {
      pen_down = false;
      continue;
    }
    const double x = (series.x[i] - xs.low) / (xs.high - xs.low) * (canvas.width - 1);
    const double y = (ys.high - series.y[i]) / (ys.high - ys.low) * (canvas.height - 1);
    const double reach = pen_down ? std::max(std::abs(x - last_x), std::abs(y - last_y)) : 0;
    const int strokes = std::clamp(static_cast<int>(std::ceil(reach)), 1, 4000);
    for (int s = 1; s <= strokes; ++s) {
      const double part = static_cast<double>(s) / strokes;
      const double px = pen_down ? last_x + part * (x - last_x) : x;
      const double py = pen_down ? last_y + part * (y - last_y) : y;
      canvas.set(static_cast<int>(std::lround(px)), static_cast<int>(std::lround(py)));
    }
    last_x = x;
    last_y = y;
    pen_down = true;
  }
}

std::string cell(const Canvas& canvas, int column, int row, bool unicode) {
  if (!unicode) return canvas.get(column, row) ? "*" : " ";
  unsigned dots = 0;
  for (int y = 0; y < 4; ++y)
    for (int x = 0; x < 2; ++x)
      if (canvas.get(2 * column + x, 4 * row + y)) dots |= kDot[y][x];
  return dots ? braille(dots) : " ";
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t have = display_width(text);
  return have < width ? std::string(width - have, ' ') + text : text;
}

}  // namespace

std::vector<std::string> text_plot(const PlotPanel& panel, int columns, int rows, bool unicode) {
  if (panel.series.empty() || panel.series[0].x.empty()) return {};
  const PlotSpan xs = x_span(panel), ys = y_span(panel);
  const PlotTicks marks = plot_ticks(ys.low, ys.high, std::max(2, rows / 4));
  std::size_t label = 0;
  for (double y : marks.at) label = std::max(label, fixed_text(y, marks.decimals).size());
  const int plot_rows = rows - 3, plot_columns = columns - static_cast<int>(label) - 2;
  if (plot_rows < 2 || plot_columns < 8) return {};

  Canvas canvas{unicode ? 2 * plot_columns : plot_columns, unicode ? 4 * plot_rows : plot_rows};
  for (const PlotSeries& series : panel.series) draw_curve(series, xs, ys, canvas);

  std::vector<std::string> out = {panel.title};
  std::vector<std::string> labels(static_cast<std::size_t>(plot_rows));
  for (double y : marks.at) {
    const double place = (ys.high - y) / (ys.high - ys.low) * (plot_rows - 1);
    labels[static_cast<std::size_t>(std::clamp<long>(std::lround(place), 0, plot_rows - 1))] =
        fixed_text(y, marks.decimals);
  }
  for (int row = 0; row < plot_rows; ++row) {
    const std::string& name = labels[static_cast<std::size_t>(row)];
    std::string text = padded(name, label) +
                       (unicode ? (name.empty() ? " │" : " ┤") : (name.empty() ? " |" : " +"));
    for (int column = 0; column < plot_columns; ++column)
      text += cell(canvas, column, row, unicode);
    text.erase(text.find_last_not_of(' ') + 1);
    out.push_back(std::move(text));
  }
  std::string axis = std::string(label, ' ') + (unicode ? " └" : " +");
  for (int i = 0; i < plot_columns; ++i) axis += unicode ? "─" : "-";
  out.push_back(std::move(axis));
  // Numbers under the axis, as many as have room.
  const PlotTicks below = plot_ticks(xs.low, xs.high, std::max(2, plot_columns / 12));
  std::string numbers(static_cast<std::size_t>(columns), ' ');
  for (double x : below.at) {
    const std::string text = fixed_text(x, below.decimals);
    const auto centre = static_cast<long>(label) + 2 +
                        std::lround((x - xs.low) / (xs.high - xs.low) * (plot_columns - 1));
    const long start = std::clamp<long>(centre - static_cast<long>(text.size()) / 2, 0,
                                        columns - static_cast<long>(text.size()));
    numbers.replace(static_cast<std::size_t>(start), text.size(), text);
  }
  const std::string unit = " " + panel.x_label;
  numbers.erase(numbers.find_last_not_of(' ') + 1);
  if (numbers.size() + display_width(unit) <= static_cast<std::size_t>(columns)) numbers += unit;
  out.push_back(std::move(numbers));
  return out;
}

}  // namespace limber
