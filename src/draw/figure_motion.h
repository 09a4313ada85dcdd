// From time to pose: the way out, the hold, the way back, and the loop of all three.
//
// Between key poses the figure moves with the least jerk (Flash and Hogan 1985, J Neurosci 5:1688:
// the path of human reaching), so it starts and arrives softly; a motion that flows passes its keys
// without stopping. The loop ends where it began.
#pragma once

#include "knowledge/poses.h"

namespace limber::figure {

enum class Step : std::uint8_t { set_up, out, hold, back };
inline constexpr std::array<std::string_view, 4> kSteps = {"set_up", "out", "hold", "back"};

// Seconds of one repetition as shown.
struct Tempo {
  double out_s = 2, hold_s = 2, back_s = 2, rest_s = 0.6;
  [[nodiscard]] double loop_s() const { return out_s + hold_s + back_s + rest_s; }
};
// `hold_s`: how long it is held; shown at most 3 s of it in a loop.
[[nodiscard]] Tempo tempo_of(const Motion& motion, double out_s, double hold_s, double back_s);

struct Moment {
  Step step = Step::set_up;
  double part = 0;  // 0..1 of the step
};
// Any time; it wraps around.
[[nodiscard]] Moment moment_at(const Tempo& tempo, double seconds);
// range: how much of the whole movement, 0..1, for who is to move less far.
[[nodiscard]] Pose pose_at(const Motion& motion, const Moment& moment, double range = 1);
// The pose that is held.
[[nodiscard]] const Pose& end_of(const Motion& motion);

}  // namespace limber::figure
