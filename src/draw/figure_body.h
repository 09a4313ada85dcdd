// The skeleton: where every joint of the figure is for one pose.
//
// A spine of nine bones, a head, two arms, two legs; 1.71 m tall, segment lengths after Drillis and
// Contini as given in Winter, Biomechanics and Motor Control of Human Movement (limb lengths as
// parts of body height). Legs always reach for where the feet stand; arms reach for where a planted
// hand rests, or hang from the shoulder's angles. Bones never change their length.
#pragma once

#include <array>

#include "draw/figure_space.h"

namespace limber::figure {

inline constexpr double kUpperArm = 0.300, kForearm = 0.250, kPalm = 0.085, kHand = 0.175;
inline constexpr double kThigh = 0.415, kShin = 0.415, kAnkle = 0.075;
inline constexpr double kHipHalf = 0.088, kShoulderHalf = 0.168;
inline constexpr double kRollerRadius = 0.075, kBallRadius = 0.035, kSeatHeight = 0.46;

// spine[0] is between the hips, [1] the top of the pelvis, [4] where the ribs begin, [8] the base
// of the neck, [10] where the head sits. turn[i] belongs to the bone that ends in spine[i].
inline constexpr int kSpine = 11;
struct Arm {
  Vec shoulder, elbow, wrist;
  Turn upper;   // y up the bone, z the front of the elbow
  Vec fingers;  // where the hand points
  Vec palm;     // where its palm looks
  [[nodiscard]] Vec palm_at() const { return wrist + fingers * kPalm; }
};
struct Leg {
  Vec hip, knee, ankle;
  Turn foot;  // z to the toes, y away from the sole
};
struct Body {
  std::array<Vec, kSpine> spine;
  std::array<Turn, kSpine> turn;
  std::array<Arm, 2> arms;
  std::array<Leg, 2> legs;
  Turn head;
  double breath = 0;
  double missed = 0;  // how far a planted hand or foot stays from its place, m
  Vec kit;            // the roller's or the ball's middle
  // The frame a hand, highlight or arrow refers to; `side` matters for the thigh.
  [[nodiscard]] Place frame(Frame which, int side) const;
};

[[nodiscard]] Body stand(const Motion& motion, const Pose& pose);

// How far the skin of the back lies behind the spine at each of its points, m.
extern const std::array<double, kSpine> kBackDepth;

// The angles the joints of this body have, in the order of kJoints.
[[nodiscard]] std::array<double, kJoints.size()> angles(const Body& body, const Pose& pose,
                                                        int side);

}  // namespace limber::figure
