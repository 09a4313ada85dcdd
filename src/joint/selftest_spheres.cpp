// Spheres in a calm liquid, through the same solvers and events as everything else.
#include "joint/bubble_facts.h"
#include "joint/drive.h"
#include "joint/explicit_solver.h"
#include "joint/selftest.h"
#include "joint/sphere_model.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace limber {
namespace {

struct Calm {
  double pressure;
  template <class T>
  T operator()(const T&) const {
    return T(pressure);
  }
};
using Bubble = Sphere<Calm>;

// Where the radius turns.
struct TurnWatch {
  static constexpr int kEvents = 1;
  using Y = State<2>;
  std::vector<double> times, radii;
  std::size_t wanted;
  void measure(double, const Y& y, const Y&, std::array<double, 1>& values) const {
    values[0] = y[1];
  }
  bool matters(int, double, const Y&) const { return true; }
  bool found(int, double t, const Y& y, bool) {
    times.push_back(t);
    radii.push_back(y[0]);
    return times.size() == wanted;
  }
  template <class Solver>
  void kept(Solver&, double) {}
};

TurnWatch turns(const Bubble& bubble, double start, std::size_t wanted, double tolerance,
                double limit) {
  SolverCounts counts;
  TurnWatch watch{{}, {}, wanted};
  ExplicitSolver<Bubble> solver(bubble, tolerance, counts);
  solver.start(0, {start, 0});
  Drive drive(solver, watch, counts);
  (void)drive.run(limit, 1'000'000);
  watch.times.resize(wanted);  // zeros if it never turned: the check then fails
  watch.radii.resize(wanted);
  return watch;
}

// Gas at `gas` of the far pressure, no viscosity, no surface tension; radii and times in units.
Bubble inviscid(double gas, double exponent) {
  return {1, 0, 0, 0, gas, 1, exponent, {1e-3, 1e-3}, {1}};
}

double energy(const Bubble& b, double r, double u) {
  const double volume = 4.0 / 3 * 3.141592653589793 * r * r * r, g = b.exponent;
  const double gas = b.gas_pressure * std::pow(b.gas_radius / r, 3 * g) * volume / (g - 1);
  return 2 * 3.141592653589793 * b.density * r * r * r * u * u + gas + b.far.pressure * volume;
}

// Largest relative change of the energy over ten oscillations, looked at on every step.
double energy_drift(double tolerance) {
  const Bubble bubble = inviscid(0.2, 1.4);
  SolverCounts counts;
  TurnWatch watch{{}, {}, 20};
  ExplicitSolver<Bubble> solver(bubble, tolerance, counts);
  solver.start(0, {1, 0});
  const double first = energy(bubble, 1, 0);
  double drift = 0;
  struct Look : TurnWatch {
    const Bubble& bubble;
    double first;
    double& drift;
    void kept(ExplicitSolver<Bubble>& s, double) {
      drift = std::max(drift, std::abs(energy(bubble, s.at_end()[0], s.at_end()[1]) / first - 1));
    }
  } look{watch, bubble, first, drift};
  Drive drive(solver, look, counts);
  return drive.run(1e3, 1'000'000) == Stop::event ? drift : 1;
}

}  // namespace

void check_spheres(std::vector<SelfCheck>& checks) {
  check_value(checks, "V1", "time of collapse of an empty sphere", rayleigh_factor(),
              0.914681356501962, 1e-9);

  const TurnWatch collapse = turns(inviscid(0.01, 1.4), 1, 1, 1e-12, 10);
  check_value(checks, "V2", "smallest radius of a gas-filled sphere", collapse.radii[0],
              0.045294583, 2e-8);
  check_value(checks, "V2", "time of its collapse", collapse.times[0], 0.92521577, 1e-8);

  const double hz = minnaert_hz(1e-3, 1.4, 1005, 101325, 0.058, 6280);
  const Bubble small{1005, 0.058,        0,       6280, 101325 - 6280 + 2 * 0.058 / 1e-3, 1e-3,
                     1.4,  {1e-6, 1e-6}, {101325}};
  const TurnWatch ring = turns(small, 1e-3 * (1 + 1e-4), 20, 1e-11, 1);
  check_value(checks, "V3", "Minnaert frequency, formula, Hz", hz, 3173.425, 1e-6);
  check_value(checks, "V3", "the same, counted in a simulation", 10 / ring.times[19], 3173.425,
              1e-4);

  const BlakeThreshold blake = blake_threshold(5e-6, 101325, 0.058, 6280);
  check_value(checks, "V5", "Blake threshold of a 5 um nucleus, Pa", blake.pressure, 2324.6, 1e-4);
  check_value(checks, "V5", "its critical radius, um", blake.radius * 1e6, 19.5514, 1e-4);

  check_value(checks, "V6", "10 um bubble, half saturated, no tension, s",
              epstein_plesset_s(10e-6, 2e-9, 0.02, 0.5, 0), 2.5, 1e-6);
  check_value(checks, "V7", "10 um bubble, saturated, with tension, s",
              epstein_plesset_s(10e-6, 2e-9, 0.02, 1, 1.437e-6), 6.633, 5e-4);

  check_value(checks, "V13", "drift of energy over ten oscillations", energy_drift(1e-11), 0, 1e-8);
}

}  // namespace limber
