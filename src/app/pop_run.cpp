#include "app/pop_run.h"

#include <algorithm>

#include "base/text.h"

namespace limber {

Result<PopResult> make_pop(const PopChoice& choice) {
  PopResult result;
  result.choice = choice;
  RunOptions with_sound = choice.options;
  with_sound.trace_rate = 1.0 * kSoundRate * kOversampling;
  auto run = simulate_pop(choice.preset.values, with_sound);
  if (!run) return std::unexpected(run.error());
  std::vector<double> minutes;
  // An hour, closer together where the gas goes fast.
  for (int i = 0; i <= 180; ++i) minutes.push_back(60.0 * (i / 180.0) * (i / 180.0));
  auto wait = simulate_wait(choice.preset.values, choice.options, minutes);
  if (!wait) return std::unexpected(wait.error());
  result.run = std::move(*run);
  result.wait = std::move(*wait);
  if (choice.again_min) {
    auto joint = Joint::make(choice.preset.values, choice.options);
    if (!joint) return std::unexpected(joint.error());
    if (auto first = joint->pull(0); !first) return std::unexpected(first.error());
    auto second = joint->pull(*choice.again_min);
    if (!second) return std::unexpected(second.error());
    result.again = std::move(*second);
  }
  return result;
}

std::string pop_csv(const PopResult& result) {
  const PopTrace& t = result.run.trace;
  std::string out = "time_s,force_N,gap_m,pressure_Pa,cavity_m3,volume_acceleration_m3_s2\n";
  for (std::size_t i = 0; i < t.time.size(); ++i) {
    double sound = 0;
    const double place = (t.time[i] - t.sound_start) * t.sound_rate;
    if (place >= 0 && !t.sound.empty()) {
      const auto at = std::min(static_cast<std::size_t>(place), t.sound.size() - 1);
      const auto next = std::min(at + 1, t.sound.size() - 1);
      const double part = std::min(1.0, place - static_cast<double>(at));
      sound = t.sound[at] + part * (t.sound[next] - t.sound[at]);
    }
    for (double value : {t.time[i], t.force[i], t.gap[i], t.pressure[i], t.cavity[i]})
      out += number_text(value) + ",";
    out += number_text(sound) + "\n";
  }
  return out;
}

Wave snap_wave() {
  Wave wave;
  wave.rate = kSoundRate;
  wave.samples = tones(tendon_snap(), 0.1, kSoundRate, 0.2);
  wave.full_scale = full_scale_for(wave.samples);
  return wave;
}

Wave pop_wave(const JointParameters& p, const PopRun& run, const SoundChoice& sound) {
  Wave wave;
  wave.bits = sound.bits;
  wave.rate = kSoundRate;
  const double loudest = std::max(run.accel_max, -run.accel_min);
  std::vector<double> air = run.trace.sound;
  for (double& a : air) a *= loudest > 0 ? run.peak_pa / loudest : 0;
  const double fade = 0.1 * p.window;
  fade_out(air, 1.0 * kSoundRate * kOversampling, fade);
  std::vector<double> pop = decimate(air, kOversampling, kSoundRate, 0.02);
  if (sound.burst) pop = repeat(pop, kSoundRate, burst_of_pops(sound.seed));
  pop.resize(pop.size() + kSoundRate / 10);
  if (sound.snap) {
    // The pop, a pause, and the snap twice: only a snap can be repeated at once.
    const std::vector<double> snap =
        tones(tendon_snap(), std::max(run.peak_pa, 1e-3), kSoundRate, 0.15);
    for (int i = 0; i < 2; ++i) {
      pop.resize(pop.size() + kSoundRate / 2);
      pop.insert(pop.end(), snap.begin(), snap.end());
    }
    pop.resize(pop.size() + kSoundRate / 10);
  }
  wave.samples = std::move(pop);
  wave.full_scale = full_scale_for(wave.samples);
  return wave;
}

}  // namespace limber
