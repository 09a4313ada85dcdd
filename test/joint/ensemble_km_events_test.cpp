#include "joint/ensemble_km_events.h"

#include <gtest/gtest.h>

#include <cmath>

namespace limber {
namespace {

// A step whose p(s) is scale * prod (s - root).
DenseStep with_roots(double scale, std::initializer_list<double> roots) {
  DenseStep step{};
  step.h = 1;
  step.p[0] = scale;
  int degree = 0;
  for (const double root : roots) {
    ++degree;
    for (int k = degree; k >= 0; --k) step.p[k] = (k > 0 ? step.p[k - 1] : 0) - root * step.p[k];
  }
  return step;
}

Range extrema(DenseStep step, double a, double b) {
  Range seen;
  step.extrema(a, b, seen);
  return seen;
}

TEST(EnsembleKmEvents, FindsAMaximumInsideAStep) {
  const DenseStep step = with_roots(-1, {0.3});  // ln x = 0.3 s - s^2 / 2
  EXPECT_NEAR(extrema(step, 0, 1).most, 0.045, 1e-16);
}

TEST(EnsembleKmEvents, FindsAMaximumAndAMinimumThatShareAStep) {
  const DenseStep step = with_roots(6, {0.2, 0.6});  // the ends alone show neither
  const auto log_x = [](double s) { return 2 * s * s * s - 2.4 * s * s + 0.72 * s; };
  const Range seen = extrema(step, 0.05, 0.7);
  EXPECT_NEAR(seen.most, log_x(0.2), 1e-15);
  EXPECT_NEAR(seen.least, std::min(log_x(0.6), log_x(0.05)), 1e-15);
}

TEST(EnsembleKmEvents, FindsTwoExtremaAHairApart) {
  const DenseStep step = with_roots(1, {0.5, 0.5 + 1e-4, 0.9});
  const Range seen = extrema(step, 0, 1);
  double most = -1, least = 1;
  for (const double s : {0.0, 0.5, 0.5 + 1e-4, 0.9, 1.0}) {
    most = std::max(most, step.log_x_at(s));
    least = std::min(least, step.log_x_at(s));
  }
  EXPECT_NEAR(seen.most, most, 1e-16);
  EXPECT_NEAR(seen.least, least, 1e-16);
}

TEST(EnsembleKmEvents, FindsEveryOneOfMany) {
  const DenseStep step = with_roots(1e4, {0.1, 0.25, 0.4, 0.55, 0.7, 0.85});
  const Range seen = extrema(step, 0, 1);
  double most = step.log_x_at(0), least = most;
  for (int i = 0; i <= 100000; ++i) {
    most = std::max(most, step.log_x_at(i * 1e-5));
    least = std::min(least, step.log_x_at(i * 1e-5));
  }
  EXPECT_NEAR(seen.most, most, 1e-12);
  EXPECT_NEAR(seen.least, least, 1e-12);
}

TEST(EnsembleKmEvents, CountsTheEndsOfTheWindow) {
  const DenseStep step = with_roots(1, {});  // ln x = s: no extremum at all
  const Range seen = extrema(step, 0.25, 0.75);
  EXPECT_EQ(seen.least, 0.25);
  EXPECT_EQ(seen.most, 0.75);
}

TEST(EnsembleKmEvents, AnExtremumAtTheStartOrEndIsFound) {
  EXPECT_NEAR(extrema(with_roots(-1, {0.0}), 0, 1).most, 0, 1e-16);
  EXPECT_NEAR(extrema(with_roots(-1, {1.0}), 0, 1).most, 0.5, 1e-16);
}

TEST(EnsembleKmEvents, AWallThatNeverMovesEndsTheSearch) {
  DenseStep step = with_roots(0, {});
  Range seen;
  step.extrema(0, 1, seen);
  EXPECT_EQ(seen.most, 0);
  EXPECT_LT(step.iterations, 100u);
}

TEST(EnsembleKmEvents, FindsWhenTimeHasGained) {
  DenseStep step{};
  step.h = 2;
  step.F[0] = 2 * 3.14159265358979323846;  // tau = s + s^2 / 2
  step.F[1] = step.F[0];
  EXPECT_NEAR(step.when(1.5), 1, 1e-15);
  EXPECT_NEAR(step.when(0), 0, 1e-15);
  EXPECT_NEAR(step.when(step.turns_at(2)), 2, 1e-15);
}

}  // namespace
}  // namespace limber
