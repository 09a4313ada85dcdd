#include <gtest/gtest.h>
#include <limber/joint.h>

namespace limber {
namespace {

JointParameters with(std::initializer_list<const char*> changes) {
  JointParameters p;
  for (const char* change : changes) EXPECT_TRUE(set_parameter(p, change)) << change;
  return p;
}

TEST(Wait, DefaultPocketNeedsSeventeenMinutes) {
  EXPECT_NEAR(simulate_wait({}).value().ready_min, 16.6737, 16.6737e-4);
}

TEST(Wait, GasIsNeitherMadeNorLost) {
  for (const char* change : {"exchange=0.5", "joint_volume=0.01", "perfusion=1", "co2_tissue=40"})
    EXPECT_LT(simulate_wait(with({change})).value().gas_error, 1e-12) << change;
}

TEST(Wait, HalfTheSurfaceTakesFortyTwoMinutes) {
  EXPECT_NEAR(simulate_wait(with({"exchange=0.5"})).value().ready_min, 42.2, 0.05);
}

TEST(Wait, MoreGasTakesLonger) {
  double last = 0;
  for (const char* volume : {"joint_volume=0.1", "joint_volume=0.2", "joint_volume=0.4"}) {
    const double minutes = simulate_wait(with({volume})).value().ready_min;
    EXPECT_GT(minutes, last);
    last = minutes;
  }
}

TEST(Wait, NitrogenStaysLongest) {
  const double hour[] = {60};
  const auto run = simulate_wait({}, {}, hour).value();
  ASSERT_EQ(run.samples.size(), 1u);
  EXPECT_GT(run.samples[0].n2, 5 * run.samples[0].co2);
}

TEST(Wait, TinyPocketVanishesWithoutAnError) {
  const auto run = simulate_wait(with({"joint_volume=0.001", "gas_fraction=0.0001"}));
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_TRUE(run->ready);
}

TEST(Wait, ThatNeverEndsSaysSo) {
  const auto run = simulate_wait(with({"co2_tissue=90", "n2_tissue=100"})).value();
  EXPECT_FALSE(run.ready);
  EXPECT_EQ(run.ready_min, 0);
}

TEST(Wait, RefusesSamplesOutsideOfTheRun) {
  const double bad[] = {-1};
  EXPECT_FALSE(simulate_wait({}, {}, bad));
  EXPECT_FALSE(simulate_wait({}, {}, {}, 0));
}

TEST(PopWait, IsARangeAroundTheModel) {
  const PopWait wait = pop_wait();
  EXPECT_EQ(wait.floor_min, 20);
  EXPECT_NEAR(wait.typical_min, 16.67, 0.01);
  EXPECT_EQ(wait.low_min, 9);
  EXPECT_EQ(wait.high_min, 40);
}

TEST(Joint, SecondPullIsSilentUntilTheGasIsBack) {
  auto joint = Joint::make({}).value();
  EXPECT_EQ(joint.state(0), JointState::ready);
  EXPECT_FALSE(joint.pull(0).value().pop.silent);
  EXPECT_EQ(joint.state(5), JointState::refractory);
  EXPECT_TRUE(joint.pull(5).value().pop.silent);
  EXPECT_TRUE(joint.pull(16).value().pop.silent);
  EXPECT_FALSE(joint.pull(17).value().pop.silent);  // silent pulls do not start the wait anew
  EXPECT_TRUE(joint.pull(18).value().pop.silent);
}

TEST(Joint, GoesThroughItsStatesInOrder) {
  auto joint = Joint::make({}).value();
  const std::vector<JointState> pop = {JointState::ready,     JointState::loading,
                                       JointState::inception, JointState::pop,
                                       JointState::hand_over, JointState::refractory};
  EXPECT_EQ(joint.pull(0).value().path, pop);
  const std::vector<JointState> silent = {JointState::refractory, JointState::loading,
                                          JointState::refractory};
  EXPECT_EQ(joint.pull(1).value().path, silent);
}

TEST(Joint, TimeDoesNotRunBackwards) {
  auto joint = Joint::make({}).value();
  ASSERT_TRUE(joint.pull(10));
  EXPECT_FALSE(joint.pull(9));
}

}  // namespace
}  // namespace limber
