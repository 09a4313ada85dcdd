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

// What a run says, in the words of one language.
class Telling {
 public:
  Telling(int columns, const Catalogue& words)
      : columns_(static_cast<std::size_t>(std::max(30, columns))), words_(words) {}

  std::string out;

  [[nodiscard]] std::string number(double value) const {
    return local_number(about(value), words_);
  }
  [[nodiscard]] std::string words(const std::string& key, const MessageArgs& args = {}) const {
    return words_.text("ui.pop." + key, args);
  }
  [[nodiscard]] const Catalogue& catalogue() const { return words_; }

  // `head` is a key, too; the lines after the first stand under the text.
  void line(const std::string& head, const std::string& text) {
    std::string lead = head.empty() ? "" : words(head);
    const std::size_t room = std::max<std::size_t>(13, display_width(lead) + 1);
    for (const std::string& row : wrap(text, columns_ - room - 2)) {
      out += "  " + lead + std::string(room - display_width(lead), ' ') + row + "\n";
      lead.clear();
    }
  }
  void paragraph(const std::string& text) {
    for (const std::string& row : wrap(text, columns_)) out += row + "\n";
  }

 private:
  std::size_t columns_;
  const Catalogue& words_;
};

std::string pull_text(const Telling& tell, const JointParameters& p, const PopRun& run) {
  const MessageArgs args = {
      {"rate", tell.number(p.pull_rate)},  {"most", tell.number(p.pull_max)},
      {"force", tell.number(run.force)},   {"time", tell.number(run.time)},
      {"preload", tell.number(p.preload)}, {"all", tell.number(run.force + p.preload)}};
  return tell.words(run.end == PopRun::End::pull_over ? "pull.held" : "pull.gave", args);
}

std::string gap_text(const Telling& tell, const JointParameters& p, const PopRun& run) {
  const MessageArgs args = {{"film", tell.number(p.film * 1e3)},
                            {"gap", tell.number(run.gap * 1e3)},
                            {"end", tell.number(run.gap_end * 1e3)},
                            {"later", tell.number(run.end_after * 1e3)}};
  return tell.words(run.end == PopRun::End::pull_over ? "gap.held" : "gap.gave", args);
}

std::string pressure_text(const Telling& tell, const JointParameters& p, const PopRun& run) {
  const MessageArgs args = {{"from", tell.number(p.ambient / 1e3)},
                            {"to", tell.number(run.lowest_pressure / 1e3)}};
  return tell.words(run.lowest_pressure < 0 ? "pressure.tension" : "pressure.falls", args);
}

std::string cavity_text(const Telling& tell, const PopRun& run) {
  const MessageArgs args = {{"most", tell.number(run.cavity_max * 1e9)},
                            {"within", tell.number(run.cavity_max_after * 1e3)},
                            {"end", tell.number(run.cavity_end * 1e9)},
                            {"share", tell.number(100 * run.cavity_end / run.cavity_max)},
                            {"later", tell.number(run.end_after * 1e3)}};
  return tell.words(run.still_growing ? "cavity.growing" : "cavity.shrinks", args);
}

std::string sound_text(const Telling& tell, const JointParameters& p, const PopRun& run) {
  const MessageArgs args = {{"loud", tell.number(run.peak_db)},
                            {"far", tell.number(p.distance * 100)},
                            {"near", tell.number(run.peak_db_1cm)},
                            {"tone", tell.number(run.peak_hz)},
                            {"within", tell.number(run.t5_95 * 1e3)}};
  return tell.words(run.popped ? "sound.heard" : "sound.soft", args);
}

std::string wait_text(const Telling& tell, const WaitRun& wait) {
  const PopWait told = pop_wait();
  const MessageArgs args = {{"ready", tell.number(wait.ready_min)},
                            {"low", tell.number(told.low_min)},
                            {"high", tell.number(told.high_min)},
                            {"floor", tell.number(told.floor_min)}};
  return tell.words(wait.ready ? "wait.known" : "wait.longer", args) + " " +
         tell.words("wait.told", args);
}

PlotPanel sound_panel(const PopResult& result, const Catalogue& words) {
  PlotPanel panel;
  const PopTrace& t = result.run.trace;
  panel.title = "  " + words.text("ui.pop.plot");
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

std::string local_number(std::string text, const Catalogue& words) {
  const std::size_t point = text.find('.');
  if (point != std::string::npos) text.replace(point, 1, words.text("ui.decimal"));
  return text;
}

std::string pop_story(const PopResult& result, int columns, bool unicode, const Catalogue& words) {
  const JointParameters& p = result.choice.preset.values;
  const PopRun& run = result.run;
  Telling tell(columns, words);
  tell.paragraph(tell.words("preset." + std::string(result.choice.preset.id)));
  tell.out += "\n";
  tell.line("pull", pull_text(tell, p, run));
  tell.line("gap", gap_text(tell, p, run));
  tell.line("pressure", pressure_text(tell, p, run));
  if (run.end != PopRun::End::pull_over) {
    tell.line("cavity", cavity_text(tell, run));
    if (run.end == PopRun::End::cover_limit) tell.line("", tell.words("cavity.limit"));
    if (run.end == PopRun::End::closed) tell.line("", tell.words("cavity.closes"));
    tell.line("sound", sound_text(tell, p, run));
    tell.line("wait", wait_text(tell, result.wait));
  }
  if (result.again) {
    const PopRun& second = result.again->run;
    tell.line("again", tell.words(second.popped ? "again.pops" : "again.silent",
                                  {{"minutes", tell.number(*result.choice.again_min)},
                                   {"loud", tell.number(second.peak_db)}}));
  }
  tell.out += "\n";
  if (!run.trace.sound.empty()) {
    for (const std::string& row :
         text_plot(sound_panel(result, words), std::min(columns, 76), 12, unicode))
      tell.out += row + "\n";
    tell.out += "\n";
  }
  tell.paragraph(tell.words("open_question"));
  return tell.out;
}

std::string parameter_list(const JointParameters& values) {
  std::string out;
  for (const ParameterInfo& info : joint_parameters()) {
    const std::string unit = info.unit.empty() ? "" : " " + std::string(info.unit);
    out += std::string(info.name) + " = " + number_text(parameter_value(values, info)) + unit;
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
