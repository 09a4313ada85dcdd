#include "draw/plot.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace limber {
namespace {

constexpr double kWidth = 960, kEdge = 24, kGap = 28;
constexpr double kLeft = 62, kTop = 46, kBottom = 46, kRight = 14;
constexpr double kPanelHeight = 250, kWideHeight = 276;

struct Colours {
  const char *paper, *ink, *soft, *grid, *curve;
};
constexpr Colours kLight = {"#ffffff", "#1b2530", "#5b6875", "#e3e8ed", "#0b6e8a"};
constexpr Colours kDark = {"#12181f", "#e8eef3", "#9aa8b5", "#2a343f", "#6cc6df"};

std::string rules(const Colours& c) {
  const auto rule = [](const char* name, const std::string& body) {
    return std::string(name) + "{" + body + "}";
  };
  const std::string fill = "fill:", stroke = "stroke:";
  return rule(".paper", fill + c.paper) + rule(".ink", fill + c.ink) +
         rule(".soft", fill + c.soft) + rule(".grid", stroke + c.grid) +
         rule(".axis", stroke + c.soft) + rule(".curve", stroke + c.curve) +
         rule(".mark", stroke + c.ink) + rule(".halo", fill + c.ink + ";" + stroke + c.paper);
}

std::string style(PlotTheme theme) {
  std::string out =
      "text{font-family:system-ui,'Segoe UI','Helvetica Neue','DejaVu Sans',sans-serif}"
      ".grid,.axis,.mark,.curve{fill:none}"
      ".halo{stroke-width:4;stroke-linejoin:round;paint-order:stroke}";
  out += rules(theme == PlotTheme::dark ? kDark : kLight);
  if (theme == PlotTheme::automatic)
    out += "@media (prefers-color-scheme:dark){" + rules(kDark) + "}";
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out;
}

std::string px(double value) {
  std::string text = fixed_text(value, 1);
  if (text.size() > 2 && text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string words(double x, double y, std::string_view text, int size, const char* look,
                  const char* anchor = "start", const char* more = "") {
  return "<text x=\"" + px(x) + "\" y=\"" + px(y) + "\" font-size=\"" + std::to_string(size) +
         "\" class=\"" + look + "\" text-anchor=\"" + anchor + "\"" + more + ">" + escaped(text) +
         "</text>\n";
}

std::string line(double x1, double y1, double x2, double y2, const char* look,
                 const char* more = "") {
  return "<path class=\"" + std::string(look) + "\" d=\"M" + px(x1) + " " + px(y1) + "L" + px(x2) +
         " " + px(y2) + "\"" + more + "/>\n";
}

struct Frame {
  double left, top, width, height;
  PlotSpan x, y;
  double at_x(double value) const { return left + (value - x.low) / (x.high - x.low) * width; }
  double at_y(double value) const {
    return top + height - (value - y.low) / (y.high - y.low) * height;
  }
};

// The curve as a path. Where many points fall on one pixel their first, lowest, highest and last
// are kept: the picture is the same and the file stays small.
std::string path_of(const PlotSeries& series, const Frame& frame) {
  std::string d;
  const std::size_t size = std::min(series.x.size(), series.y.size());
  bool pen_down = false;
  for (std::size_t i = 0; i < size;) {
    if (!std::isfinite(series.x[i]) || !std::isfinite(series.y[i])) {
      pen_down = false;
      ++i;
      continue;
    }
    const double column = std::floor(frame.at_x(series.x[i]));
    std::size_t end = i, low = i, high = i;
    for (; end < size && std::isfinite(series.x[end]) && std::isfinite(series.y[end]) &&
           std::floor(frame.at_x(series.x[end])) == column;
         ++end) {
      if (series.y[end] < series.y[low]) low = end;
      if (series.y[end] > series.y[high]) high = end;
    }
    std::size_t keep[] = {i, std::min(low, high), std::max(low, high), end - 1};
    std::size_t last = size;
    for (std::size_t k : keep) {
      if (k == last) continue;
      last = k;
      d += (pen_down ? "L" : "M") + px(frame.at_x(series.x[k])) + " " + px(frame.at_y(series.y[k]));
      pen_down = true;
    }
    i = end;
  }
  return d;
}

std::string grid(const PlotPanel& panel, const Frame& f) {
  std::string out;
  const PlotTicks xs = plot_ticks(f.x.low, f.x.high, panel.wide ? 12 : 6);
  const PlotTicks ys = plot_ticks(f.y.low, f.y.high, 4);
  for (double x : xs.at) {
    out += line(f.at_x(x), f.top, f.at_x(x), f.top + f.height, "grid");
    out +=
        words(f.at_x(x), f.top + f.height + 17, fixed_text(x, xs.decimals), 12, "soft", "middle");
  }
  for (double y : ys.at) {
    out += line(f.left, f.at_y(y), f.left + f.width, f.at_y(y), "grid");
    out += words(f.left - 8, f.at_y(y) + 4, fixed_text(y, ys.decimals), 12, "soft", "end");
  }
  out += line(f.left, f.top + f.height, f.left + f.width, f.top + f.height, "axis");
  return out;
}

std::string marks(const PlotPanel& panel, const Frame& f) {
  std::string out;
  for (const PlotMark& level : panel.levels) {
    const double y = f.at_y(level.at);
    out += line(f.left, y, f.left + f.width, y, "mark", " stroke-dasharray=\"2 4\"");
    out += words(f.left + f.width - 4, y + (level.other_side ? 15 : -6), level.label, 12, "halo",
                 "end");
  }
  for (const PlotMark& upright : panel.uprights) {
    if (upright.at < f.x.low || upright.at > f.x.high) continue;
    const double x = f.at_x(upright.at);
    const bool before = upright.other_side || x > f.left + 0.6 * f.width;
    out += line(x, f.top, x, f.top + f.height, "mark", " stroke-dasharray=\"5 3\"");
    out += words(x + (before ? -6 : 6), f.top + 13, upright.label, 12, "halo",
                 before ? "end" : "start");
  }
  return out;
}

std::string curves(const PlotPanel& panel, const Frame& f) {
  std::string out;
  for (const PlotSeries& series : panel.series) {
    const char* dash = series.dash == PlotSeries::Dash::dashed   ? " stroke-dasharray=\"8 4\""
                       : series.dash == PlotSeries::Dash::dotted ? " stroke-dasharray=\"2 3\""
                                                                 : "";
    out += "<path class=\"curve\" stroke-width=\"2\" stroke-linejoin=\"round\" d=\"" +
           path_of(series, f) + "\"" + dash + "/>\n";
  }
  // Names last, so that no curve runs through them.
  for (const PlotSeries& series : panel.series) {
    const std::size_t size = std::min(series.x.size(), series.y.size());
    if (series.name.empty() || size == 0) continue;
    const double x = f.x.low + std::clamp(series.name_at, 0.0, 1.0) * (f.x.high - f.x.low);
    std::size_t near = 0;
    while (near + 1 < size && series.x[near] < x) ++near;
    const double at = f.at_y(series.y[near]) + (series.name_below ? 18 : -8);
    const bool right_half = series.name_at > 0.6;
    out += words(f.at_x(series.x[near]) + (right_half ? -4 : 4),
                 std::clamp(at, f.top + 12, f.top + f.height - 4), series.name, 12, "halo",
                 right_half ? "end" : "start");
  }
  return out;
}

std::string panel_svg(const PlotPanel& panel, double left, double top, double width,
                      double height) {
  const Frame f{left + kLeft,  top + kTop,   width - kLeft - kRight, height - kTop - kBottom,
                x_span(panel), y_span(panel)};
  std::string out =
      "<g>\n" + words(left, top + 16, panel.title, 15, "ink", "start", " font-weight=\"600\"");
  out += grid(panel, f);
  out += curves(panel, f);
  out += marks(panel, f);
  out += words(f.left + f.width, f.top + f.height + 36, panel.x_label, 12, "soft", "end");
  out += words(f.left - 8, f.top - 8, panel.y_label, 12, "soft", "start");
  return out + "</g>\n";
}

}  // namespace

std::string svg_plot(const PlotFigure& figure, PlotTheme theme) {
  const double header = figure.subtitle.empty() ? 62 : 86;
  std::string body;
  double top = header;
  const double half = (kWidth - 2 * kEdge - kGap) / 2;
  for (std::size_t i = 0; i < figure.panels.size();) {
    const PlotPanel& panel = figure.panels[i];
    const bool pair = !panel.wide && i + 1 < figure.panels.size() && !figure.panels[i + 1].wide;
    if (panel.wide || !pair) {
      body += panel_svg(panel, kEdge, top, kWidth - 2 * kEdge, kWideHeight);
      top += kWideHeight;
      ++i;
    } else {
      body += panel_svg(panel, kEdge, top, half, kPanelHeight);
      body += panel_svg(figure.panels[i + 1], kEdge + half + kGap, top, half, kPanelHeight);
      top += kPanelHeight;
      i += 2;
    }
  }
  const double height = top + (figure.footer.empty() ? 12 : 40);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + px(kWidth) + " " +
                    px(height) + "\" width=\"" + px(kWidth) + "\" height=\"" + px(height) +
                    "\" role=\"img\" aria-labelledby=\"t d\">\n";
  out += "<title id=\"t\">" + escaped(figure.title) + "</title>\n<desc id=\"d\">" +
         escaped(figure.subtitle) + "</desc>\n";
  if (theme != PlotTheme::page) out += "<style>" + style(theme) + "</style>\n";
  out += "<rect class=\"paper\" width=\"" + px(kWidth) + "\" height=\"" + px(height) + "\"/>\n";
  out += words(kEdge, 40, figure.title, 22, "ink", "start", " font-weight=\"700\"");
  if (!figure.subtitle.empty()) out += words(kEdge, 64, figure.subtitle, 14, "soft");
  out += body;
  if (!figure.footer.empty()) out += words(kEdge, height - 16, figure.footer, 12, "soft");
  return out + "</svg>\n";
}

}  // namespace limber
