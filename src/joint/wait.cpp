// The wait as it is told to people: a range, never a promise.
#include <limber/joint.h>

#include <cmath>

namespace limber {

PopWait pop_wait(double floor_min) {
  // The corners of what is published: a small joint; the middle; gas that leaves through half of
  // the pocket's surface only. The long end is rounded to five minutes: it is not known better than
  // that.
  JointParameters small, middle, slow;
  small.joint_volume = 0.15e-6;
  small.gas_fraction = 0.12;
  slow.exchange = 0.5;
  RunOptions quick;
  quick.tolerance = 1e-6;
  const auto minutes = [&](const JointParameters& p) {
    const auto run = simulate_wait(p, quick, {}, 90);
    return run && run->ready ? run->ready_min : 0;
  };
  return {floor_min, minutes(middle), std::floor(minutes(small)),
          5 * std::round(minutes(slow) / 5)};
}

}  // namespace limber
