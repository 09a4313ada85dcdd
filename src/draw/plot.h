// Curves on paper and in a terminal: a figure is a few panels, a panel a few curves with words.
//
// Nothing rests on colour: curves differ by dash and carry their name beside them, so a figure
// reads the same in grey, and it follows a dark screen by itself. Pure text out; values that are
// not finite leave a gap.
#pragma once

#include <string>
#include <vector>

namespace limber {

struct PlotSeries {
  std::string name;  // written at the curve; empty for none
  std::vector<double> x, y;
  enum class Dash { solid, dashed, dotted } dash = Dash::solid;
  double name_at = 1;  // where along x the name stands, 0..1
  bool name_below = false;
};
struct PlotMark {
  double at = 0;  // upright line (in x) or level line (in y)
  std::string label;
  bool other_side = false;  // the label under a level, or before an upright
};
struct PlotPanel {
  std::string title, x_label, y_label;
  std::vector<PlotSeries> series;
  std::vector<PlotMark> uprights, levels;
  bool wide = false;       // a row of its own
  bool from_zero = false;  // the y axis includes zero
};
struct PlotFigure {
  std::string title, subtitle, footer;
  std::vector<PlotPanel> panels;  // two to a row unless wide
};

// automatic follows the viewer; page brings no colours of its own: the page around it styles the
// classes paper, ink, soft, grid, axis, curve, mark and halo.
enum class PlotTheme { automatic, light, dark, page };

// A whole SVG document, 960 units wide.
[[nodiscard]] std::string svg_plot(const PlotFigure& figure,
                                   PlotTheme theme = PlotTheme::automatic);

// The first series as lines of text, `columns` x `rows` including labels; with `unicode` in
// Braille dots, else in plain characters. Empty if there is nothing to draw or no room.
[[nodiscard]] std::vector<std::string> text_plot(const PlotPanel& panel, int columns, int rows,
                                                 bool unicode);

// Round numbers (1, 2 or 5 times a power of ten) inside low..high, about `wanted` of them.
struct PlotTicks {
  std::vector<double> at;
  int decimals = 0;
};
[[nodiscard]] PlotTicks plot_ticks(double low, double high, int wanted);

// Lowest and highest finite value of all series; 0..1 if there is none.
struct PlotSpan {
  double low = 0, high = 1;
};
[[nodiscard]] PlotSpan x_span(const PlotPanel& panel);
// With the levels, and some air above and below.
[[nodiscard]] PlotSpan y_span(const PlotPanel& panel);

}  // namespace limber
