#include <gtest/gtest.h>
#include <limber/joint.h>

#include <set>

namespace limber {
namespace {

TEST(SelfTest, EveryCheckPasses) {
  for (const SelfCheck& check : joint_selftest())
    EXPECT_TRUE(check.pass) << check.id << " " << check.what << ": " << check.value << " against "
                            << check.expected << ", error " << check.error;
}

TEST(SelfTest, CoversTheWholeTable) {
  std::set<std::string> ids;
  for (const SelfCheck& check : joint_selftest()) ids.insert(check.id);
  for (int i = 1; i <= 15; ++i) EXPECT_TRUE(ids.contains("V" + std::to_string(i))) << i;
}

TEST(KellerMiksis, RefusesNonsense) {
  KellerMiksisTask task;
  task.frequency = 0;
  EXPECT_FALSE(simulate_keller_miksis(task));
  task = {};
  task.radius = -1;
  EXPECT_FALSE(simulate_keller_miksis(task));
}

TEST(Sphere, WaterLikeWallIsFarTooLoud) {
  JointParameters p = joint_preset("literature")->values;
  p.wall_viscosity = 0.01;
  const auto run = simulate_sphere(p).value();
  EXPECT_GT(run.accel_max, 800);
  EXPECT_GT(run.peak_db, 150);
}

}  // namespace
}  // namespace limber
