#include "draw/figure_motion.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace limber::figure {
namespace {

constexpr double kTwoPi = 6.283185307179586;
constexpr double kLongestHold = 3;

double least_jerk(double u) {
  return u * u * u * (10 + u * (6 * u - 15));
}

Pose blend(const Pose& a, const Pose& b, double t) {
  Pose out;
  for (std::size_t i = 0; i < kPoseSize; ++i) {
    out.value[i] = a.value[i] + (b.value[i] - a.value[i]) * t;
  }
  return out;
}

// One round: out from 0 to 1, back from 1 to 2; the start stands at 0 and again at 2.
struct Stop {
  double at;
  const Pose* pose;
};
std::vector<Stop> round_of(const Motion& motion) {
  std::vector<Stop> stops = {{0, &motion.start}};
  for (const Key& key : motion.keys) stops.push_back({key.at + (key.back ? 1 : 0), &key.pose});
  stops.push_back({2, &motion.start});
  return stops;
}

// Through the stops without a halt: a cubic whose slope is the harmonic mean of its neighbours', or
// none where they differ in sign, all around; so it never overshoots a stop (Fritsch and Carlson).
Pose flowing(const std::vector<Stop>& stops, std::size_t i, double at) {
  const std::size_t n = stops.size() - 1;
  const auto rise = [&](std::size_t k, std::size_t channel) {
    const Stop &from = stops[k % n], &to = stops[k % n + 1];
    return (to.pose->value[channel] - from.pose->value[channel]) / (to.at - from.at);
  };
  const auto slope = [&](std::size_t k, std::size_t channel) {
    const double before = rise(k + n - 1, channel), after = rise(k, channel);
    return before * after <= 0 ? 0 : 2 * before * after / (before + after);
  };
  const Stop &a = stops[i], &b = stops[i + 1];
  const double span = b.at - a.at, u = (at - a.at) / span;
  Pose out;
  for (std::size_t c = 0; c < kPoseSize; ++c) {
    const double p0 = a.pose->value[c], p1 = b.pose->value[c];
    const double m0 = slope(i, c) * span, m1 = slope(i + 1, c) * span;
    const double u2 = u * u, u3 = u2 * u;
    out.value[c] = (2 * u3 - 3 * u2 + 1) * p0 + (u3 - 2 * u2 + u) * m0 + (3 * u2 - 2 * u3) * p1 +
                   (u3 - u2) * m1;
  }
  return out;
}

Pose round_at(const Motion& motion, double at) {
  const auto stops = round_of(motion);
  std::size_t i = 0;
  while (i + 2 < stops.size() && at >= stops[i + 1].at) ++i;
  if (motion.flow) return flowing(stops, i, at);
  const double u = (at - stops[i].at) / (stops[i + 1].at - stops[i].at);
  return blend(*stops[i].pose, *stops[i + 1].pose, least_jerk(std::clamp(u, 0.0, 1.0)));
}

}  // namespace

Tempo tempo_of(const Motion& motion, double out_s, double hold_s, double back_s) {
  Tempo tempo;
  tempo.out_s = out_s / motion.tempo;
  tempo.hold_s = std::min(hold_s, kLongestHold);
  tempo.back_s = back_s / motion.tempo;
  tempo.rest_s = motion.flow ? 0 : 0.6;
  return tempo;
}

Moment moment_at(const Tempo& tempo, double seconds) {
  double t = std::fmod(seconds, tempo.loop_s());
  if (t < 0) t += tempo.loop_s();
  if (t < tempo.out_s) return {Step::out, t / tempo.out_s};
  t -= tempo.out_s;
  if (t < tempo.hold_s) return {Step::hold, t / tempo.hold_s};
  t -= tempo.hold_s;
  if (t < tempo.back_s) return {Step::back, t / tempo.back_s};
  return {Step::set_up, tempo.rest_s > 0 ? (t - tempo.back_s) / tempo.rest_s : 0};
}

const Pose& end_of(const Motion& motion) {
  const Pose* end = &motion.start;
  for (const Key& key : motion.keys) {
    if (!key.back) end = &key.pose;
  }
  return *end;
}

namespace {

Pose whole_at(const Motion& motion, const Moment& moment) {
  const double part = std::clamp(moment.part, 0.0, 1.0);
  switch (moment.step) {
    case Step::out:
      return round_at(motion, part);
    case Step::back:
      return round_at(motion, 1 + part);
    case Step::hold: {
      // One quiet breath while it is held.
      Pose pose = end_of(motion);
      pose[Channel::breath] += 0.3 * (1 - std::cos(kTwoPi * part));
      return pose;
    }
    default:
      return motion.start;
  }
}

}  // namespace

Pose pose_at(const Motion& motion, const Moment& moment, double range) {
  return blend(motion.start, whole_at(motion, moment), std::clamp(range, 0.0, 1.0));
}

}  // namespace limber::figure
