// The smallest useful program with Limber's joint: one pull, told in a few lines.
// Build: c++ -std=c++23 pop.cpp -llimber
#include <limber/joint.h>

#include <cstdio>

int main() {
  limber::JointPreset preset = *limber::joint_preset("facet_stretch");
  // In the unit of the table: a film of 40 um instead of 50.
  if (auto fine = limber::set_parameter(preset.values, "film=40"); !fine) {
    std::fprintf(stderr, "%s\n", fine.error().message.c_str());
    return 1;
  }
  auto joint = limber::Joint::make(preset.values);
  if (!joint) {
    std::fprintf(stderr, "%s\n", joint.error().message.c_str());
    return 1;
  }
  for (double minute : {0.0, 5.0, 30.0}) {
    const auto pull = joint->pull(minute);
    if (!pull) return 1;
    std::printf("after %2.0f min: %s, %.0f dB at 30 cm\n", minute,
                pull->pop.silent ? "silent" : "a pop", pull->pop.peak_dB);
  }
  std::printf("the gas needs about %.0f min\n", joint->wait().ready_min);
  return 0;
}
