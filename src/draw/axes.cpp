#include "draw/plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace limber {
namespace {

struct Reach {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  void add(double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  PlotSpan span() const {
    if (low > high) return {};
    if (low == high)
      return {low - 0.5 * std::max(1.0, std::abs(low)), high + 0.5 * std::max(1.0, std::abs(high))};
    return {low, high};
  }
};

}  // namespace

PlotTicks plot_ticks(double low, double high, int wanted) {
  PlotTicks ticks;
  const double span = high - low;
  if (!(span > 0) || !std::isfinite(span) || wanted < 1) return ticks;
  const double rough = span / wanted, power = std::pow(10, std::floor(std::log10(rough)));
  const double lead = rough / power;
  const double step = (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
  // Counted in whole steps, so that 0.3 is 3 x 0.1 and not a sum of roundings.
  const double first = std::ceil(low / step - 1e-9);
  for (int i = 0; i <= 100; ++i) {
    const double at = (first + i) * step;
    if (at > high + 1e-9 * step) break;
    ticks.at.push_back(at + 0.0);  // no minus zero
  }
  ticks.decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
  return ticks;
}

PlotSpan x_span(const PlotPanel& panel) {
  Reach reach;
  for (const PlotSeries& series : panel.series)
    for (double x : series.x) reach.add(x);
  return reach.span();
}

PlotSpan y_span(const PlotPanel& panel) {
  Reach reach;
  for (const PlotSeries& series : panel.series)
    for (double y : series.y) reach.add(y);
  for (const PlotMark& level : panel.levels) reach.add(level.at);
  if (panel.from_zero) reach.add(0);
  PlotSpan span = reach.span();
  const double air = 0.07 * (span.high - span.low);
  if (!(panel.from_zero && span.low == 0)) span.low -= air;
  span.high += air;
  return span;
}

}  // namespace limber
