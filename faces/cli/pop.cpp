#include "faces/cli/pop.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/signal.h"
#include "base/text.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/machine.h"
#include "faces/cli/pop_parts.h"
#include "host/files.h"

namespace limber {
namespace cli {
namespace {

struct Words {
  std::string preset = "finger", layer = "l2", csv, svg, wav, lang;
  std::vector<std::string> set;
  double tolerance = 1e-8, again = -1;
  std::optional<double> distance;
  bool json = false, plain = false, parameters = false, presets = false;
  SoundChoice sound;
};

bool unicode_terminal() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    const std::string_view text(value);
    return text.find("UTF-8") != std::string_view::npos ||
           text.find("utf8") != std::string_view::npos;
  }
  return false;
}

int terminal_columns() {
  winsize size{};
  if (ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return std::min<int>(size.ws_col, 100);
  return 80;
}

// The texts of this language, of the locale's, or English.
const Catalogue& catalogue(const std::string& lang) {
  static const auto kLoaded = load_knowledge(embedded_knowledge());
  static const Catalogue kNone;
  if (!kLoaded) return kNone;
  const auto& all = kLoaded->catalogues;
  auto found = all.find(lang.empty() ? language_here() : lang);
  if (found == all.end()) found = all.find("en");
  return found == all.end() ? kNone : found->second;
}

Result<JointPreset> chosen(const Words& words) {
  auto preset = joint_preset(words.preset);
  if (!preset) return preset;
  for (const std::string& text : words.set)
    if (auto fine = set_parameter(preset->values, text); !fine)
      return std::unexpected(fine.error());
  if (words.distance)
    if (auto fine = set_parameter(preset->values, "distance", *words.distance); !fine)
      return std::unexpected(fine.error());
  if (auto fine = check_parameters(preset->values); !fine) return std::unexpected(fine.error());
  return preset;
}

// "-" is standard output; anything else is written whole or not at all.
Result<void> deliver(const std::string& file, const std::string& bytes) {
  return file == "-" ? write_out(bytes) : host::write_file(file, bytes, 0644);
}

std::string wave_line(const std::string& file, const Wave& wave) {
  const SignalFigures heard = measure_signal(wave.samples, wave.rate);
  return file + ": peak " + number_text(std::round(heard.peak * 1e5) / 1e5) + " Pa (full scale " +
         number_text(wave.full_scale) + " Pa), strongest at " + fixed_text(heard.peak_hz, 0) +
         " Hz, centre " + fixed_text(heard.centroid_hz, 0) + " Hz, most of it within " +
         fixed_text(heard.t5_95 * 1e3, 2) + " ms\n";
}

// Written, then decoded again: what is told about the file is what is in it.
Result<std::string> deliver_wave(const std::string& file, const Wave& wave) {
  const auto bytes = encode_wave(wave);
  if (!bytes) return std::unexpected(bytes.error());
  if (auto fine = deliver(file, *bytes); !fine) return std::unexpected(fine.error());
  const auto back = decode_wave(*bytes);
  if (!back) return std::unexpected(back.error());
  return file == "-" ? "" : wave_line(file, *back);
}

Result<int> run_l2(const Words& words, const JointPreset& preset) {
  PopChoice choice;
  choice.preset = preset;
  choice.options.tolerance = words.tolerance;
  if (std::isnan(words.again))
    return fail(ErrorKind::usage, "--again needs a number of minutes", "--again",
                "write it as --again 10");
  if (words.again >= 0) choice.again_min = words.again;
  const auto result = make_pop(choice);
  if (!result) return std::unexpected(result.error());
  std::string notes;
  if (!words.csv.empty())
    if (auto fine = deliver(words.csv, pop_csv(*result)); !fine)
      return std::unexpected(fine.error());
  if (!words.svg.empty())
    if (auto fine = deliver(words.svg, svg_plot(pop_figure(*result, catalogue(words.lang)))); !fine)
      return std::unexpected(fine.error());
  if (!words.wav.empty()) {
    auto line = deliver_wave(words.wav, pop_wave(preset.values, result->run, words.sound));
    if (!line) return std::unexpected(line.error());
    notes += *line;
  }
  const bool piped = words.csv == "-" || words.svg == "-" || words.wav == "-";
  if (piped) return kDone;
  const std::string text =
      words.json ? print_json_pretty(pop_json(*result)) + "\n"
                 : pop_story(*result, terminal_columns(), !words.plain && unicode_terminal(),
                             catalogue(words.lang)) +
                       notes;
  if (auto fine = write_out(text); !fine) return std::unexpected(fine.error());
  return kDone;
}

Result<int> run_l1(const Words& words, const JointPreset& preset) {
  RunOptions options;
  options.tolerance = words.tolerance;
  const auto run = simulate_sphere(preset.values, options);
  if (!run) return std::unexpected(run.error());
  const Json out = {{"layer", "l1"},
                    {"preset", preset.id},
                    {"parameters", parameters_json(preset.values)},
                    {"pressure_min_Pa", run->pressure_min},
                    {"pressure_min_at_s", run->pressure_min_at},
                    {"radius_max_m", run->radius_max},
                    {"radius_max_at_s", run->radius_max_at},
                    {"radius_min_after_m", run->radius_min_after},
                    {"radius_min_at_s", run->radius_min_at},
                    {"accel_max_m3_s2", run->accel_max},
                    {"accel_min_m3_s2", run->accel_min},
                    {"peak_Pa", run->peak_pa},
                    {"peak_dB", run->peak_db},
                    {"counts", counts_json(run->counts)}};
  const std::string story = "L1, one bubble under a prescribed opening: the film falls to " +
                            fixed_text(run->pressure_min / 1e3, 2) + " kPa, the bubble grows to " +
                            fixed_text(run->radius_max * 1e3, 3) + " mm and shrinks to " +
                            fixed_text(run->radius_min_after * 1e3, 3) + " mm; " +
                            fixed_text(run->peak_db, 1) + " dB at " +
                            fixed_text(preset.values.distance * 100, 0) + " cm.\n";
  if (auto fine = write_out(words.json ? print_json_pretty(out) + "\n" : story); !fine)
    return std::unexpected(fine.error());
  return kDone;
}

Result<int> run_l0(const Words& words) {
  Wave wave;
  wave.bits = words.sound.bits;
  wave.rate = kSoundRate;
  wave.samples = tones(words.sound.snap ? tendon_snap() : Tones{}, 0.1, kSoundRate, 0.2);
  if (words.sound.burst)
    wave.samples = repeat(wave.samples, kSoundRate, burst_of_pops(words.sound.seed));
  wave.full_scale = full_scale_for(wave.samples);
  if (words.wav.empty())
    return fail(ErrorKind::usage, "layer l0 is a sound and nothing else", "--layer",
                "add --wav FILE");
  auto line = deliver_wave(words.wav, wave);
  if (!line) return std::unexpected(line.error());
  if (auto fine = write_out(*line); !fine) return std::unexpected(fine.error());
  return kDone;
}

Result<int> run_pop(const Words& words) {
  if (words.presets) {
    if (auto fine = write_out(preset_list()); !fine) return std::unexpected(fine.error());
    return kDone;
  }
  const auto preset = chosen(words);
  if (!preset) return std::unexpected(preset.error());
  if (words.parameters) {
    const std::string text = words.json ? print_json_pretty(parameters_json(preset->values)) + "\n"
                                        : parameter_list(preset->values);
    if (auto fine = write_out(text); !fine) return std::unexpected(fine.error());
    return kDone;
  }
  if (words.layer == "l0") return run_l0(words);
  if (words.layer == "l1") return run_l1(words, *preset);
  return run_l2(words, *preset);
}

void add_model_options(CLI::App& app, Words& words) {
  app.add_option("--preset", words.preset,
                 "finger, facet_thrust, facet_stretch, inflow, literature")
      ->capture_default_str();
  app.add_option("--set", words.set, "Change a parameter: name=value, in the unit of --parameters");
  app.add_flag("--json", words.json, "Print JSON");
}

}  // namespace
}  // namespace cli

