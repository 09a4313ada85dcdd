// The parts of `limber pop`: its story, its lists, the sweep and the self-test.
#pragma once

#include <limber/joint.h>

#include <string>

#include "app/pop_run.h"
#include "knowledge/catalogue.h"

namespace limber::cli {

// The story, in lines of at most `columns`; with a small plot of the sound.
[[nodiscard]] std::string pop_story(const PopResult& result, int columns, bool unicode,
                                    const Catalogue& words);
// "72.5" as the language writes it.
[[nodiscard]] std::string local_number(std::string text, const Catalogue& words);

// Every parameter: name, unit, value and range, what it is, what more and less do, source.
[[nodiscard]] std::string parameter_list(const JointParameters& values);
[[nodiscard]] std::string preset_list();

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
