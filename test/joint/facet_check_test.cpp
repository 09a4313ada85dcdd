// An independent check of the facet rows: nothing of src/joint is used but the parameters.
//
// The film's momentum is integrated over the radius by quadrature of the depth-averaged equation
// instead of the closed forms, the pressure of the annulus likewise for the force; time is stepped
// by extrapolation of the modified midpoint rule (Gragg, Bulirsch, Stoer) instead of Rosenbrock and
// Runge-Kutta; inception is found by bisection on the length of the last step.
#include <gtest/gtest.h>
#include <limber/joint.h>

#include <array>
#include <cmath>
#include <functional>
#include <vector>

namespace limber {
namespace {

constexpr double kPi = 3.14159265358979323846;
using Vec = std::vector<double>;
using Rhs = std::function<Vec(double, const Vec&)>;

// Gauss-Legendre on [a, b]: 8 points on each of 12 parts that grow geometrically from a.
template <class F>
double integrate(F f, double a, double b) {
  static const double x[] = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267,
                             0.9602898564975363};
  static const double w[] = {0.3626837833783620, 0.3137066458778873, 0.2223810344533745,
                             0.1012285362903763};
  double sum = 0;
  const int parts = 12;
  const double ratio = a > 0 ? std::pow(b / a, 1.0 / parts) : 0;
  double left = a;
  for (int i = 0; i < parts; ++i) {
    const double right = i + 1 == parts ? b : a > 0 ? left * ratio : a + (b - a) * (i + 1) / parts;
    const double half = 0.5 * (right - left), middle = 0.5 * (right + left);
    for (int j = 0; j < 4; ++j)
      sum += half * w[j] * (f(middle - half * x[j]) + f(middle + half * x[j]));
    left = right;
  }
  return sum;
}

// One big step of length `h` by extrapolation; `error` is the last correction.
Vec big_step(const Rhs& f, double t, const Vec& y, double h, double& error, const Vec& scale) {
  constexpr int kRows = 8;
  std::array<std::array<Vec, kRows>, kRows> table;
  const int substeps[kRows] = {2, 4, 6, 8, 10, 12, 14, 16};
  for (int k = 0; k < kRows; ++k) {
    const double s = h / substeps[k];
    Vec a = y, b = y, slope = f(t, y);
    for (std::size_t i = 0; i < y.size(); ++i) b[i] += s * slope[i];
    for (int m = 1; m < substeps[k]; ++m) {
      slope = f(t + m * s, b);
      for (std::size_t i = 0; i < y.size(); ++i) {
        const double next = a[i] + 2 * s * slope[i];
        a[i] = b[i];
        b[i] = next;
      }
    }
    slope = f(t + h, b);
    table[k][0] = b;
    for (std::size_t i = 0; i < y.size(); ++i) table[k][0][i] = 0.5 * (a[i] + b[i] + s * slope[i]);
    for (int j = 1; j <= k; ++j) {
      const double r = std::pow(double(substeps[k]) / substeps[k - j], 2) - 1;
      table[k][j] = table[k][j - 1];
      for (std::size_t i = 0; i < y.size(); ++i)
        table[k][j][i] += (table[k][j - 1][i] - table[k - 1][j - 1][i]) / r;
    }
  }
  error = 0;
  const Vec &best = table[kRows - 1][kRows - 1], &second = table[kRows - 1][kRows - 2];
  for (std::size_t i = 0; i < y.size(); ++i)
    error = std::max(error, std::abs(best[i] - second[i]) / (scale[i] + std::abs(best[i])));
  return best;
}

// Steps from t to `end` or until `stop` turns negative; returns the time reached.
double march(const Rhs& f, double t, Vec& y, double end, double h, const Vec& scale,
             const std::function<double(double, const Vec&)>& stop = {}) {
  constexpr double kTolerance = 1e-11;
  while (t < end) {
    h = std::min(h, end - t);
    double error;
    const Vec next = big_step(f, t, y, h, error, scale);
    if (!(error < kTolerance)) {
      h *= 0.5;
      continue;
    }
    if (stop && stop(t + h, next) < 0) {
      double low = 0, high = h;  // bisection on the length of the step
      Vec at = y;
      for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        at = big_step(f, t, y, middle, error, scale);
        (stop(t + middle, at) < 0 ? high : low) = middle;
      }
      y = at;
      return t + high;
    }
    t += h;
    y = next;
    if (error < 1e-3 * kTolerance) h *= 1.7;
  }
  return t;
}

struct Oracle {
  JointParameters p;
  double area = kPi * p.radius * p.radius;

  double external(double t) const { return std::min(p.pull_rate * t, p.pull_max); }
  double capsule(double h, double w) const {
    const double x = h - p.film;
    return p.stiffness * x + p.stiffening * x * std::abs(x) + p.damping * w + (x < 0 ? 1e7 * x : 0);
  }
  // dp/dr of the full film, by its two unknowns: value at w' = 0, and what w' adds.
  double gradient(double r, double h, double w) const {
    return r * (6 * p.viscosity * w / (h * h * h) - 0.9 * p.density * w * w / (h * h));
  }
  double gradient_per_acceleration(double r, double h) const { return r * p.density / (2 * h); }