int pop_command(int argc, const char* const* argv) {
  using namespace cli;
  Words words;
  SweepChoice sweep;
  CLI::App app("Why a joint pops: one pull simulated, told, drawn and heard", "limber pop");
  add_model_options(app, words);
  app.add_option("--again", words.again, "Pull a second time, so many minutes later")
      ->check(CLI::Range(0.0, 1e6));
  app.add_option("--csv", words.csv, "Write the curves to FILE (- for standard output)");
  app.add_option("--svg", words.svg, "Write the plots to FILE");
  app.add_option("--wav", words.wav, "Write the sound to FILE, 48 kHz");
  app.add_option("--bits", words.sound.bits, "Bits per sample of the sound")
      ->check(CLI::IsMember({16, 24}))
      ->capture_default_str();
  app.add_option("--distance", words.distance, "How far away the ear is, in m");
  app.add_flag("--burst", words.sound.burst, "Several pops of one movement in the sound");
  app.add_flag("--snap", words.sound.snap, "Add a tendon snap to the sound, to compare by ear");
  app.add_option("--seed", words.sound.seed, "For --burst")->capture_default_str();
  app.add_option("--layer", words.layer,
                 "l2 the joint, l1 the sphere of the literature, l0 a synthetic sound")
      ->check(CLI::IsMember({"l0", "l1", "l2"}))
      ->capture_default_str();
  app.add_option("--tolerance", words.tolerance, "Relative accuracy")->capture_default_str();
  app.add_option("--lang", words.lang, "Language of the story: en or de (default: from LANG)")
      ->check(CLI::IsMember({"en", "de"}));
  app.add_flag("--plain", words.plain, "Plain characters only");
  app.add_flag("--parameters", words.parameters, "List all parameters with range, meaning, source");
  app.add_flag("--presets", words.presets, "List the presets");

  CLI::App* many = app.add_subcommand("sweep", "Many joints from the published spread, to a table");
  add_model_options(*many, words);
  many->add_option("--points", sweep.points, "How many")
      ->check(CLI::Range(0u, 1'000'000'000u))
      ->capture_default_str();
  many->add_option("--seed", sweep.seed, "The same seed gives the same joints")
      ->capture_default_str();
  many->add_option("--out", sweep.out,
                   "Write one row per joint to FILE; without it the summary only");
  std::string format = "csv";
  many->add_option("--format", format, "csv or ndjson")
      ->check(CLI::IsMember({"csv", "ndjson"}))
      ->capture_default_str();
  many->add_option("--threads", sweep.threads, "0: all there are")->check(CLI::Range(0, 1024));
  many->add_option("--tolerance", sweep.tolerance, "Relative accuracy")->capture_default_str();
  many->add_flag("--resume", sweep.resume, "Go on with the stopped sweep in FILE.part");
  CLI::App* self = app.add_subcommand("selftest", "Hold the model against known answers");
  self->add_flag("--json", words.json, "Print JSON");
  app.require_subcommand(0, 1);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help goes to standard output and is no failure; CLI11 tells them apart.
    const int code = app.exit(error);
    return code == 0 ? kDone : kUsage;
  }

  Result<int> done = kDone;
  if (self->parsed()) {
    done = run_selftest(words.json);
  } else if (many->parsed()) {
    const auto preset = chosen(words);
    if (preset) {
      sweep.preset = *preset;
      sweep.json = words.json;
      sweep.ndjson = format == "ndjson";
      if (sweep.resume && sweep.out.empty())
        done = fail(ErrorKind::usage, "--resume needs the file to go on with", "--resume",
                    "add --out FILE");
      else
        done = run_sweep(sweep);
    } else {
      done = std::unexpected(preset.error());
    }
  } else {
    done = run_pop(words);
  }
  if (done) return *done;
  std::fprintf(stderr, "limber pop: %s\n", describe(done.error()).c_str());
  return exit_code(done.error().kind);
}

}  // namespace limber
