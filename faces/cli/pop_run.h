// One pop with all that is shown of it: what the options chose, what the model answered.
#pragma once

#include <limber/joint.h>

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "draw/plot.h"
#include "sound/wave.h"

namespace limber::cli {

struct PopChoice {
  JointPreset preset;
  RunOptions options;
  std::optional<double> again_min;  // a second pull so many minutes later
};

struct PopResult {
  PopChoice choice;
  PopRun run;
  WaitRun wait;
  std::optional<JointEpisode> again;
};

// High enough that the sound can be made for any player's rate.
inline constexpr int kSoundRate = 48000, kOversampling = 8;

[[nodiscard]] Result<PopResult> make_pop(const PopChoice& choice);

// The story, in lines of at most `columns`; `plot` adds a small plot.
[[nodiscard]] std::string pop_story(const PopResult& result, int columns, bool unicode);
[[nodiscard]] Json pop_json(const PopResult& result);
[[nodiscard]] std::string pop_csv(const PopResult& result);
[[nodiscard]] PlotFigure pop_figure(const PopResult& result);

struct SoundChoice {
  int bits = 24;
  bool burst = false, snap = false;
  std::uint64_t seed = 1;
};
[[nodiscard]] Wave pop_wave(const PopResult& result, const SoundChoice& sound);

// Every parameter: name, unit, value and range, what it is, what more and less do, source.
[[nodiscard]] std::string parameter_list(const JointParameters& values);
[[nodiscard]] std::string preset_list();
[[nodiscard]] Json parameters_json(const JointParameters& values);
[[nodiscard]] Json counts_json(const SolverCounts& counts);

// `limber pop sweep ...` and `limber pop selftest ...`, in pop_sweep.cpp and pop_selftest.cpp.
struct SweepChoice {
  JointPreset preset;
  std::uint64_t points = 1000, seed = 1;
  std::size_t threads = 0;
  std::string out;  // empty: the summary only
  bool ndjson = false, resume = false, json = false;
  double tolerance = 1e-6;
};
[[nodiscard]] Result<int> run_sweep(const SweepChoice& choice);
[[nodiscard]] Result<int> run_selftest(bool json);

// Standard output, checked: a full disk is an Error, not silence.
[[nodiscard]] Result<void> write_out(const std::string& text);

}  // namespace limber::cli
