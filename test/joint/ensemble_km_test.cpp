#include "joint/ensemble_km.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace limber {
namespace {

constexpr KmIsa every_isa[] = {KmIsa::scalar, KmIsa::vec128, KmIsa::avx2, KmIsa::avx512};

// Hands out a list of points, or of indices into the comparison task.
class ListQueue : public KmQueue {
 public:
  explicit ListQueue(std::vector<KmPoint> list) : points(std::move(list)), results(points.size()) {}
  bool next(std::uint64_t& id, KmPoint& point) override {
    if (at == points.size()) return false;
    id = at++;
    point = points[id];
    return true;
  }
  void done(std::uint64_t id, const KmResult& result) override {
    results[id] = result;
    ++finished;
  }
  std::vector<KmPoint> points;
  std::vector<KmResult> results;
  std::size_t at = 0, finished = 0;
};

std::vector<KmResult> run_all(const std::vector<KmPoint>& points, const KmTask& task, KmIsa isa) {
  ListQueue queue(points);
  EXPECT_TRUE(km_run(task, queue, isa));
  EXPECT_EQ(queue.finished, points.size());
  return queue.results;
}

// High frequencies of the comparison task: quick, and none of them chaotic.
std::vector<KmPoint> quick_points(std::size_t n) {
  std::vector<KmPoint> points;
  for (std::size_t i = 0; i < n; ++i) points.push_back(km_benchmark_point(160 + 5 * i, 256));
  return points;
}

KmTask short_task() {
  return {.transient_cycles = 20, .window_cycles = 4};
}

class EveryIsa : public ::testing::TestWithParam<KmIsa> {
 protected:
  void SetUp() override {
    if (!km_isa_available(GetParam())) GTEST_SKIP() << "not on this machine";
  }
};
INSTANTIATE_TEST_SUITE_P(Kernels, EveryIsa, ::testing::ValuesIn(every_isa),
                         [](const auto& one) { return std::string(km_isa_name(one.param)); });

// Reference: long double Fehlberg 7(8), relative tolerances 1e-14 and 1e-15 agreeing.
TEST_P(EveryIsa, MeetsTheReferencePointOfTheComparisonTask) {
  const KmResult r = run_all({km_benchmark_point(128, 256)}, KmTask{}, GetParam())[0];
  ASSERT_EQ(r.status, KmStatus::done);
  EXPECT_NEAR(r.x_max, 4.066036212359, 1e-9);
  EXPECT_NEAR(r.x_end, 3.876100329978, 1e-9);
  EXPECT_NEAR(r.v_end, 2.7209593649, 1e-8);
}

TEST_P(EveryIsa, AgreesWithTheScalarKernel) {
  const auto points = quick_points(11);
  const auto ours = run_all(points, short_task(), GetParam());
  const auto scalar = run_all(points, short_task(), KmIsa::scalar);
  for (std::size_t i = 0; i < points.size(); ++i) {
    EXPECT_NEAR(ours[i].x_max, scalar[i].x_max, 1e-9) << i;
    EXPECT_NEAR(ours[i].x_min, scalar[i].x_min, 1e-9) << i;
    EXPECT_NEAR(ours[i].x_end, scalar[i].x_end, 1e-9) << i;
  }
}

TEST_P(EveryIsa, GivesAPointTheSameBitsInAnyCompany) {
  const auto points = quick_points(19);
  const auto together = run_all(points, short_task(), GetParam());
  for (std::size_t i = 0; i < points.size(); i += 6)
    EXPECT_EQ(run_all({points[i]}, short_task(), GetParam())[0], together[i]) << i;
}

TEST_P(EveryIsa, GivesTheSameBitsInAnyOrder) {
  auto points = quick_points(13);
  const auto forwards = run_all(points, short_task(), GetParam());
  std::reverse(points.begin(), points.end());
  auto backwards = run_all(points, short_task(), GetParam());
  std::reverse(backwards.begin(), backwards.end());
  EXPECT_EQ(forwards, backwards);
}

TEST_P(EveryIsa, ARefusedPointDoesNotDisturbItsNeighbours) {
  auto points = quick_points(9);
  const auto clean = run_all(points, short_task(), GetParam());
  points.insert(points.begin() + 4, KmPoint{.R_E_m = std::nan("")});
  auto mixed = run_all(points, short_task(), GetParam());
  EXPECT_EQ(mixed[4].status, KmStatus::refused);
  mixed.erase(mixed.begin() + 4);
  EXPECT_EQ(mixed, clean);
}

TEST_P(EveryIsa, APointOutOfStepsDoesNotDisturbItsNeighbours) {
  auto points = quick_points(9);
  KmTask task = short_task();
  const auto clean = run_all(points, task, GetParam());
  task.max_steps = 20'000;
  points.insert(points.begin() + 2, KmPoint{.f_Hz = 1, .P_A_Pa = 9e4});
  auto mixed = run_all(points, task, GetParam());
  EXPECT_EQ(mixed[2].status, KmStatus::step_limit);
  EXPECT_EQ(mixed[2].x_max, 0);
  mixed.erase(mixed.begin() + 2);
  EXPECT_EQ(mixed, clean);
}

TEST_P(EveryIsa, NoPointsIsNoWork) {
  EXPECT_TRUE(run_all({}, KmTask{}, GetParam()).empty());
}

// A gas-filled, inviscid bubble in a liquid without sound: its smallest radius follows from the
// energy integral alone, (1 - x^3) = e / (g - 1) (x^(-3 (g - 1)) - 1).
TEST_P(EveryIsa, FindsTheCollapseOfTheEnergyIntegral) {
  const double x0 = std::pow(0.01, -1 / 4.2);  // where the gas pressure is 0.01 of the ambient one
  const KmPoint point{
      .f_Hz = 20e3, .P_A_Pa = 0, .c = 1e18, .mu = 0, .sigma = 0, .p_v_Pa = 0, .x0 = x0};
  const KmTask task{.transient_cycles = 0, .window_cycles = 0.5, .tolerance = 1e-12};
  const KmResult r = run_all({point}, task, GetParam())[0];
  EXPECT_NEAR(r.x_min / x0, 0.045294583, 1e-9);
}

TEST_P(EveryIsa, FindsTheReboundOfALosslessBubble) {
  const KmPoint point{.f_Hz = 20e3, .P_A_Pa = 0, .c = 1e18, .mu = 0, .x0 = 2};
  const KmTask task{.transient_cycles = 3.3, .window_cycles = 3, .tolerance = 1e-12};
  EXPECT_NEAR(run_all({point}, task, GetParam())[0].x_max, 2, 1e-9);
}

class ThreadQueue : public KmQueue {
 public:
  ThreadQueue(const std::vector<KmPoint>& points, std::vector<KmResult>& results,
              std::atomic<std::size_t>& at)
      : points_(points), results_(results), at_(at) {}
  bool next(std::uint64_t& id, KmPoint& point) override {
    id = at_++;
    if (id >= points_.size()) return false;
    point = points_[id];
    return true;
  }
  void done(std::uint64_t id, const KmResult& result) override { results_[id] = result; }

