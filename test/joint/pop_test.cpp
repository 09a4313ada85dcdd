#include <gtest/gtest.h>
#include <limber/joint.h>

#include <cmath>
#include <limits>

namespace limber {
namespace {

RunOptions at(double tolerance, double rate = 0) {
  RunOptions options;
  options.tolerance = tolerance;
  options.trace_rate = rate;
  return options;
}
JointParameters with(std::initializer_list<const char*> changes, const char* preset = "finger") {
  JointParameters p = joint_preset(preset)->values;
  for (const char* change : changes) EXPECT_TRUE(set_parameter(p, change)) << change;
  return p;
}

// Accuracy that is promised at the default tolerance, against the tightest run.
class AtDefaultTolerance : public testing::TestWithParam<const char*> {};
TEST_P(AtDefaultTolerance, IsWithinTheTargets) {
  const JointParameters p = joint_preset(GetParam())->values;
  const auto run = simulate_pop(p).value(), exact = simulate_pop(p, at(1e-13)).value();
  EXPECT_NEAR(run.force / exact.force, 1, 1e-6);
  EXPECT_NEAR(run.time / exact.time, 1, 1e-7);
  EXPECT_NEAR(run.cavity_max / exact.cavity_max, 1, 1e-6);
  EXPECT_NEAR(run.cavity_max_after, exact.cavity_max_after, 1e-6);
  EXPECT_NEAR(run.accel_min / exact.accel_min, 1, 1e-6);
  EXPECT_EQ(run.opening.events, exact.opening.events);  // none missed, none invented
}
INSTANTIATE_TEST_SUITE_P(Presets, AtDefaultTolerance,
                         testing::Values("finger", "facet_thrust", "facet_stretch"));

TEST(Pop, FindsTheSameEventsAtEveryTolerance) {
  const long events = simulate_pop({}, at(1e-6)).value().opening.events;
  for (double tolerance : {1e-7, 1e-9, 1e-11})
    EXPECT_EQ(simulate_pop({}, at(tolerance)).value().opening.events, events) << tolerance;
}

TEST(Pop, CavityOfTheFingerShrinksToSeventyPercent) {
  const auto run = simulate_pop({}).value();
  EXPECT_NEAR(run.cavity_end / run.cavity_max, 0.700, 5e-4);
  EXPECT_FALSE(run.still_growing);
}

TEST(Pop, CavityOfTheThrustIsStillGrowing) {
  const auto run = simulate_pop(joint_preset("facet_thrust")->values).value();
  EXPECT_TRUE(run.still_growing);
  EXPECT_NEAR(run.first_peak * 1e9, 8.16854, 1e-4);
}

TEST(Pop, ThrustLeavesTheModelsRangeLater) {
  const auto run = simulate_pop(with({"window=300"}, "facet_thrust")).value();
  EXPECT_EQ(run.end, PopRun::End::cover_limit);
  EXPECT_NEAR(run.end_after, 0.13726, 1e-4);
}

TEST(Pop, BelowTheInceptionForceStaysSilentWhateverTheSpeed) {
  for (const char* rate : {"pull_rate=0.2", "pull_rate=20", "pull_rate=100"}) {
    const auto run = simulate_pop(with({"pull_max=18", rate})).value();
    EXPECT_FALSE(run.popped) << rate;
    EXPECT_EQ(run.end, PopRun::End::pull_over) << rate;
    EXPECT_EQ(run.peak_db, 0) << rate;
  }
}

TEST(Pop, FacetPopsAtAnyRateAtNearlyTheSameForce) {
  for (const char* rate : {"pull_rate=0.2", "pull_rate=50", "pull_rate=1500"}) {
    const auto run = simulate_pop(with({rate}, "facet_thrust")).value();
    EXPECT_TRUE(run.popped) << rate;
    EXPECT_GT(run.force, 22.6) << rate;
    EXPECT_LT(run.force, 23.5) << rate;
  }
}

TEST(Pop, NoTensionNoSound) {
  const auto zero = simulate_pop(with({"inception=0"})).value();
  EXPECT_FALSE(zero.popped);
  EXPECT_NEAR(zero.force, 13.324, 1e-3);
  EXPECT_NEAR(zero.cavity_max * 1e9, 7.76, 5e-3);
  EXPECT_NEAR(zero.peak_db_1cm, 55.8, 0.05);
  const auto above = simulate_pop(with({"inception=5"})).value();
  EXPECT_NEAR(above.force, 12.662, 1e-3);
  EXPECT_NEAR(above.peak_db_1cm, 42.4, 0.05);
}

TEST(Pop, InflowHypothesisKeepsASlowPullSilent) {
  EXPECT_FALSE(simulate_pop(joint_preset("inflow")->values).value().popped);
  EXPECT_TRUE(simulate_pop(with({"pull_rate=200"}, "inflow")).value().popped);
}

TEST(Pop, SecondPullWithGasOpensWithoutAJump) {
  const auto run = simulate_second_pull({}, at(1e-8, 48e3)).value();
  EXPECT_FALSE(run.popped);
  EXPECT_LT(std::max(run.accel_max, -run.accel_min), 1e-3);
  for (std::size_t i = 1; i < run.trace.gap.size(); ++i) {
    const double speed =
        (run.trace.gap[i] - run.trace.gap[i - 1]) / (run.trace.time[i] - run.trace.time[i - 1]);
    ASSERT_LT(std::abs(speed), 0.02);  // a pop moves at 0.1 m/s and more
  }
}

TEST(Pop, WithoutGasLeftTheSecondPullPops) {
  EXPECT_TRUE(simulate_second_pull(with({"residual=0"})).value().popped);
}

TEST(Pop, EventWithinTheFirstNanosecondsIsFound) {
  const auto run = simulate_pop(with({"pull_rate=1e6", "pull_max=5000", "mass=1e-4", "film=5",
                                      "damping=0", "inception=5"}))
                       .value();
  EXPECT_GT(run.time, 0);
  EXPECT_LT(run.time, 1e-3);
}

TEST(Pop, ExtremeButAllowedValuesEndInAnAnswer) {
  for (const ParameterInfo& info : joint_parameters())
    for (double value : {info.allowed.low, info.allowed.high}) {
      JointParameters p;
      ASSERT_TRUE(set_parameter(p, info.name, value)) << info.name;
      RunOptions options = at(1e-6, 1000);
      options.step_limit = 200'000;
      const auto run = simulate_pop(p, options);
      if (!run) {
        EXPECT_FALSE(run.error().message.empty());
        continue;
      }
      for (double x : {run->force, run->gap, run->cavity_max, run->accel_max, run->accel_min,
                       run->peak_db, run->gap_end})
        EXPECT_TRUE(std::isfinite(x)) << info.name << " " << value;
      EXPECT_GT(run->gap_end, 0) << info.name;
    }
}

TEST(Pop, RefusesBadOptions) {
  for (double tolerance : {0.0, -1.0, 1e-14, 1.0, std::nan("")})
    EXPECT_FALSE(simulate_pop({}, at(tolerance))) << tolerance;
  EXPECT_FALSE(simulate_pop({}, at(1e-8, std::numeric_limits<double>::infinity())));
  RunOptions short_run;
  short_run.step_limit = 100;
  const auto run = simulate_pop({}, short_run);
  ASSERT_FALSE(run);
  EXPECT_NE(run.error().message.find("too many steps"), std::string::npos);
}

TEST(Pop, RefusesATraceThatWouldFillTheMemory) {
  EXPECT_FALSE(simulate_pop(with({"window=5000"}), at(1e-6, 2e6)));
}

TEST(Pop, IsTheSameEveryTime) {
  const auto a = simulate_pop({}, at(1e-8, 48e3)).value(),
             b = simulate_pop({}, at(1e-8, 48e3)).value();
  EXPECT_EQ(a.trace.sound, b.trace.sound);
  EXPECT_EQ(a.accel_min, b.accel_min);
}

}  // namespace
}  // namespace limber
