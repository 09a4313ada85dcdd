#include <gtest/gtest.h>

#include <limber/joint.h>

#include <cmath>

namespace limber {
namespace {

// Pulls to `newton` at `rate` in pieces of `piece` seconds; the last step, or the one that popped.
HandStep pull(const JointParameters& p, double rate, double newton, double piece,
              bool gas = false) {
  HandStep step;
  step.state = hand_rest(p, gas);
  double force = 0;
  while (force < newton && !step.pop && !step.out_of_range) {
    const double next = std::min(newton, force + rate * piece);
    const double length = next == newton ? (newton - force) / rate : piece;
    step = *hand_step(p, step.state, force, next, length);
    force = next;
  }
  return step;
}

TEST(Hand, SteadyPiecesPopLikeTheSteadyPull) {
  const JointParameters p;
  const PopRun whole = *simulate_pop(p);
  const HandStep step = pull(p, p.pull_rate, 100, 1.0 / 60);
  ASSERT_TRUE(step.pop);
  EXPECT_NEAR(step.pop->force / whole.force, 1, 1e-6);
  EXPECT_NEAR(step.pop->time / whole.time, 1, 1e-6);
  EXPECT_NEAR(step.pop->gap / whole.gap, 1, 1e-6);
  EXPECT_NEAR(step.pop->peak_db_1cm, whole.peak_db_1cm, 0.5);  // the pull stands still meanwhile
}

TEST(Hand, TheLengthOfThePiecesDoesNotMatter) {
  const JointParameters p = joint_preset("facet_stretch")->values;
  EXPECT_NEAR(pull(p, 200, 100, 1.0 / 60).pop->force / pull(p, 200, 100, 1.0 / 7).pop->force, 1,
              1e-6);
}

TEST(Hand, BelowTheForceOfInceptionNothingPopsHoweverFast) {
  const JointParameters p;
  for (double rate : {5.0, 50.0, 500.0}) EXPECT_FALSE(pull(p, rate, 15, 1.0 / 60).pop) << rate;
}

TEST(Hand, WithGasItOpensWithoutAPop) {
  const HandStep step = pull({}, 20, 30, 1.0 / 60, true);
  EXPECT_FALSE(step.pop);
  EXPECT_GT(step.state.gap, 1.5 * JointParameters{}.film);
  EXPECT_GT(step.pressure, 0);
}

TEST(Hand, LettingGoClosesTheGapAgain) {
  const JointParameters p;
  HandStep step = pull(p, 20, 12, 1.0 / 60);
  const double open = step.state.gap;
  step = *hand_step(p, step.state, 12, 0, 0.3);
  for (int i = 0; i < 5; ++i) step = *hand_step(p, step.state, 0, 0, 1);
  EXPECT_LT(step.state.gap, 0.9 * open);
  EXPECT_FALSE(step.pop);
}

TEST(Hand, WhatNoPullCouldLeaveBehindIsRefused) {
  const JointParameters p;
  HandState bad = hand_rest(p);
  EXPECT_FALSE(hand_step(p, bad, 0, -1, 0.1));
  EXPECT_FALSE(hand_step(p, bad, 0, std::nan(""), 0.1));
  EXPECT_FALSE(hand_step(p, bad, 0, 1, 0));
  EXPECT_FALSE(hand_step(p, bad, 0, 1, 2));
  bad.gap = -1e-6;
  EXPECT_FALSE(hand_step(p, bad, 0, 1, 0.1));
  bad = hand_rest(p);
  bad.cavity = 1;  // more than the joint holds
  EXPECT_FALSE(hand_step(p, bad, 0, 1, 0.1));
  bad = hand_rest(p);
  bad.speed = std::nan("");
  EXPECT_FALSE(hand_step(p, bad, 0, 1, 0.1));
}

}  // namespace
}  // namespace limber
