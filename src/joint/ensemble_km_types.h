// What goes into and comes out of a Keller-Miksis ensemble: plain structs, nothing else.
//
// A point is one bubble in one sound field; a task says how long it is followed and how exactly;
// a result is what came of one point. A queue hands points out and takes results back, so memory
// does not grow with the number of points. Kept apart from ensemble_km.h because the kernels that
// include it are compiled for other instruction sets and must not pull in library code.
#pragma once

#include <cstdint>

namespace limber {

// One gas bubble in a liquid, driven by one sound wave (defaults: air in water at 25 C).
// Allowed ranges are checked by km_check() in ensemble_km.h.
struct KmPoint {
  double f_Hz = 142510.318785;        // driving frequency, 1..1e9
  double P_A_Pa = 1.5e5;              // pressure amplitude of the sound, 0..1e9
  double R_E_m = 10e-6;               // radius at rest, 1e-9..1
  double rho = 997.0639504998557;     // density of the liquid, kg/m3, 1..1e5
  double c = 1497.251785455527;       // speed of sound in it, m/s, 1..1e18
  double mu = 8.902125058209557e-4;   // its viscosity, Pa s, 0..1e4
  double sigma = 0.071977583160056;   // its surface tension, N/m, 0..10
  double p_v_Pa = 3166.775638952003;  // vapour pressure, 0..1e8
  double p_inf_Pa = 1e5;              // pressure far away, 0..1e9, with gas pressure left over
  double gamma = 1.4;                 // polytropic exponent of the gas, 1..3
  double x0 = 1;                      // start: R/R_E, 1e-3..1e3
  double v0 = 0;                      // start: dx/dtau with tau = f t, -1e6..1e6
};

// How long each point is followed, in cycles of its sound, and how exactly.
struct KmTask {
  double transient_cycles = 1024;        // ignored cycles first, 0..1e9
  double window_cycles = 64;             // then cycles whose extrema are wanted, >0..1e9
  double tolerance = 1e-10;              // rtol = atol, each step and component, 1e-15..1e-3
  std::uint64_t max_steps = 10'000'000;  // per point; then the point ends as step_limit
};

enum class KmStatus : std::uint8_t {
  done,        // all numbers are valid
  refused,     // a parameter was out of range; nothing was computed
  step_limit,  // max_steps were not enough; numbers are zero
  failed,      // the equation broke down (a wall as fast as sound, outwards); numbers are zero
};

struct KmResult {
  KmStatus status = KmStatus::refused;
  double x_max = 0;         // largest R/R_E in the window, located where dR/dt = 0, not at a step
  double x_min = 0;         // smallest, likewise
  double x_end = 0;         // R/R_E at the end of the window
  double v_end = 0;         // dx/dtau there
  std::uint64_t steps = 0;  // Taylor steps taken; none is ever rejected
  std::uint64_t event_iterations = 0;  // Newton steps and bisections spent on events
  bool operator==(const KmResult&) const = default;
};

// Hands points to the lanes and takes their results, in whatever order they finish.
// One queue serves one call of km_run; for threads give each its own, fed by a shared counter.
class KmQueue {
 public:
  KmQueue() = default;
  KmQueue(const KmQueue&) = delete;
  KmQueue& operator=(const KmQueue&) = delete;
  virtual ~KmQueue() = default;
  // The next point and a number of the caller's choice; false: no more (also how to interrupt:
  // points already under way are finished, within milliseconds).
  virtual bool next(std::uint64_t& id, KmPoint& point) = 0;
  virtual void done(std::uint64_t id, const KmResult& result) = 0;
};

}  // namespace limber
