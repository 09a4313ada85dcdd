// One pop with all that is shown of it: what was chosen, what the model answered, and the same as
// JSON, as a table, as plots and as sound. Shared by the command line and the use-cases `pop.*`.
#pragma once

#include <limber/joint.h>

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "draw/plot.h"
#include "knowledge/catalogue.h"
#include "sound/wave.h"

namespace limber {

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

[[nodiscard]] Json pop_json(const PopResult& result);
[[nodiscard]] Json run_json(const PopRun& run);
[[nodiscard]] std::string pop_csv(const PopResult& result);
// Titles and labels in the words of one language (texts pop_figure.*).
[[nodiscard]] PlotFigure pop_figure(const PopResult& result, const Catalogue& words);

struct SoundChoice {
  int bits = 24;
  bool burst = false, snap = false;
  std::uint64_t seed = 1;
};
[[nodiscard]] Wave pop_wave(const JointParameters& parameters, const PopRun& run,
                            const SoundChoice& sound);
// A tendon slipping, alone: 0.1 Pa at its loudest.
[[nodiscard]] Wave snap_wave();

// {name: {value, unit}} of every parameter.
[[nodiscard]] Json parameters_json(const JointParameters& values);
[[nodiscard]] Json counts_json(const SolverCounts& counts);
// {"at_least_min", "typical_min", "low_min", "high_min"}: the wait as it is told.
[[nodiscard]] Json told_wait_json(const PopWait& wait);
// Medians and 5-95 % of a sweep; `wanted` is how many points it was to have.
[[nodiscard]] Json summary_json(const SweepSummary& summary, std::uint64_t wanted);
[[nodiscard]] Json selftest_json(const std::vector<SelfCheck>& checks);

}  // namespace limber
