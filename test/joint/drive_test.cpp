// Events on motions whose every crossing is known.
#include "joint/drive.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "joint/explicit_solver.h"
#include "joint/stiff_solver.h"

namespace limber {
namespace {

// y = sin t, y' = cos t.
struct Circle {
  static constexpr int kSize = 2;
  template <class T>
  void slope(const T&, const std::array<T, 2>& y, std::array<T, 2>& dy) const {
    dy[0] = y[1];
    dy[1] = -1.0 * y[0];
  }
  bool possible(const State<2>&) const { return true; }
  State<2> scale() const { return {1, 1}; }
};

struct Watch {
  static constexpr int kEvents = 1;
  double level = 0;
  bool stop = false;
  std::vector<double> times{};
  void measure(double, const State<2>& y, const State<2>&, std::array<double, 1>& v) const {
    v[0] = y[0] - level;
  }
  bool matters(int, double, const State<2>&) const { return true; }
  bool found(int, double t, const State<2>&, bool) {
    times.push_back(t);
    return stop;
  }
  template <class Solver>
  void kept(Solver&, double) {}
};

Watch follow(double level, double end, double tolerance = 1e-10, bool stop = false) {
  const Circle circle;
  SolverCounts counts;
  Watch watch{level, stop};
  ExplicitSolver<Circle> solver(circle, tolerance, counts);
  solver.start(0, {0, 1});
  Drive drive(solver, watch, counts);
  (void)drive.run(end, 100'000);
  return watch;
}

TEST(Drive, FindsEveryCrossingAtItsTime) {
  const Watch watch = follow(0, 31);
  ASSERT_EQ(watch.times.size(), 9u);
  for (int i = 0; i < 9; ++i) EXPECT_NEAR(watch.times[i], (i + 1) * M_PI, 1e-9);
}

// Just below the top: two crossings a moment apart, both inside one step.
TEST(Drive, FindsBothCrossingsOfABriefDip) {
  for (double gap : {1e-2, 1e-3, 1e-4, 1e-5}) {
    const Watch watch = follow(std::cos(gap), 3);
    ASSERT_EQ(watch.times.size(), 2u) << gap;
    EXPECT_NEAR(watch.times[1] - watch.times[0], 2 * gap, 1e-2 * gap) << gap;
  }
}

TEST(Drive, DoesNotInventATouch) {
  EXPECT_TRUE(follow(1 + 1e-9, 10).times.empty());
}

TEST(Drive, StopsAtTheEvent) {
  const Watch watch = follow(0.5, 100, 1e-10, true);
  ASSERT_EQ(watch.times.size(), 1u);
  EXPECT_NEAR(watch.times[0], std::asin(0.5), 1e-10);
}

TEST(Drive, FindsAnEventInTheFirstStep) {
  const Watch watch = follow(1e-12, 1, 1e-10, true);
  ASSERT_EQ(watch.times.size(), 1u);
  EXPECT_NEAR(watch.times[0], 1e-12, 1e-18);
}

TEST(Drive, DoesNotReportWhereItStarts) {
  EXPECT_TRUE(follow(0, 1).times.empty());
}

TEST(Drive, FindsAnEventAtTheVeryEnd) {
  const Watch watch = follow(std::sin(1.0), 1.0 + 1e-9);
  ASSERT_EQ(watch.times.size(), 1u);
  EXPECT_NEAR(watch.times[0], 1, 1e-9);
}

template <class Solver>
double error_at(double tolerance) {
  const Circle circle;
  SolverCounts counts;
  Solver solver(circle, tolerance, counts);
  solver.start(0, {0, 1});
  double worst = 0;
  while (solver.end() < 10 && solver.advance(10))
    for (double part : {0.1, 0.37, 0.5, 0.81, 1.0}) {
      const double t = solver.begin() + part * (solver.end() - solver.begin());
      worst = std::max(worst, std::abs(solver.at(t)[0] - std::sin(t)));
    }
  return worst;
}

TEST(Solvers, DenseOutputIsAsGoodAsTheSteps) {
  for (double tolerance : {1e-6, 1e-8, 1e-10}) {
    EXPECT_LT(error_at<ExplicitSolver<Circle>>(tolerance), 100 * tolerance);
    EXPECT_LT(error_at<StiffSolver<Circle>>(tolerance), 100 * tolerance);
  }
}

// y' = -1e6 (y - cos t) - sin t: follows cos t, and is hopeless for an explicit method.
struct Stiff {
  static constexpr int kSize = 1;
  template <class T>
  void slope(const T& t, const std::array<T, 1>& y, std::array<T, 1>& dy) const {
    using std::cos, std::sin;
    dy[0] = -1e6 * (y[0] - cos(t)) - sin(t);
  }
  bool possible(const State<1>&) const { return true; }
  State<1> scale() const { return {1}; }
};

TEST(Solvers, StiffProblemTakesFewSteps) {
  const Stiff stiff;
  SolverCounts counts;
  StiffSolver<Stiff> solver(stiff, 1e-8, counts);
  solver.start(0, {1});
  while (solver.end() < 10 && solver.advance(10)) {
  }
  EXPECT_NEAR(solver.at_end()[0], std::cos(10.0), 1e-7);
  EXPECT_LT(counts.steps, 2000);
}

}  // namespace
}  // namespace limber
