// The joint to play with: pull it, hear it, wait, pull again, many joints at once. Needs neither
// the knowledge nor the record; numbers are SI in names (`force_N`), parameters in the unit they
// have.
#include <algorithm>

#include "app/core.h"
#include "app/pop_run.h"
#include "base/signal.h"
#include "base/text.h"

namespace limber {
namespace {

// Refuses what is not a word of this method: a misspelt parameter must not pass unheard.
Result<void> only(Reader& in, std::vector<std::string> known) {
  known.emplace_back("lang");
  in.refuse_unknown(known);
  if (in.error()) return std::unexpected(*in.error());
  return {};
}

// `preset` and `set`, shared by every method that runs the model.
Result<JointPreset> read_joint(Reader& in) {
  auto preset = joint_preset(in.text_or("preset", "finger"));
  if (!preset) return preset;
  if (in.has("set")) {
    const Json& values = in.object("set");
    for (const auto& value : values.items()) {
      const auto number = as_number(value.value());
      if (!number)
        return fail(ErrorKind::input, "a parameter is a number", "/set/" + value.key(),
                    "write it as {\"film\": 40}");
      if (auto fine = set_parameter(preset->values, value.key(), *number); !fine)
        return std::unexpected(fine.error());
    }
  }
  if (in.error()) return std::unexpected(*in.error());
  if (auto fine = check_parameters(preset->values); !fine) return std::unexpected(fine.error());
  return preset;
}

Result<PopResult> read_pop(Reader& in, std::vector<std::string> more) {
  std::vector<std::string> known = {"preset", "set", "again_min", "tolerance"};
  known.insert(known.end(), more.begin(), more.end());
  if (auto fine = only(in, std::move(known)); !fine) return std::unexpected(fine.error());
  PopChoice choice;
  if (in.has("again_min")) choice.again_min = in.number("again_min", 0, 1e6);
  choice.options.tolerance = in.number_or("tolerance", 1e-13, 1e-3, choice.options.tolerance);
  auto preset = read_joint(in);
  if (!preset) return std::unexpected(preset.error());
  choice.preset = *preset;
  return make_pop(choice);
}

Result<Json> pop(Core&, Reader& in) {
  const auto result = read_pop(in, {});
  if (!result) return std::unexpected(result.error());
  return pop_json(*result);
}

Json numbers(std::span<const double> values, double scale = 1) {
  Json out = Json::array();
  for (double value : values) out.push_back(value * scale);
  return out;
}

Json trace_json(const PopRun& run, bool with_sound) {
  const PopTrace& t = run.trace;
  Json out = {{"time_s", numbers(t.time)},
              {"force_N", numbers(t.force)},
              {"gap_m", numbers(t.gap)},
              {"pressure_Pa", numbers(t.pressure)},
              {"cavity_m3", numbers(t.cavity)}};
  if (with_sound)
    out["sound"] = {
        {"start_s", t.sound_start}, {"rate_Hz", t.sound_rate}, {"accel_m3_s2", numbers(t.sound)}};
  return out;
}

Json wave_json(const Wave& wave) {
  const SignalFigures heard = measure_signal(wave.samples, wave.rate);
  return {{"rate_Hz", wave.rate},
          {"full_scale_Pa", wave.full_scale},
          {"samples_Pa", numbers(wave.samples)},
          {"peak_Pa", heard.peak},
          {"peak_Hz", heard.peak_hz},
          {"centroid_Hz", heard.centroid_hz},
          {"t5_95_s", heard.t5_95}};
}

// The curves behind the story, to draw and to move a picture by.
Result<Json> pop_trace(Core&, Reader& in) {
  const bool with_sound = in.flag_or("sound", false);
  const auto result = read_pop(in, {"sound"});
  if (!result) return std::unexpected(result.error());
  Json wait = {{"minutes", Json::array()},
               {"volume", Json::array()},
               {"co2_mol", Json::array()},
               {"o2_mol", Json::array()},
               {"n2_mol", Json::array()}};
  for (const WaitSample& sample : result->wait.samples) {
    wait["minutes"].push_back(sample.minutes);
    wait["volume"].push_back(sample.volume);
    wait["co2_mol"].push_back(sample.co2);
    wait["o2_mol"].push_back(sample.o2);
    wait["n2_mol"].push_back(sample.n2);
  }
  Json out = pop_json(*result);
  out["trace"] = trace_json(result->run, with_sound);
  out["wait_trace"] = std::move(wait);
  if (result->again) out["again"]["trace"] = trace_json(result->again->run, with_sound);
  return out;
}

Result<Json> pop_plot(Core& core, Reader& in) {
  const Catalogue& words = core.texts(in.text_or("lang", "en"));
  const std::string theme = in.text_or("theme", "automatic");
  constexpr std::string_view kThemes[] = {"automatic", "light", "dark", "page"};
  const auto found = std::find(std::begin(kThemes), std::end(kThemes), theme);
  if (found == std::end(kThemes))
    return fail(ErrorKind::input, "there is no theme \"" + theme + "\"", "/theme",
                "there are automatic, light, dark, page");
  const auto result = read_pop(in, {"theme"});
  if (!result) return std::unexpected(result.error());
  const auto at = static_cast<std::uint8_t>(found - std::begin(kThemes));
  return Json{{"svg", svg_plot(pop_figure(*result, words), static_cast<PlotTheme>(at))}};
}

// In Pa at the ear, ready for a loudspeaker: the same samples that --wav writes.
Result<Json> pop_sound(Core&, Reader& in) {
  SoundChoice sound;
  sound.burst = in.flag_or("burst", false);
  sound.snap = in.flag_or("snap", false);
  sound.seed = static_cast<std::uint64_t>(in.integer_or("seed", 0, 1LL << 53, 1));
  const auto result = read_pop(in, {"burst", "snap", "seed"});
  if (!result) return std::unexpected(result.error());
  return wave_json(pop_wave(result->choice.preset.values, result->run, sound));
}

// What a tendon sounds like, to compare by ear.
Result<Json> pop_snap(Core&, Reader& in) {
  if (auto fine = only(in, {}); !fine) return std::unexpected(fine.error());
  return wave_json(snap_wave());
}

Result<HandState> read_state(Reader& in, const JointParameters& p, bool gas) {
  if (!in.has("state")) return hand_rest(p, gas);
  Reader at(in.object("state"), "/state");
  constexpr double kMost = 1e300;
  HandState state;
  state.time = at.number("time", -kMost, kMost);
  state.gap = at.number("gap", -kMost, kMost);
  state.speed = at.number("speed", -kMost, kMost);
  state.drawn = at.number("drawn", -kMost, kMost);
  state.cavity = at.number("cavity", -kMost, kMost);
  state.flow = at.number("flow", -kMost, kMost);
  if (at.error()) return std::unexpected(*at.error());
  return state;
}

// One moment of a pull by hand; the caller keeps the state between moments.
Result<Json> pop_hand(Core&, Reader& in) {
  if (auto fine =
          only(in, {"preset", "set", "gas", "state", "force_from_N", "force_to_N", "seconds"});
      !fine)
    return std::unexpected(fine.error());
  const bool gas = in.flag_or("gas", false);
  const double force_from = in.number("force_from_N", 0, 5000);
  const double force_to = in.number("force_to_N", 0, 5000);
  const double seconds = in.number("seconds", 1e-6, 1);
  const auto preset = read_joint(in);
  if (!preset) return std::unexpected(preset.error());
  const auto from = read_state(in, preset->values, gas);
  if (!from) return std::unexpected(from.error());
  if (in.error()) return std::unexpected(*in.error());
  RunOptions options;
  options.tolerance = 1e-7;
  options.trace_rate = 1.0 * kSoundRate * kOversampling;
  const auto step = hand_step(preset->values, *from, force_from, force_to, seconds, options);
  if (!step) return std::unexpected(step.error());
  const HandState& at = step->state;
  Json out = {{"state",
               {{"time", at.time},
                {"gap", at.gap},
                {"speed", at.speed},
                {"drawn", at.drawn},
                {"cavity", at.cavity},
                {"flow", at.flow}}},
              {"force_N", step->force},
              {"pressure_Pa", step->pressure},
              {"out_of_range", step->out_of_range}};
  if (step->pop) {
    out["pop"] = run_json(*step->pop);
    out["trace"] = trace_json(*step->pop, false);
    out["sound"] = wave_json(pop_wave(preset->values, *step->pop, {}));
  }
  return out;
}

// The range that the diary tells, and this joint's own wait.
Result<Json> pop_wait_told(Core&, Reader& in) {
  if (auto fine = only(in, {"preset", "set"}); !fine) return std::unexpected(fine.error());
  const auto preset = read_joint(in);
  if (!preset) return std::unexpected(preset.error());
  const auto wait = simulate_wait(preset->values);
  if (!wait) return std::unexpected(wait.error());
  return Json{
      {"told", told_wait_json(pop_wait())}, {"ready", wait->ready}, {"ready_min", wait->ready_min}};
}

// Small sweeps, at once; long ones are for the command line and MPI, which can be stopped.
Result<Json> pop_sweep(Core& core, Reader& in) {
  if (auto fine = only(in, {"preset", "set", "points", "seed", "tolerance", "rows"}); !fine)
    return std::unexpected(fine.error());
  const auto points = static_cast<std::uint64_t>(in.integer_or("points", 0, 10'000, 200));
  const auto seed = static_cast<std::uint64_t>(in.integer_or("seed", 0, 1LL << 53, 1));
  const bool rows = in.flag_or("rows", false);
  RunOptions options;
  options.tolerance = in.number_or("tolerance", 1e-13, 1e-3, 1e-6);
  const auto preset = read_joint(in);
  if (!preset) return std::unexpected(preset.error());
  Sweep sweep(*preset, points, seed, options);
  const ForEach each = [&](std::size_t count, const std::function<void(std::size_t)>& work) {
    if (core.ports.runner != nullptr) return core.ports.runner->run(count, work);
    for (std::size_t i = 0; i < count; ++i) work(i);
  };
  Json list = Json::array();
  const auto keep = [&](const SweepPoint& point) {
    if (!rows) return;
    list.push_back({{"failed", point.failed},
                    {"popped", point.popped},
                    {"in_range", point.in_range},
                    {"force_N", point.force_N},
                    {"peak_dB", point.peak_dB},
                    {"peak_Hz", point.peak_Hz},
                    {"wait_min", point.wait_min}});
  };
  while (sweep.advance(each, 512, keep)) {
  }
  Json out = summary_json(sweep.summary(), points);
  if (rows) out["rows"] = std::move(list);
  return out;
}

Result<Json> pop_presets(Core&, Reader& in) {
  if (auto fine = only(in, {}); !fine) return std::unexpected(fine.error());
  Json list = Json::array();
  for (const JointPreset& preset : joint_presets())
    list.push_back({{"id", preset.id},
                    {"title", preset.title},
                    {"note", preset.note},
                    {"facet", preset.facet},
                    {"parameters", parameters_json(preset.values)}});
  return Json{{"presets", std::move(list)}};
}

Json range_json(const ParameterRange& range) {
  if (range.low == range.high) return nullptr;
  return Json::array({range.low, range.high});
}

Result<Json> pop_parameters(Core&, Reader& in) {
  if (auto fine = only(in, {"preset"}); !fine) return std::unexpected(fine.error());
  const auto preset = joint_preset(in.text_or("preset", "finger"));
  if (!preset) return std::unexpected(preset.error());
  Json list = Json::array();
  for (const ParameterInfo& info : joint_parameters())
    list.push_back({{"name", info.name},
                    {"symbol", info.symbol},
                    {"unit", info.unit},
                    {"value", parameter_value(preset->values, info)},
                    {"low", info.allowed.low},
                    {"high", info.allowed.high},
                    {"published", range_json(preset->facet ? info.facet : info.finger)},
                    {"meaning", info.meaning},
                    {"more", info.more},
                    {"less", info.less},
                    {"source", info.source},
                    {"tag", std::string(1, info.tag)}});
  return Json{{"parameters", std::move(list)}};
}

Result<Json> pop_selftest(Core&, Reader& in) {
  if (auto fine = only(in, {}); !fine) return std::unexpected(fine.error());
  return selftest_json(joint_selftest());
}

constexpr UseCase kJointUseCases[] = {
    {"pop", pop},
    {"pop.trace", pop_trace},
    {"pop.plot", pop_plot},
    {"pop.sound", pop_sound},
    {"pop.snap", pop_snap},
    {"pop.hand", pop_hand},
    {"pop.wait", pop_wait_told},
    {"pop.sweep", pop_sweep},
    {"pop.presets", pop_presets},
    {"pop.parameters", pop_parameters},
    {"pop.selftest", pop_selftest},
};

}  // namespace

std::span<const UseCase> joint_use_cases() {
  return kJointUseCases;
}

}  // namespace limber
