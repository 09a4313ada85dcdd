// Gap, pressure, cavity and sound over milliseconds, and the gas going back over minutes.
#include <algorithm>
#include <cmath>

#include "app/pop_run.h"
#include "base/text.h"

namespace limber {
namespace {

constexpr double kBeforeMs = 6, kAfterMs = 25;

// What the figure says, in one language.
class Labels {
 public:
  explicit Labels(const Catalogue& words) : words_(words) {}
  [[nodiscard]] std::string text(const std::string& what, const MessageArgs& args = {}) const {
    return words_.text("pop_figure." + what, args);
  }
  [[nodiscard]] std::string rounded(double value, int decimals) const {
    std::string number = fixed_text(value, decimals);
    const std::size_t point = number.find('.');
    if (point != std::string::npos) number.replace(point, 1, text("decimal"));
    return number;
  }

 private:
  const Catalogue& words_;
};

// One quantity of the trace around the pop, in ms from inception.
PlotSeries around_pop(const PopRun& run, const std::vector<double>& values, double scale) {
  PlotSeries series;
  const PopTrace& t = run.trace;
  if (run.end == PopRun::End::pull_over) {
    series.x = t.time;
    for (double value : values) series.y.push_back(value * scale);
    return series;
  }
  for (std::size_t i = 0; i < t.time.size(); ++i) {
    const double ms = (t.time[i] - run.time) * 1e3;
    if (ms > kAfterMs) break;
    if (ms < -kBeforeMs) {  // the last point before the window, moved to its edge
      if (i + 1 < t.time.size()) {
        const double next = (t.time[i + 1] - run.time) * 1e3;
        const double part = next > ms ? std::clamp((-kBeforeMs - ms) / (next - ms), 0.0, 1.0) : 0;
        series.x.assign(1, -kBeforeMs);
        series.y.assign(1, (values[i] + part * (values[i + 1] - values[i])) * scale);
      }
      continue;
    }
    series.x.push_back(ms);
    series.y.push_back(values[i] * scale);
  }
  return series;
}

PlotPanel panel_of(const PopRun& run, const Labels& say, std::string title, std::string unit,
                   PlotSeries series) {
  PlotPanel panel;
  const bool silent = run.end == PopRun::End::pull_over;
  panel.title = std::move(title);
  panel.y_label = std::move(unit);
  panel.x_label = say.text(silent ? "from_start" : "from_pop");
  panel.series.push_back(std::move(series));
  if (!silent) panel.uprights.push_back({0, ""});
  return panel;
}

PlotPanel sound_panel(const PopResult& result, const Labels& say) {
  const PopRun& run = result.run;
  const double loudest = std::max(run.accel_max, -run.accel_min);
  const double scale = loudest > 0 ? run.peak_pa / loudest : 0;
  PlotSeries series;
  for (std::size_t i = 0; i < run.trace.sound.size(); ++i) {
    const double ms = static_cast<double>(i) / run.trace.sound_rate * 1e3;
    if (ms > kAfterMs) break;
    series.x.push_back(ms);
    series.y.push_back(run.trace.sound[i] * scale);
  }
  if (!series.x.empty()) {  // silence before the pop
    series.x.insert(series.x.begin(), {-kBeforeMs, 0});
    series.y.insert(series.y.begin(), {0, 0});
  }
  const double cm = result.choice.preset.values.distance * 100;
  const MessageArgs args = {{"far", say.rounded(cm, 0)}, {"loud", say.rounded(run.peak_db, 0)}};
  return panel_of(run, say, say.text("sound", args), "Pa", std::move(series));
}

PlotPanel wait_panel(const PopResult& result, const Labels& say) {
  PlotPanel panel;
  panel.title = say.text("wait");
  panel.y_label = say.text("share");
  panel.x_label = say.text("minutes");
  panel.wide = true;
  panel.from_zero = true;
  PlotSeries all, co2, n2;
  all.name = say.text("all_gas");
  co2.name = say.text("co2");
  n2.name = say.text("n2");
  all.name_at = 0.06;
  co2.name_at = 0.3;
  n2.name_at = 0.5;
  n2.name_below = true;
  co2.dash = PlotSeries::Dash::dashed;
  n2.dash = PlotSeries::Dash::dotted;
  for (const WaitSample& s : result.wait.samples) {
    const double moles = s.co2 + s.o2 + s.n2;
    if (moles <= 0) continue;
    for (PlotSeries* series : {&all, &co2, &n2}) series->x.push_back(s.minutes);
    all.y.push_back(100 * s.volume);
    co2.y.push_back(100 * s.volume * s.co2 / moles);
    n2.y.push_back(100 * s.volume * s.n2 / moles);
  }
  panel.series = {std::move(all), std::move(co2), std::move(n2)};
  const JointParameters& p = result.choice.preset.values;
  panel.levels.push_back({100 * p.ready_at, say.text("still_gas")});
  if (result.wait.ready)
    panel.uprights.push_back(
        {result.wait.ready_min,
         say.text("ready", {{"minutes", say.rounded(result.wait.ready_min, 0)}})});
  return panel;
}

}  // namespace

PlotFigure pop_figure(const PopResult& result, const Catalogue& words) {
  const Labels say(words);
  const PopRun& run = result.run;
  const PopTrace& t = run.trace;
  const JointParameters& p = result.choice.preset.values;
  PlotFigure figure;
  figure.title = say.text("preset." + std::string(result.choice.preset.id));
  const bool silent = run.end == PopRun::End::pull_over;
  figure.subtitle = silent ? say.text("silent", {{"force", say.rounded(p.pull_max, 0)}})
                           : say.text("gives", {{"force", say.rounded(run.force, 1)}});

  PlotPanel gap = panel_of(run, say, say.text("gap"), "mm", around_pop(run, t.gap, 1e3));
  gap.from_zero = true;
  PlotPanel pressure =
      panel_of(run, say, say.text("pressure"), "kPa", around_pop(run, t.pressure, 1e-3));
  pressure.levels.push_back({0, say.text("tension"), !silent});
  if (!silent) gap.uprights[0] = {0, say.text("pop"), true};
  figure.panels = {std::move(gap), std::move(pressure)};
  if (!silent) {
    PlotPanel cavity =
        panel_of(run, say, say.text("cavity"), "mm\xC2\xB3", around_pop(run, t.cavity, 1e9));
    cavity.from_zero = true;
    figure.panels.push_back(std::move(cavity));
    figure.panels.push_back(sound_panel(result, say));
    figure.panels.push_back(wait_panel(result, say));
  }
  figure.footer = say.text("made", {{"preset", std::string(result.choice.preset.id)}});
  return figure;
}

}  // namespace limber
