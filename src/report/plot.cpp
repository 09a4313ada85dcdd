#include "report/plot.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace limber {
namespace {

constexpr std::size_t kLabel = 3;  // columns of a label on the value axis

PlotStyle sane(PlotStyle style) {
  style.columns = std::clamp(style.columns, 10, 200);
  style.rows = std::clamp(style.rows, 2, 30);
  if (!(style.high > style.low)) style.high = style.low + 1;
  return style;
}

// A grid of dots, x to the right, y upwards from 0.
class Dots {
 public:
  Dots(int width, int height) : width_(width), height_(height), on_(area(), false) {}
  void set(int x, int y) {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
    on_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
        static_cast<std::size_t>(x)] = true;
  }
  [[nodiscard]] bool lit(int x, int y) const {
    return on_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
               static_cast<std::size_t>(x)];
  }
  // Every dot between the two, ends included.
  void line(int x0, int y0, int x1, int y1) {
    const int steps = std::max({std::abs(x1 - x0), std::abs(y1 - y0), 1});
    for (int i = 0; i <= steps; ++i) {
      const double part = static_cast<double>(i) / steps;
      set(static_cast<int>(std::lround(x0 + part * (x1 - x0))),
          static_cast<int>(std::lround(y0 + part * (y1 - y0))));
    }
  }

 private:
  [[nodiscard]] std::size_t area() const {
    return static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_);
  }
  int width_, height_;
  std::vector<bool> on_;
};

std::string utf8_braille(unsigned bits) {
  const unsigned code = 0x2800 + bits;
  std::string text;
  text += static_cast<char>(0xe0 | code >> 12);
  text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
  text += static_cast<char>(0x80 | (code & 0x3f));
  return text;
}

// One character of 2 x 4 dots; the bit numbers are Unicode's.
std::string braille_cell(const Dots& dots, int column, int row_from_bottom) {
  constexpr std::array<std::array<unsigned, 4>, 2> kBit = {{{6, 2, 1, 0}, {7, 5, 4, 3}}};
  unsigned bits = 0;
  for (int dx = 0; dx < 2; ++dx) {
    for (int dy = 0; dy < 4; ++dy) {
      if (dots.lit(2 * column + dx, 4 * row_from_bottom + dy)) {
        bits |= 1u << kBit[static_cast<std::size_t>(dx)][static_cast<std::size_t>(dy)];
      }
    }
  }
  return bits == 0 ? " " : utf8_braille(bits);
}

std::string label(const PlotStyle& style, int row_from_top) {
  std::string text;
  if (row_from_top == 0) text = number_text(style.high);
  if (row_from_top == style.rows - 1) text = number_text(style.low);
  return text.size() < kLabel ? std::string(kLabel - text.size(), ' ') + text : text;
}

std::string trimmed(std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

// The drawing between its axes; `rows` top to bottom.
std::vector<std::string> framed(const std::vector<std::string>& rows, const PlotStyle& style,
                                const std::string& left, const std::string& right) {
  const std::string side = style.ascii ? " |" : " \xe2\x94\x82";  // box drawing
  const std::string corner = style.ascii ? " +" : " \xe2\x94\x94";
  const std::string floor = style.ascii ? "-" : "\xe2\x94\x80";
  std::vector<std::string> lines;
  for (int i = 0; i < style.rows; ++i) {
    lines.push_back(trimmed(label(style, i) + side + rows[static_cast<std::size_t>(i)]));
  }
  std::string base = std::string(kLabel, ' ') + corner;
  for (int i = 0; i < style.columns; ++i) base += floor;
  lines.push_back(base);
  const auto width = static_cast<std::size_t>(style.columns);
  std::string dates = left;
  if (left.size() + right.size() + 1 <= width) {
    dates += std::string(width - left.size() - right.size(), ' ') + right;
  }
  lines.push_back(std::string(kLabel + 2, ' ') + dates);
  return lines;
}

}  // namespace

std::vector<std::string> plot_line(const std::vector<Point>& points, Day from, Day to,
                                   const PlotStyle& wanted, int gap_days) {
  const PlotStyle style = sane(wanted);
  const int wide = style.ascii ? 1 : 2, high = style.ascii ? 1 : 4;
  const int width = style.columns * wide, height = style.rows * high;
  const double span = std::max<double>(1, static_cast<double>(to - from));
  const auto x_of = [&](Day day) {
    return static_cast<int>(std::lround(static_cast<double>(day - from) / span * (width - 1)));
  };
  const auto y_of = [&](double value) {
    const double part =
        (std::clamp(value, style.low, style.high) - style.low) / (style.high - style.low);
    return static_cast<int>(std::lround(part * (height - 1)));
  };
  Dots joined(width, height), marks(width, height);
  const Point* before = nullptr;
  for (const Point& point : points) {
    if (point.day < from || point.day > to) continue;
    marks.set(x_of(point.day), y_of(point.value));
    joined.set(x_of(point.day), y_of(point.value));
    if (before != nullptr && point.day - before->day <= gap_days) {
      joined.line(x_of(before->day), y_of(before->value), x_of(point.day), y_of(point.value));
    }
    before = &point;
  }
  std::vector<std::string> rows;
  for (int row = style.rows - 1; row >= 0; --row) {
    std::string text;
    for (int column = 0; column < style.columns; ++column) {
      if (style.ascii) {
        text += marks.lit(column, row) ? '*' : joined.lit(column, row) ? '.' : ' ';
      } else {
        text += braille_cell(joined, column, row);
      }
    }
    rows.push_back(std::move(text));
  }
  return framed(rows, style, day_text(from), day_text(to));
}

std::vector<std::string> plot_bars(const std::vector<Point>& points, const PlotStyle& wanted) {
  PlotStyle style = sane(wanted);
  for (const Point& point : points) style.high = std::max(style.high, point.value);
  constexpr std::array<std::string_view, 9> kBlocks = {" ",
                                                       "\xe2\x96\x81",
                                                       "\xe2\x96\x82",
                                                       "\xe2\x96\x83",
                                                       "\xe2\x96\x84",
                                                       "\xe2\x96\x85",
                                                       "\xe2\x96\x86",
                                                       "\xe2\x96\x87",
                                                       "\xe2\x96\x88"};
  const auto count = static_cast<int>(points.size());
  const int slot = count == 0 ? 1 : std::max(1, style.columns / count);
  const int bar = std::clamp(slot - 1, 1, 6);
  std::vector<std::string> rows;
  for (int row = style.rows - 1; row >= 0; --row) {
    std::string text;
    for (int i = 0; i < count && (i + 1) * slot <= style.columns; ++i) {
      const double value = std::max(0.0, points[static_cast<std::size_t>(i)].value - style.low);
      const double filled = value / (style.high - style.low) * style.rows - row;  // of this row
      const auto eighths = static_cast<std::size_t>(std::clamp(std::ceil(filled * 8), 0.0, 8.0));
      const std::string_view block = style.ascii ? (filled >= 0.5 ? "#" : " ") : kBlocks[eighths];
      for (int k = 0; k < bar; ++k) text += block;
      text += std::string(static_cast<std::size_t>(slot - bar), ' ');
    }
    rows.push_back(std::move(text));
  }
  return framed(rows, style, points.empty() ? "" : day_text(points.front().day),
                points.size() < 2 ? "" : day_text(points.back().day));
}

}  // namespace limber
