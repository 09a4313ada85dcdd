// L1: the opening is prescribed, the film's pressure follows from it, and one bubble at the axis
// answers. The bubble does not change the film.
#include <limber/joint.h>

#include "joint/explicit_solver.h"
#include "joint/follow.h"
#include "joint/sphere_model.h"

#include <algorithm>

namespace limber {
namespace {

constexpr double kSpan = 25;  // of the opening time; the opening itself happens around 10

// Pressure at the axis of two discs that part as h(t) = h0 + dh/2 (1 + tanh((t - 10 tau)/tau)).
struct Parting {
  const JointParameters& p;

  template <class T>
  T operator()(const T& t) const {
    using std::tanh;
    const double tau = p.opening_time, half = 0.5 * p.opening;
    const T th = tanh((t - 10 * tau) / tau);
    const T sech2 = 1 - th * th;
    const T h = p.film + half * (1 + th);
    const T w = (half / tau) * sech2;
    const T dw = (-2 * half / (tau * tau)) * th * sech2;
    return p.ambient - p.radius * p.radius *
                           (3 * p.viscosity * w / (h * h * h) + p.density * dw / (4 * h) -
                            0.45 * p.density * w * w / (h * h));
  }
  double rate(double t) const { return (*this)(Dual<1>::variable(t, 0)).part[0]; }
};

using Bubble = Sphere<Parting>;

class SphereWatch {
 public:
  static constexpr int kEvents = 3;  // U = 0, V''' = 0, the film's pressure turns
  using Y = State<2>;
  SphereWatch(const Bubble& bubble, SphereRun& run, double rate)
      : bubble_(bubble), run_(run), rate_(rate) {}

  void measure(double t, const Y& y, const Y& dy, std::array<double, kEvents>& values) const {
    values[0] = y[1];
    values[1] = accel_rate(t, y, dy);
    values[2] = bubble_.far.rate(t);
  }
  bool matters(int, double, const Y&) const { return true; }
  bool found(int event, double t, const Y& y, bool rising) {
    if (event == 0 && !rising && y[0] > run_.radius_max) {
      run_.radius_max = y[0];
      run_.radius_max_at = t;
      run_.radius_min_after = 0;  // counts after the largest only
    }
    if (event == 0 && rising && run_.radius_max_at > 0 && run_.radius_min_after == 0) {
      run_.radius_min_after = y[0];
      run_.radius_min_at = t;
    }
    if (event == 1) note_accel(t, y);
    if (event == 2) note_pressure(t);
    return false;
  }
  void note_pressure(double t) {
    const double pressure = bubble_.far(t);
    if (pressure >= run_.pressure_min) return;
    run_.pressure_min = pressure;
    run_.pressure_min_at = t;
  }
  void note_accel(double t, const Y& y) {
    const double a = accel(t, y);
    run_.accel_max = std::max(run_.accel_max, a);
    run_.accel_min = std::min(run_.accel_min, a);
  }
  template <class Solver>
  void kept(Solver& solver, double until) {
    if (rate_ <= 0) return;
    for (;;) {
      const double t = static_cast<double>(run_.time.size()) / rate_;
      if (t > until) return;
      const Y y = solver.at(t);
      run_.time.push_back(t);
      run_.pressure.push_back(bubble_.far(t));
      run_.radius.push_back(y[0]);
      run_.accel.push_back(accel(t, y));
    }
  }

 private:
  double accel(double t, const Y& y) const {
    Y dy;
    bubble_.slope(t, y, dy);
    return volume_acceleration(y[0], y[1], dy[1]);
  }
  double accel_rate(double t, const Y& y, const Y& dy) const {
    using D = Dual<1>;
    std::array<D, 2> states, slopes;
    for (int i = 0; i < 2; ++i) {
      states[i].value = y[i];
      states[i].part[0] = dy[i];
    }
    bubble_.slope(D::variable(t, 0), states, slopes);
    return volume_acceleration(states[0], states[1], slopes[1]).part[0];
  }
  const Bubble& bubble_;
  SphereRun& run_;
  double rate_;
};

}  // namespace

Result<SphereRun> simulate_sphere(const JointParameters& parameters, const RunOptions& options) {
  if (auto fine = check_parameters(parameters); !fine) return std::unexpected(fine.error());
  if (auto fine = check_options(options); !fine) return std::unexpected(fine.error());
  const JointParameters& p = parameters;
  const double end = kSpan * p.opening_time;
  if (options.trace_rate * end > 4e6)
    return fail(ErrorKind::input, "the trace would have more than 4 million samples", "trace_rate",
                "choose a shorter opening or a lower rate");

  const double gas = p.ambient - p.vapour + 2 * p.surface_tension / p.sphere;
  const Bubble bubble{p.density, p.surface_tension, p.wall_viscosity,        p.vapour, gas,
                      p.sphere,  p.sphere_exponent, {1e-3 * p.sphere, 1e-2}, {p}};
  SphereRun run;
  run.pressure_min = bubble.far(0.0);
  SphereWatch watch(bubble, run, options.trace_rate);
  watch.note_accel(0, {p.sphere, 0});
  // The opening is a brief event in a long calm: an interval of its own, so that no first step
  // out of the calm can leap over it.
  const double tau = p.opening_time;
  const auto over = follow<ExplicitSolver>(bubble, watch, run.counts, options, 0, {p.sphere, 0},
                                           {5 * tau, 8 * tau, 10 * tau, 12 * tau, 15 * tau, end},
                                           "while the bubble moves");
  if (!over) return std::unexpected(over.error());
  watch.note_accel(end, over->y);
  const double loudest = std::max(std::abs(run.accel_max), std::abs(run.accel_min));
  run.peak_pa = air_pressure(loudest, p.distance, p.spread);
  run.peak_db = level_db(run.peak_pa);
  return run;
}

}  // namespace limber