  // Loading: suction = 2 pi int (p_a - p) r dr with p(r) = p_e - int_r^a gradient.
  std::array<double, 2> loading(double t, const Vec& y) const {  // w', p_c
    const double h = y[0], w = y[1], edge = p.ambient - y[2] / p.capsule, a = p.radius;
    const auto moment = [&](auto g) {  // 2 pi int_0^a r (int_r^a g ds) dr = pi int_0^a s^2 g ds
      return kPi * integrate([&](double s) { return s * s * g(s); }, 0, a);
    };
    const double fixed =
        area * (p.ambient - edge) + moment([&](double s) { return gradient(s, h, w); });
    const double per = moment([&](double s) { return gradient_per_acceleration(s, h); });
    const double dw = (external(t) - capsule(h, w) - fixed) / (p.mass + per);
    const double centre =
        edge -
        integrate(
            [&](double s) { return gradient(s, h, w) + gradient_per_acceleration(s, h) * dw; }, 0,
            a);
    return {dw, centre};
  }

  // Opening: u = (C - r^2 w/2)/(r h); depth-averaged momentum from b to a, for C'.
  Vec opening(double t, const Vec& y, double v0) const {
    const double h = y[0], w = y[1], v = y[2], c = y[3], a = p.radius;
    const double b = std::min(std::sqrt(v / (kPi * h)), 0.98 * a);
    const double edge = p.ambient - y[4] / p.capsule;
    const double bubble = p.vapour + p.nucleus_pressure * std::pow(v0 / v, p.gas_exponent);
    const double wall = bubble - 2 * p.surface_tension / h;
    // The force takes the mean of both edges for the annulus.
    const double suction = kPi * b * b * (p.ambient - wall) +
                           kPi * (a * a - b * b) * (p.ambient - 0.5 * (edge + wall));
    const double dw = (external(t) - capsule(h, w) - suction) / p.mass;
    const auto u = [&](double r) { return (c / r - 0.5 * r * w) / h; };
    const auto du_dr = [&](double r) { return (-c / (r * r) - 0.5 * w) / h; };
    // d(h u)/dt + beta/r d(r h u^2)/dr = -(h/rho) dp/dr - 12 mu u/(rho h), divided by h; the part
    // of du/dt with C' is C'/(r h) and is solved for; the other is -r w'/(2 h).
    const double beta = 6.0 / 5;
    const double rest = integrate(
        [&](double r) {
          const double convection = beta * (u(r) * u(r) / r + 2 * u(r) * du_dr(r));
          return 12 * p.viscosity * u(r) / (p.density * h * h) + convection - 0.5 * r * dw / h;
        },
        b, a);
    // The outflow at the margin adds 0.05 to ln(a/b), for inertia, friction and convection alike
    // where they are proportional to it.
    const double end = 0.05;
    const double extra =
        end * (12 * p.viscosity * c / (p.density * h * h * h) - beta * c * w / (h * h));
    const double dc = h * ((wall - edge) / p.density - rest - extra) / (std::log(a / b) + end);
    return {w, dw, 2 * kPi * c, dc, area * w - 2 * kPi * c};
  }
};

struct Facts {
  double force, time, gap, first_peak, cavity_end, gap_end, accel_start;
};

Facts by_oracle(const char* preset) {
  Oracle o{joint_preset(preset)->values};
  Facts facts{};
  const Rhs load = [&](double t, const Vec& y) -> Vec {
    return {y[1], o.loading(t, y)[0], o.area * y[1]};
  };
  Vec y = {o.p.film, 0, 0};
  const double t = march(load, 0, y, 1, 1e-5, {1e-6, 1e-3, 1e-11}, [&](double s, const Vec& z) {
    return o.loading(s, z)[1] - o.p.inception;
  });
  facts.force = o.external(t);
  facts.time = t;
  facts.gap = y[0];
  const double v0 = kPi * o.p.nucleus * o.p.nucleus * y[0];
  const Rhs open = [&](double s, const Vec& z) { return o.opening(s, z, v0); };
  y = {y[0], y[1], v0, 0, y[2]};
  facts.accel_start = 2 * kPi * open(t, y)[3];
  const Vec scale = {1e-6, 1e-3, 1e-12, 1e-8, 1e-11};
  Vec first = y;
  // C starts at zero and rises; the first time it is negative again the cavity has peaked.
  double now = march(open, t, first, t + 1e-4, 1e-7, scale);
  now = march(open, now, first, t + 0.04, 1e-6, scale, [](double, const Vec& z) { return z[3]; });
  facts.first_peak = first[2];
  (void)march(open, t, y, t + 0.04, 1e-7, scale);
  facts.cavity_end = y[2];
  facts.gap_end = y[0];
  return facts;
}

TEST(FacetCheck, ThrustAgreesWithQuadratureAndExtrapolation) {
  const Facts facts = by_oracle("facet_thrust");
  RunOptions tight;
  tight.tolerance = 1e-10;
  tight.trace_rate = 48e3;
  const auto run = simulate_pop(joint_preset("facet_thrust")->values, tight).value();
  EXPECT_NEAR(facts.force / run.force, 1, 1e-7);
  EXPECT_NEAR(facts.time / run.time, 1, 1e-7);
  EXPECT_NEAR(facts.gap / run.gap, 1, 1e-7);
  EXPECT_NEAR(facts.first_peak / run.first_peak, 1, 1e-6);
  EXPECT_NEAR(facts.cavity_end / run.cavity_end, 1, 1e-6);
  EXPECT_NEAR(facts.gap_end / run.gap_end, 1, 1e-6);
  EXPECT_NEAR(facts.accel_start / run.trace.sound[0], 1, 1e-6);
}

}  // namespace
}  // namespace limber
