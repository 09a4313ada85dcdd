// The story of one pop, in words a child can follow. Numbers come from the run, never from here.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "faces/cli/pop_parts.h"

namespace limber::cli {
namespace {

// Three significant figures, without an exponent for everyday sizes.
std::string about(double value) {
  if (value == 0 || !std::isfinite(value)) return "0";
  const double unit = std::pow(10, std::floor(std::log10(std::abs(value))) - 2);
  const int digits =
      std::clamp(2 - static_cast<int>(std::floor(std::log10(std::abs(value)))), 0, 12);
  std::string text = fixed_text(std::round(value / unit) * unit, digits);
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

struct Telling {
  int columns;
  std::string out;
  void line(const std::string& head, const std::string& text) {
    constexpr std::size_t kHead = 13;
    bool first = true;
    const auto width = static_cast<std::size_t>(std::max(30, columns)) - kHead - 2;
    for (const std::string& row : wrap(text, width)) {
      out +=
          "  " + (first ? head + std::string(kHead - head.size(), ' ') : std::string(kHead, ' '));
      out += row + "\n";
      first = false;
    }
  }
  void paragraph(const std::string& text) {
    for (const std::string& row : wrap(text, static_cast<std::size_t>(std::max(30, columns))))
      out += row + "\n";
  }
};

std::string pull_text(const JointParameters& p, const PopRun& run) {
  const std::string grows = "grows by " + about(p.pull_rate) + " N each second";
  if (run.end == PopRun::End::pull_over)
    return grows + " up to " + about(p.pull_max) +
           " N and is held. The film never gives way: the joint opens softly, and silently.";
  return grows + "; at " + about(run.force) + " N, after " + about(run.time) +
         " s, the film gives way. With the " + about(p.preload) +
         " N that muscles carry that is about " + about(run.force + p.preload) + " N.";
}

std::string gap_text(const JointParameters& p, const PopRun& run) {
  if (run.end == PopRun::End::pull_over)
    return "opens from " + about(p.film * 1e3) + " to " + about(run.gap_end * 1e3) + " mm.";
  return "has opened from " + about(p.film * 1e3) + " to " + about(run.gap * 1e3) +
         " mm by then, and is " + about(run.gap_end * 1e3) + " mm wide " +
         about(run.end_after * 1e3) + " ms later.";
}

std::string pressure_text(const JointParameters& p, const PopRun& run) {
  const std::string fell = "in the middle of the film falls from " + about(p.ambient / 1e3) +
                           " to " + about(run.lowest_pressure / 1e3) + " kPa";
  return run.lowest_pressure < 0 ? fell + ": the fluid is under tension, like a rope." : fell + ".";
}

std::string cavity_text(const PopRun& run) {
  if (run.still_growing)
    return "grows to " + about(run.cavity_max * 1e9) + " mm3 and is still growing after " +
           about(run.end_after * 1e3) + " ms.";
  return "grows to " + about(run.cavity_max * 1e9) + " mm3 within " +
         about(run.cavity_max_after * 1e3) + " ms and is down to " + about(run.cavity_end * 1e9) +
         " mm3 (" + about(100 * run.cavity_end / run.cavity_max) + " %) after " +
         about(run.end_after * 1e3) + " ms.";
}

std::string sound_text(const JointParameters& p, const PopRun& run) {
  const std::string loud = about(run.peak_db) + " dB at " + about(p.distance * 100) + " cm (" +
                           about(run.peak_db_1cm) + " dB at 1 cm)";
  if (!run.popped) return loud + ": too soft to count as a pop.";
  return loud + ", strongest at " + about(run.peak_hz) + " Hz, most of it within " +
         about(run.t5_95 * 1e3) + " ms.";
}

std::string wait_text(const WaitRun& wait) {
  const PopWait told = pop_wait();
  std::string text = wait.ready
                         ? "takes about " + about(wait.ready_min) + " min in this model joint"
                         : std::string("takes longer than this model was run for");
  return text + ", " + about(told.low_min) + " to " + about(told.high_min) +
         " min across joints. In a real one count on at least " + about(told.floor_min) +
         " min. It is a range, not a promise.";
}

PlotPanel sound_panel(const PopResult& result) {
  PlotPanel panel;
  const PopTrace& t = result.run.trace;
  panel.title = "  Sound at the ear (Pa)";
  panel.x_label = "ms";
  panel.series.resize(1);
  const double loudest = std::max(result.run.accel_max, -result.run.accel_min);
  const double scale = loudest > 0 ? result.run.peak_pa / loudest : 0;
  for (std::size_t i = 0; i < t.sound.size(); i += 4) {
    const double ms = static_cast<double>(i) / t.sound_rate * 1e3;
    if (ms > 15) break;
    panel.series[0].x.push_back(ms);
    panel.series[0].y.push_back(t.sound[i] * scale);
  }
  return panel;
}

}  // namespace

std::string pop_story(const PopResult& result, int columns, bool unicode) {
  const JointParameters& p = result.choice.preset.values;
  const PopRun& run = result.run;
  Telling tell{columns, {}};
  tell.paragraph("One pull: " + std::string(result.choice.preset.title) + " (" +
                 std::string(result.choice.preset.id) + "); " +
                 std::string(result.choice.preset.note) + ".");
  tell.out += "\n";
  tell.line("The pull", pull_text(p, run));
  tell.line("The gap", gap_text(p, run));
  tell.line("The pressure", pressure_text(p, run));
  if (run.end != PopRun::End::pull_over) {
    tell.line("The cavity", cavity_text(run));
    if (run.end == PopRun::End::cover_limit)
      tell.line("", "There the cavity covers too much of the joint for this model, so it stops.");
    if (run.end == PopRun::End::closed)
      tell.line("", "It closes again completely; how loud that is, this model cannot say.");
    tell.line("The sound", sound_text(p, run));
    tell.line("The wait", "until the gas is back in solution " + wait_text(result.wait));
  }
  if (result.again) {
    const PopRun& second = result.again->run;
    const bool silent = !second.popped;
    tell.line("Once more",
              "after " + about(*result.choice.again_min) + " min: " +
                  (silent ? "gas is left in the film, so it cannot be put under tension. "
                            "It opens smoothly, at " +
                                about(second.peak_db) + " dB: no pop."
                          : "enough gas has gone; in the model it pops again, at " +
                                about(second.peak_db) + " dB."));
  }
  tell.out += "\n";
  if (!run.trace.sound.empty()) {
    for (const std::string& row :
         text_plot(sound_panel(result), std::min(columns, 76), 12, unicode))
      tell.out += row + "\n";
    tell.out += "\n";
  }
  tell.paragraph(
      "Whether the sound belongs to the cavity forming or to its partial collapse is an open "
      "question; the model shows both. A pop is not a goal, and its sound does not measure "
      "success.");
  return tell.out;
}

std::string parameter_list(const JointParameters& values) {
  std::string out;
  for (const ParameterInfo& info : joint_parameters()) {
    const std::string unit = info.unit.empty() ? "" : " " + std::string(info.unit);
    out +=
        std::string(info.name) + " = " + number_text(values.*(info.field) / info.per_unit) + unit;
    out += "   [" + number_text(info.allowed.low) + " to " + number_text(info.allowed.high) + unit +
           "]";
    if (!info.symbol.empty()) out += "   " + std::string(info.symbol);
    out += "\n    " + std::string(info.meaning) + "\n    more: " + std::string(info.more) +
           "; less: " + std::string(info.less) + "\n    source (" + info.tag +
           "): " + std::string(info.source) + "\n";
  }
  return out;
}

std::string preset_list() {
  std::string out;
  for (const JointPreset& preset : joint_presets())
    out += std::string(preset.id) + "\n    " + std::string(preset.title) + "\n    " +
           std::string(preset.note) + "\n";
  return out;
}

}  // namespace limber::cli
