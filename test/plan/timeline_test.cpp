#include "plan/timeline.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "body/plan_time.h"
#include "plan/sample.h"

namespace limber {
namespace {

using Kind = Phase::Kind;

PlanItem item(int sets, int reps, int sides) {
  PlanItem one;
  one.technique = "chin_tuck";
  one.dose = {sets, reps, sides, 2, 3, 1.5, 10};
  one.changeover_s = 8;
  one.steps = {"set_up", "hold"};
  return one;
}

std::vector<Kind> kinds(const PlanItem& one) {
  std::vector<Kind> out;
  for (const Phase& phase : item_phases(one, 0)) out.push_back(phase.kind);
  return out;
}

TEST(Timeline, ARepetitionGoesOutHoldsAndComesBack) {
  EXPECT_EQ(kinds(item(1, 1, 1)),
            (std::vector<Kind>{Kind::changeover, Kind::out, Kind::hold, Kind::back}));
}

TEST(Timeline, SetsAreSeparatedByARest) {
  EXPECT_EQ(kinds(item(2, 1, 1)),
            (std::vector<Kind>{Kind::changeover, Kind::out, Kind::hold, Kind::back, Kind::rest,
                               Kind::out, Kind::hold, Kind::back}));
}

TEST(Timeline, OneSideIsDoneBeforeTheOther) {
  const auto phases = item_phases(item(1, 2, 2), 0);
  std::vector<int> sides;
  for (const Phase& phase : phases)
    if (phase.kind == Kind::hold) sides.push_back(phase.side);
  EXPECT_EQ(sides, (std::vector<int>{0, 0, 1, 1}));
}

TEST(Timeline, PhasesWithoutLengthAreLeftOut) {
  PlanItem one = item(2, 1, 1);
  one.changeover_s = 0;
  one.dose.hold_s = 0;
  one.dose.rest_s = 0;
  EXPECT_EQ(kinds(one), (std::vector<Kind>{Kind::out, Kind::back, Kind::out, Kind::back}));
}

TEST(Timeline, StayingStillIsBreathing) {
  PlanItem one = item(1, 1, 1);
  one.dose.out_s = one.dose.back_s = 0;
  EXPECT_EQ(kinds(one), (std::vector<Kind>{Kind::changeover, Kind::breath}));
}

TEST(Timeline, EveryPhaseStartsWhereTheLastEnded) {
  std::int64_t at = 0;
  for (const Phase& phase : item_phases(item(3, 4, 2), 0)) {
    EXPECT_EQ(phase.start_ms, at);
    at += phase.length_ms;
  }
}

TEST(Timeline, TheKnowledgesOwnWordsComeFirst) {
  EXPECT_EQ(phase_text(item(1, 1, 1), Kind::hold), "technique.chin_tuck.hold");
  EXPECT_EQ(phase_text(item(1, 1, 1), Kind::changeover), "technique.chin_tuck.set_up");
}

TEST(Timeline, WhereTheKnowledgeSaysNothingAGeneralLineStands) {
  EXPECT_EQ(phase_text(item(1, 1, 1), Kind::back), "session.phase.back");
}

RC_GTEST_PROP(Timeline, TheSumIsTheDurationOfThePlan, ()) {
  Plan plan;
  const int count = sample::in(0, 5);
  for (int i = 0; i < count; ++i) {
    PlanItem one = item(sample::in(1, 4), sample::in(1, 12), sample::in(1, 2));
    one.dose.out_s = sample::in(0, 50) / 10.0;
    one.dose.hold_s = sample::in(0, 500) / 7.0;
    one.dose.back_s = sample::in(0, 50) / 3.0;
    one.dose.rest_s = sample::in(0, 300) / 10.0;
    one.changeover_s = sample::in(0, 200) / 10.0;
    plan.items.push_back(one);
  }
  std::int64_t sum = 0;
  for (const Phase& phase : plan_phases(plan)) {
    RC_ASSERT(phase.length_ms > 0);
    sum += phase.length_ms;
  }
  RC_ASSERT(sum == plan_ms(plan));
}

}  // namespace
}  // namespace limber
