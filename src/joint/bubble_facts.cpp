#include "joint/bubble_facts.h"

#include "joint/explicit_solver.h"

#include <cmath>
#include <numbers>

namespace limber {
namespace {

constexpr double kTight = 1e-13;

// dt/du of the empty collapse with R/R0 = 1 - u^2, which is smooth where the motion starts.
struct EmptyCollapse {
  static constexpr int kSize = 1;
  template <class T>
  void slope(const T& u, const std::array<T, 1>&, std::array<T, 1>& dy) const {
    using std::sqrt;
    const T x = 1 - u * u, x3 = x * x * x;
    // (1 - x^3) / u^2 = 1 + x + x^2, so nothing is divided by zero.
    dy[0] = 2 * sqrt(1.5 * x3 / (1 + x + x * x));
  }
  bool possible(const State<1>&) const { return true; }
  State<1> scale() const { return {1}; }
};

// d(R^2)/dt has no singular end: R^2 falls steadily to zero.
struct Dissolving {
  static constexpr int kSize = 1;  // time as a function of z = 1 - (R/R0)^2
  double radius, rate, saturation, tau;
  template <class T>
  void slope(const T& z, const std::array<T, 1>&, std::array<T, 1>& dy) const {
    using std::sqrt;
    const T r = radius * sqrt(1 - z);
    const T drive = ((1 - saturation) + tau / r) / (1 + 2 * tau / (3 * r));
    dy[0] = radius * radius / (2 * rate * drive);
  }
  bool possible(const State<1>&) const { return true; }
  State<1> scale() const { return {radius * radius / rate}; }
};

template <class System>
double integral(const System& system, double end) {
  SolverCounts counts;
  ExplicitSolver<System> solver(system, kTight, counts);
  solver.start(0, {0});
  while (solver.end() < end)
    if (!solver.advance(end)) break;
  return solver.at_end()[0];
}

}  // namespace

double rayleigh_factor() {
  // The integrand ends like (1-u)^1.5: its last sliver is added from its leading term.
  constexpr double kSliver = 1e-7;
  const double body = integral(EmptyCollapse{}, 1 - kSliver);
  return body + 2 * std::sqrt(1.5) * std::pow(2 * kSliver, 1.5) * kSliver * 0.4;
}

double minnaert_hz(double radius, double exponent, double density, double ambient,
                   double surface_tension, double vapour) {
  const double curl = 2 * surface_tension / radius;
  const double stiff = 3 * exponent * (ambient - vapour + curl) - curl;
  return std::sqrt(stiff / density) / (2 * std::numbers::pi * radius);
}

BlakeThreshold blake_threshold(double radius, double ambient, double surface_tension,
                               double vapour) {
  const double gas = ambient - vapour + 2 * surface_tension / radius;
  const double critical = std::sqrt(3 * gas * radius * radius * radius / (2 * surface_tension));
  return {vapour - 4 * surface_tension / (3 * critical), critical};
}

double epstein_plesset_s(double radius, double diffusion, double ostwald, double saturation,
                         double tau) {
  return integral(Dissolving{radius, diffusion * ostwald, saturation, tau}, 1 - 1e-14);
}

}  // namespace limber
