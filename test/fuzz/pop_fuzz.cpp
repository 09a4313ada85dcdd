// Whatever is written for a parameter, a saved sweep or a sound file is refused or works: no input
// crashes, hangs, or gets a value through that is not finite and in range.
//
// First byte: 0 "name=value" lines, then a short run; 1 a saved sweep; 2 a wave file.
#include <limber/joint.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sound/wave.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void parameters(std::string_view text) {
  limber::JointParameters p;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    (void)limber::set_parameter(p, text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  for (const limber::ParameterInfo& info : limber::joint_parameters())
    check(std::isfinite(p.*(info.field)));
  if (!limber::check_parameters(p)) return;
  limber::RunOptions options;
  options.step_limit = 300;
  if (const auto run = limber::simulate_pop(p, options)) {
    check(std::isfinite(run->force) && std::isfinite(run->cavity_max));
    check(std::isfinite(run->accel_max) && std::isfinite(run->peak_db));
  }
  if (const auto wait = limber::simulate_wait(p, options)) check(std::isfinite(wait->ready_min));
  (void)limber::hand_step(p, limber::hand_rest(p, true), 0, 20, 0.02, options);
}

void saved_sweep(std::string_view text) {
  limber::Sweep sweep(limber::joint_presets()[0], 100, 1);
  if (!sweep.resume(text)) return;
  check(sweep.done() <= sweep.points());
  (void)sweep.summary();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      parameters(text);
      break;
    case 1:
      saved_sweep(text);
      break;
    default:
      if (const auto wave = limber::decode_wave(text)) check(wave->rate > 0);
  }
  return 0;
}