 private:
  const std::vector<KmPoint>& points_;
  std::vector<KmResult>& results_;
  std::atomic<std::size_t>& at_;
};

TEST(EnsembleKm, ThreadsDoNotChangeABit) {
  const auto points = quick_points(19);
  const auto alone = run_all(points, short_task(), km_best_isa());
  std::vector<KmResult> shared(points.size());
  std::atomic<std::size_t> at{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t)
    threads.emplace_back([&] {
      ThreadQueue queue(points, shared, at);
      EXPECT_TRUE(km_run(short_task(), queue));
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(shared, alone);
}

TEST(EnsembleKm, TighterToleranceChangesExtremaByNoMoreThanTheLooserOneAllows) {
  const KmPoint point = km_benchmark_point(128, 256);
  KmTask task{.transient_cycles = 50, .window_cycles = 10};
  const auto loose = km_run_one(task, point);
  task.tolerance = 1e-14;
  const auto tight = km_run_one(task, point);
  ASSERT_TRUE(loose && tight);
  EXPECT_NEAR(loose->x_max, tight->x_max, 1e-8);
  EXPECT_NEAR(loose->x_min, tight->x_min, 1e-8);
}

TEST(EnsembleKm, AnExtremumAtTheVeryStartCounts) {
  const KmPoint point{.P_A_Pa = 0, .x0 = 2};
  const auto r = km_run_one({.transient_cycles = 0, .window_cycles = 1}, point);
  ASSERT_TRUE(r);
  EXPECT_NEAR(r->x_max, 2, 1e-15);
}

TEST(EnsembleKm, AWindowInsideOneStepIsFound) {
  const KmPoint point = km_benchmark_point(128, 256);
  const auto narrow = km_run_one({.transient_cycles = 5.25, .window_cycles = 1e-7}, point);
  const auto end = km_run_one({.transient_cycles = 0, .window_cycles = 5.25}, point);
  ASSERT_TRUE(narrow && end);
  EXPECT_NEAR(narrow->x_max, end->x_end, 1e-5);
  EXPECT_NEAR(narrow->x_min, end->x_end, 1e-5);
  EXPECT_GT(narrow->x_max, narrow->x_min);
}

TEST(EnsembleKm, ARunCanBeContinuedFromItsEnd) {
  KmPoint point = km_benchmark_point(200, 256);
  const auto whole = km_run_one({.transient_cycles = 0, .window_cycles = 9}, point);
  const auto half = km_run_one({.transient_cycles = 0, .window_cycles = 4}, point);
  ASSERT_TRUE(whole && half);
  point.x0 = half->x_end;
  point.v0 = half->v_end;
  const auto rest = km_run_one({.transient_cycles = 0, .window_cycles = 5}, point);
  ASSERT_TRUE(rest);
  EXPECT_NEAR(rest->x_end, whole->x_end, 1e-9);
  EXPECT_NEAR(std::max(half->x_max, rest->x_max), whole->x_max, 1e-9);
}

TEST(EnsembleKm, ABubbleAtRestWithoutSoundStaysAtRest) {
  const auto r = km_run_one({.transient_cycles = 10, .window_cycles = 10}, KmPoint{.P_A_Pa = 0});
  ASSERT_TRUE(r);
  EXPECT_NEAR(r->x_max, 1, 1e-9);
  EXPECT_NEAR(r->x_min, 1, 1e-9);
  EXPECT_LT(r->steps, 100'000u);
}

TEST(EnsembleKm, OtherGasesFollowTheirOwnExponent) {
  const auto one = km_run_one(short_task(), KmPoint{.gamma = 1.0});
  const auto two = km_run_one(short_task(), KmPoint{.gamma = 5.0 / 3});
  ASSERT_TRUE(one && two);
  EXPECT_LT(one->x_min, two->x_min);  // a softer gas lets the bubble collapse further
}

TEST(EnsembleKm, NamesTheParameterOutOfRange) {
  std::map<std::string, double KmPoint::*> fields = {
      {"f_Hz", &KmPoint::f_Hz},   {"P_A_Pa", &KmPoint::P_A_Pa}, {"R_E_m", &KmPoint::R_E_m},
      {"rho", &KmPoint::rho},     {"c", &KmPoint::c},           {"mu", &KmPoint::mu},
      {"sigma", &KmPoint::sigma}, {"p_v_Pa", &KmPoint::p_v_Pa}, {"p_inf_Pa", &KmPoint::p_inf_Pa},
      {"gamma", &KmPoint::gamma}, {"x0", &KmPoint::x0},         {"v0", &KmPoint::v0}};
  for (const auto& [name, field] : fields)
    for (const double bad :
         {std::nan(""), std::numeric_limits<double>::infinity(), -1e300, 1e300}) {
      KmPoint point;
      point.*field = bad;
      const auto ok = km_check(point);
      ASSERT_FALSE(ok) << name << " " << bad;
      EXPECT_EQ(ok.error().where, name);
      EXPECT_FALSE(km_run_one(KmTask{}, point));
    }
}

TEST(EnsembleKm, RefusesABubbleWithoutGas) {
  EXPECT_FALSE(km_check(KmPoint{.sigma = 0, .p_v_Pa = 2e5, .p_inf_Pa = 1e5}));
}

TEST(EnsembleKm, RefusesATaskOutOfRange) {
  ListQueue queue(quick_points(1));
  EXPECT_FALSE(km_run({.transient_cycles = -1}, queue));
  EXPECT_FALSE(km_run({.window_cycles = 0}, queue));
  EXPECT_FALSE(km_run({.tolerance = std::nan("")}, queue));
  EXPECT_FALSE(km_run({.max_steps = 0}, queue));
  EXPECT_EQ(queue.at, 0u);
}

TEST(EnsembleKm, AbsurdButAllowedPointsEndOneWayOrAnother) {
  const std::vector<KmPoint> points = {
      {.P_A_Pa = 1e9},           {.f_Hz = 1e9, .P_A_Pa = 1e9, .R_E_m = 1e-9},
      {.f_Hz = 1e9, .R_E_m = 1}, {.mu = 1e4},
      {.x0 = 1e3, .v0 = 1e6},    {.x0 = 1e-3, .v0 = -1e6},
      {.c = 1, .v0 = 1e6},
  };
  const KmTask task{.transient_cycles = 2, .window_cycles = 2, .max_steps = 50'000};
  for (const KmResult& r : run_all(points, task, km_best_isa())) {
    EXPECT_NE(r.status, KmStatus::refused);
    if (r.status == KmStatus::done) {
      EXPECT_TRUE(std::isfinite(r.x_max) && std::isfinite(r.x_end) && std::isfinite(r.v_end));
      EXPECT_GT(r.x_min, 0);
      EXPECT_LE(r.x_min, r.x_max);
    }
  }
}

TEST(EnsembleKm, TheBestKernelIsAvailable) {
  EXPECT_TRUE(km_isa_available(km_best_isa()));
}

TEST(EnsembleKm, TheComparisonTaskHasTheFrequenciesOfTheLiterature) {
  EXPECT_DOUBLE_EQ(km_benchmark_point(0, 256).f_Hz, 20e3);
  EXPECT_NEAR(km_benchmark_point(128, 256).f_Hz, 142510.318785, 1e-6);
  EXPECT_NEAR(km_benchmark_point(255, 256).f_Hz, 1e6, 1e-6);
}

}  // namespace
}  // namespace limber
