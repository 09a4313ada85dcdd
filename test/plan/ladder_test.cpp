#include "plan/ladder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "plan/sample.h"

namespace limber {
namespace {

Technique ladder(Ladder hold, Ladder reps, Ladder sets) {
  Technique t;
  t.hold_s = hold;
  t.reps = reps;
  t.sets = sets;
  return t;
}

TEST(LadderOfDoses, StartsAtTheStart) {
  const Dose dose = dose_at(ladder({3, 1, 10}, {5, 1, 10}, {1, 0, 1}), 0, 1);
  EXPECT_EQ(dose.hold_s, 3);
  EXPECT_EQ(dose.reps, 5);
  EXPECT_EQ(dose.sets, 1);
}

TEST(LadderOfDoses, RepetitionsGrowBeforeTheHold) {
  const Technique t = ladder({3, 1, 10}, {5, 1, 10}, {1, 0, 1});
  EXPECT_EQ(dose_at(t, 1, 1).reps, 6);
  EXPECT_EQ(dose_at(t, 1, 1).hold_s, 3);
  EXPECT_EQ(dose_at(t, 2, 1).reps, 6);
  EXPECT_EQ(dose_at(t, 2, 1).hold_s, 4);
}

TEST(LadderOfDoses, ASetIsAddedOnlyWhenTheRestIsAtItsMost) {
  const Technique t = ladder({3, 1, 4}, {5, 1, 6}, {1, 1, 2});
  EXPECT_EQ(dose_at(t, 2, 1).sets, 1);
  EXPECT_EQ(dose_at(t, 3, 1).sets, 2);
}

TEST(LadderOfDoses, ASecondSetStartsWithFewerRepetitions) {
  const Technique t = ladder({3, 0, 3}, {5, 5, 10}, {1, 1, 2});
  EXPECT_EQ(dose_at(t, 1, 1).reps, 10);
  EXPECT_EQ(dose_at(t, 2, 1).reps, 5);
  EXPECT_EQ(dose_at(t, 2, 1).sets, 2);
}

TEST(LadderOfDoses, EndsAtTheMost) {
  const Technique t = ladder({3, 1, 5}, {5, 1, 8}, {1, 1, 2});
  const Dose dose = dose_at(t, 1000, 1);
  EXPECT_EQ(dose.hold_s, 5);
  EXPECT_EQ(dose.reps, 8);
  EXPECT_EQ(dose.sets, 2);
  EXPECT_EQ(dose_at(t, top_rung(t), 1), dose);
}

TEST(LadderOfDoses, WithoutStepsThereIsOneRung) {
  EXPECT_EQ(top_rung(ladder({3, 0, 9}, {5, 0, 9}, {1, 0, 3})), 0);
}

TEST(LadderOfDoses, HalfADoseIsHalfOfRepetitionsAndHold) {
  const Dose dose = dose_at(ladder({10, 0, 10}, {5, 0, 5}, {1, 0, 1}), 0, 0.5);
  EXPECT_EQ(dose.hold_s, 5);
  EXPECT_EQ(dose.reps, 2);
}

TEST(LadderOfDoses, AtLeastOneRepetitionAndOneSecondStay) {
  const Dose dose = dose_at(ladder({3, 0, 3}, {2, 0, 2}, {1, 0, 1}), 0, 0.1);
  EXPECT_EQ(dose.hold_s, 1);
  EXPECT_EQ(dose.reps, 1);
}

TEST(LadderOfDoses, AMovementWithoutHoldGetsNone) {
  EXPECT_EQ(dose_at(ladder({0, 0, 0}, {10, 0, 10}, {1, 0, 1}), 0, 0.5).hold_s, 0);
}

TEST(LadderOfDoses, AnEndlessTableEnds) {
  EXPECT_LE(top_rung(ladder({0, 1e-7, 1e9}, {5, 0, 5}, {1, 0, 1})), 1000);
}

RC_GTEST_PROP(LadderOfDoses, EveryRungIsAtLeastTheOneBelow, ()) {
  const Technique t = ladder(sample::random_ladder(0, 40), sample::random_ladder(1, 10),
                             sample::random_ladder(1, 3));
  const int top = top_rung(t);
  for (int rung = 1; rung <= top; ++rung) {
    const Dose low = dose_at(t, rung - 1, 1);
    const Dose high = dose_at(t, rung, 1);
    RC_ASSERT(high.sets * high.reps >= low.sets * low.reps);
    RC_ASSERT(high.hold_s >= low.hold_s);
    RC_ASSERT(high.reps <= t.reps.max && high.hold_s <= t.hold_s.max && high.sets <= t.sets.max);
    RC_ASSERT(high.reps >= t.reps.start || high.sets > t.sets.start);
    RC_ASSERT(!(high == low));
  }
}

}  // namespace
}  // namespace limber
