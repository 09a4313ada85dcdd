// Many pops at once are the same pops, to the last bit.
#include "joint/pop_lanes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace limber {
namespace {

std::vector<KmIsa> every_isa() {
  std::vector<KmIsa> all;
  for (KmIsa isa : {KmIsa::vec128, KmIsa::avx2, KmIsa::avx512})
    if (km_isa_available(isa)) all.push_back(isa);
  return all;
}

RunOptions quick() {
  RunOptions options;
  options.tolerance = 1e-6;
  options.trace_rate = 24e3;
  return options;
}

// From the published spread, more than there are lanes, and some that end in every other way.
std::vector<JointParameters> mixed() {
  std::vector<JointParameters> many;
  for (const char* preset : {"finger", "facet_stretch"})
    for (std::uint64_t i = 0; i < 9; ++i)
      many.push_back(sweep_point(*joint_preset(preset), 5, i, quick()).parameters);
  const auto with = [&](const char* preset, std::vector<const char*> values) {
    JointParameters p = joint_preset(preset)->values;
    for (const char* value : values) EXPECT_TRUE(set_parameter(p, value)) << value;
    many.insert(many.begin() + static_cast<long>(many.size() / 2), p);
  };
  with("finger", {"pull_max=15", "hold=0.01"});         // never pops
  with("facet_thrust", {"pull_rate=10000"});            // leaves the range of the model
  with("facet_thrust", {"pull_max=24"});                // the pull stops growing during the pop
  with("finger", {"nucleus=1000", "cover_limit=0.3"});  // a large first cavity
  with("finger", {"inception=5", "nucleus_pressure=0.001"});
  with("inflow", {"pull_rate=200"});
  return many;
}

void expect_same(const Result<PopRun>& a, const Result<PopRun>& b) {
  ASSERT_EQ(a.has_value(), b.has_value());
  if (!a) {
    EXPECT_EQ(a.error().message, b.error().message);
    return;
  }
  EXPECT_EQ(a->end, b->end);
  EXPECT_EQ(a->popped, b->popped);
  EXPECT_EQ(a->time, b->time);
  EXPECT_EQ(a->cavity_max, b->cavity_max);
  EXPECT_EQ(a->cavity_end, b->cavity_end);
  EXPECT_EQ(a->first_peak_after, b->first_peak_after);
  EXPECT_EQ(a->accel_max, b->accel_max);
  EXPECT_EQ(a->accel_min_after, b->accel_min_after);
  EXPECT_EQ(a->end_after, b->end_after);
  EXPECT_EQ(a->peak_hz, b->peak_hz);
  EXPECT_EQ(a->trace.sound, b->trace.sound);
  EXPECT_EQ(a->opening.steps, b->opening.steps);
  EXPECT_EQ(a->opening.rejected, b->opening.rejected);
  EXPECT_EQ(a->opening.events, b->opening.events);
}

TEST(PopLanes, EveryInstructionSetGivesTheBitsOfOnePop) {
  const std::vector<JointParameters> many = mixed();
  for (const KmIsa isa : every_isa()) {
    SCOPED_TRACE(km_isa_name(isa));
    const auto runs = simulate_pops(many, quick(), isa);
    ASSERT_EQ(runs.size(), many.size());
    for (std::size_t i = 0; i < many.size(); ++i) {
      SCOPED_TRACE(i);
      expect_same(runs[i], simulate_pop(many[i], quick()));
    }
  }
}

TEST(PopLanes, AnotherOrderGivesTheSamePops) {
  std::vector<JointParameters> many = mixed();
  const auto forwards = simulate_pops(many, quick(), best_pop_isa());
  std::reverse(many.begin(), many.end());
  const auto backwards = simulate_pops(many, quick(), best_pop_isa());
  for (std::size_t i = 0; i < many.size(); ++i)
    expect_same(forwards[i], backwards[many.size() - 1 - i]);
}

TEST(PopLanes, ARefusedJointDoesNotDisturbTheOthers) {
  std::vector<JointParameters> many(10);
  many[3].film = std::nan("");
  many[7].ambient = 0;
  const auto runs = simulate_pops(many, quick(), best_pop_isa());
  for (std::size_t i = 0; i < many.size(); ++i) EXPECT_EQ(runs[i].has_value(), i != 3 && i != 7);
}

TEST(PopLanes, ARunThatNeedsTooManyStepsSaysSo) {
  RunOptions few = quick();
  few.step_limit = 100;
  const std::vector<JointParameters> many(3);
  for (const auto& run : simulate_pops(many, few, best_pop_isa())) {
    ASSERT_FALSE(run);
    EXPECT_NE(run.error().message.find("too many steps"), std::string::npos);
  }
}

TEST(PopLanes, NoJointsGiveNoPops) {
  EXPECT_TRUE(simulate_pops({}, quick(), best_pop_isa()).empty());
}

TEST(PopLanes, ASweepTellsWhatEachPointAloneTells) {
  const JointPreset preset = *joint_preset("finger");
  Sweep sweep(preset, 40, 2, quick());
  const ForEach one = [](std::size_t n, const std::function<void(std::size_t)>& work) {
    for (std::size_t i = 0; i < n; ++i) work(i);
  };
  sweep.advance(one, 40, [&](const SweepPoint& point) {
    const SweepPoint alone = sweep_point(preset, 2, point.index, quick());
    EXPECT_EQ(point.force_N, alone.force_N);
    EXPECT_EQ(point.peak_dB, alone.peak_dB);
    EXPECT_EQ(point.peak_Hz, alone.peak_Hz);
    EXPECT_EQ(point.wait_min, alone.wait_min);
  });
}

}  // namespace
}  // namespace limber
