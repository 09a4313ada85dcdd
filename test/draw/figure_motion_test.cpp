#include "draw/figure_motion.h"

#include <algorithm>
#include <cmath>

#include "draw/figures.h"

namespace limber::figure {
namespace {

double apart(const Body& a, const Body& b) {
  double most = length(a.spine[10] - b.spine[10]);
  for (std::size_t side = 0; side < 2; ++side) {
    most = std::max(most, length(a.arms[side].palm_at() - b.arms[side].palm_at()));
    most = std::max(most, length(a.arms[side].elbow - b.arms[side].elbow));
    most = std::max(most, length(a.legs[side].knee - b.legs[side].knee));
    most = std::max(most, length(a.legs[side].ankle - b.legs[side].ankle));
  }
  return most;
}

// No jump anywhere, the end of the loop and its beginning included.
TEST(FigureMotion, TheLoopIsContinuous) {
  for (const Motion* motion : all_motions()) {
    const Tempo tempo = tempo_of(*motion, 3, 3, 3);
    const auto at = [&](double t) { return stand(*motion, pose_at(*motion, moment_at(tempo, t))); };
    Body before = at(0);
    for (double t = 0; t <= tempo.loop_s() + 0.1; t += 1.0 / 240) {
      const Body now = at(t);
      ASSERT_LT(apart(before, now), 0.02 * motion->tempo) << name_of(*motion) << " at " << t;
      before = now;
    }
  }
}

TEST(FigureMotion, BeginsAndEndsInTheStart) {
  for (const Motion* motion : all_motions()) {
    for (const Moment& moment : {Moment{Step::out, 0}, Moment{Step::back, 1}}) {
      const Pose pose = pose_at(*motion, moment);
      for (std::size_t i = 0; i < kPoseSize; ++i) {
        EXPECT_NEAR(pose.value[i], motion->start.value[i], 1e-9) << name_of(*motion);
      }
    }
  }
}

TEST(FigureMotion, HoldsThePoseItReached) {
  for (const Motion* motion : all_motions()) {
    const Pose reached = pose_at(*motion, {Step::out, 1});
    const Pose held = pose_at(*motion, {Step::hold, 0});
    for (std::size_t i = 0; i < kPoseSize; ++i) {
      EXPECT_NEAR(reached.value[i], held.value[i], 1e-9) << name_of(*motion);
    }
  }
}

// A technique moves; an error looks different from the technique, or moves at another speed.
TEST(FigureMotion, ErrorsLookDifferent) {
  for (const Motion& motion : all_poses().motions) {
    EXPECT_NE(motion.start.value, end_of(motion).value) << name_of(motion);
    for (const Motion& error : motion.errors) {
      EXPECT_TRUE(error.start.value != motion.start.value ||
                  end_of(error).value != end_of(motion).value || error.tempo != motion.tempo)
          << name_of(error);
    }
  }
}

TEST(FigureMotion, TimeWrapsAround) {
  const Tempo tempo{2, 3, 2, 1};
  EXPECT_EQ(moment_at(tempo, 1).step, Step::out);
  EXPECT_DOUBLE_EQ(moment_at(tempo, 1).part, 0.5);
  EXPECT_EQ(moment_at(tempo, 3.5).step, Step::hold);
  EXPECT_EQ(moment_at(tempo, 6).step, Step::back);
  EXPECT_EQ(moment_at(tempo, 7.5).step, Step::set_up);
  EXPECT_EQ(moment_at(tempo, 8 + 1).step, Step::out);
  EXPECT_EQ(moment_at(tempo, -0.5).step, Step::set_up);
}

TEST(FigureMotion, ALongHoldIsShownShort) {
  const Motion& motion = all_poses().motions.back();
  EXPECT_DOUBLE_EQ(tempo_of(motion, 4, 30, 4).hold_s, 3);
}

}  // namespace
}  // namespace limber::figure
