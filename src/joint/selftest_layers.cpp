#include "joint/film.h"
#include "joint/selftest.h"

#include <algorithm>
#include <cmath>

namespace limber {
namespace {

RunOptions tight(double tolerance, double trace_rate = 0) {
  RunOptions options;
  options.tolerance = tolerance;
  options.trace_rate = trace_rate;
  return options;
}

// V4: two discs pulled apart in a viscous film (Stefan 1874), from the equations of the loading.
void check_squeeze(std::vector<SelfCheck>& checks) {
  JointParameters p;
  p.radius = 5e-3;
  p.density = 1e-9;  // no inertia
  const Loading film(p, pull_of(p));
  const double viscous = film.film(State<3>{50e-6, 0.01, 0}).viscous;
  check_value(checks, "V4", "suction at the axis of a squeeze film, Pa", viscous, 120'000, 1e-6);
  check_value(checks, "V4", "its force, N", 0.5 * film.area * viscous, 4.71239, 1e-6);
}

void check_sphere_row(std::vector<SelfCheck>& checks) {
  const auto preset = joint_preset("literature");
  const auto run = simulate_sphere(preset->values, tight(1e-10)).value_or(SphereRun{});
  const auto add = [&](const char* what, double value, double expected, double tolerance) {
    check_value(checks, "V9", what, value, expected, tolerance);
  };
  add("L1: lowest pressure, kPa", run.pressure_min / 1e3, 11.56734, 1e-6);
  add("L1: largest radius, mm", run.radius_max * 1e3, 1.500377, 1e-6);
  add("L1: smallest radius after it, mm", run.radius_min_after * 1e3, 0.7322517, 1e-6);
  add("L1: largest V'', m3/s2", run.accel_max, 0.1302409, 1e-5);
  add("L1: smallest V'', m3/s2", run.accel_min, -0.1385069, 1e-5);
}

void check_pop_rows(std::vector<SelfCheck>& checks) {
  const auto row = [&](const char* preset, const char* id, std::initializer_list<double> expected) {
    const auto run =
        simulate_pop(joint_preset(preset)->values, tight(1e-10, 96e3)).value_or(PopRun{});
    const double* e = expected.begin();
    const auto add = [&](const char* what, double value, double tolerance) {
      check_value(checks, id, std::string(preset) + ": " + what, value, *e++, tolerance);
    };
    add("force at inception, N", run.force, 1e-6);
    add("time of inception, s", run.time, 1e-6);
    add("gap at inception, um", run.gap * 1e6, 1e-6);
    add("largest cavity, mm3", run.cavity_max * 1e9, 1e-6);
    add("cavity after 40 ms, mm3", run.cavity_end * 1e9, 1e-6);
    add("gap after 40 ms, um", run.gap_end * 1e6, 1e-6);
    add("largest V'', m3/s2", run.accel_max, 1e-4);
    add("smallest V'', m3/s2", run.accel_min, 1e-4);
    add("level at 1 cm, dB", run.peak_db_1cm, 1e-3);
    add("strongest frequency, Hz", run.peak_hz, 1e-2);
    add("spectral centroid, Hz", run.centroid_hz, 1e-2);
    add("5-95 % of the energy, ms", run.t5_95 * 1e3, 1e-2);
    check_value(checks, "V12", std::string(preset) + ": volume invariant", run.volume_error, 0,
                1e-10);
  };
  row("finger", "V10",
      {19.966749, 0.99833747, 183.7598, 52.53724, 36.79012, 459.5540, 0.0575433, -0.0928057, 92.5,
       152, 1698, 5.87});
  row("facet_thrust", "V10",
      {22.612732, 0.015075155, 241.1013, 55.09425, 55.09425, 872.6361, 0.0313946, -0.0422660, 85.7,
       844, 793, 2.49});
}

void check_wait_row(std::vector<SelfCheck>& checks) {
  const double minutes[] = {1, 5, 15};
  const auto run = simulate_wait({}, tight(1e-10), minutes).value_or(WaitRun{});
  const double levels[] = {5.2056, 8.6304, 16.6737, 122.12}, left[] = {0.76567, 0.50803, 0.31183};
  for (int i = 0; i < 4; ++i)
    check_value(checks, "V11", "L3: minutes to V/V0 = " + std::to_string(run.level[i]).substr(0, 4),
                run.level_min[i], levels[i], 1e-4);
  for (int i = 0; i < 3 && run.samples.size() == 3; ++i)
    check_value(checks, "V11", "L3: V/V0 after " + std::to_string(int(minutes[i])) + " min",
                run.samples[i].volume, left[i], 1e-4);
  check_value(checks, "V11", "L3: gas left and dissolved", run.gas_error, 0, 1e-12);
}

void check_second_pull(std::vector<SelfCheck>& checks) {
  const auto run = simulate_second_pull({}, tight(1e-8)).value_or(PopRun{});
  const double loudest = std::max(run.accel_max, -run.accel_min);
  check_value(checks, "V15", "second pull with gas: loudest V'', m3/s2", loudest, 7.7e-4, 0.5);
}

}  // namespace

void check_layers(std::vector<SelfCheck>& checks) {
  check_squeeze(checks);
  check_sphere_row(checks);
  check_pop_rows(checks);
  check_wait_row(checks);
  check_second_pull(checks);
}

}  // namespace limber
