// One pop, its wait, and ten thousand joints, beside Boost.odeint on the same equations.
//
// Rates are per second of processor time unless the name says wall. The rival gets the opening
// phase only (its stiff solver needs ublas): the same right-hand side, the same tolerance, no
// events, no dense output; ours does all of that in the time given.
#include <limber/joint.h>

#include <algorithm>
#include <boost/numeric/odeint.hpp>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "host/thread_runner.h"
#include "joint/driven_bubble.h"
#include "joint/explicit_solver.h"
#include "joint/film.h"
#include "joint/pop_lanes.h"
#include "opening/sundials.h"
#include "stopwatch.h"

namespace {

using namespace limber;
using bench::report;

// Shortest processor time of `repeats` calls, in ms: what others do on the machine only adds.
template <class F>
double least_ms(int repeats, F&& work) {
  double least = 1e300;
  for (int i = 0; i < repeats; ++i) {
    const double start = bench::processor_seconds();
    work();
    least = std::min(least, (bench::processor_seconds() - start) * 1e3);
  }
  return least;
}

void one_pop() {
  for (const char* id : {"finger", "facet_thrust", "facet_stretch"}) {
    const JointParameters p = joint_preset(id)->values;
    PopRun run;
    const double ms = least_ms(51, [&] { run = *simulate_pop(p); });
    report(
        std::string("pop.") + id, ms, "ms",
        "rtol 1e-8, " + std::to_string(run.loading.steps + run.opening.steps) + " steps; goal 0.5");
  }
  report("pop.wait", least_ms(51, [] { (void)*simulate_wait({}); }), "ms",
         "L3 to 600 min; goal 0.2");
}

// By its own maximum: a fine dense search between the steps.
double largest_cavity(const Opening& film, double from, const std::array<double, 5>& start) {
  SolverCounts counts;
  ExplicitSolver<Opening> solver(film, 1e-12, counts);
  solver.start(from, start);
  double most = 0;
  while (solver.end() < from + 0.04 && solver.advance(from + 0.04))
    for (int i = 1; i <= 400; ++i)
      most =
          std::max(most, solver.at(solver.begin() + (solver.end() - solver.begin()) * i / 400)[2]);
  return most;
}

void work_and_precision_of_the_opening() {
  const JointParameters p;
  const PopRun run = *simulate_pop(p);
  const double v0 = kPi * p.nucleus * p.nucleus * run.gap;
  const Opening film(p, pull_of(p), p.nucleus_pressure, v0, p.gas_exponent);
  const State<5> start = {run.gap, 0.05, v0, 0, film.area * (run.gap - p.film)};
  const auto end_volume = [&](double tolerance, SolverCounts& counts) {
    ExplicitSolver<Opening> solver(film, tolerance, counts);
    solver.start(run.time, start);
    while (solver.end() < run.time + 0.04 && solver.advance(run.time + 0.04)) {
    }
    return solver.at_end()[2];
  };
  SolverCounts tight;
  const double exact = end_volume(1e-13, tight);
  for (const double tolerance : {1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10}) {
    SolverCounts counts;
    const double error = std::abs(end_volume(tolerance, counts) / exact - 1);
    char note[100];
    std::snprintf(note, sizeof note, "rtol %.0e, %ld steps, %ld right-hand sides", tolerance,
                  counts.steps, counts.slopes);
    report("pop.opening.error", error, "1", note);
  }
}

void work_and_precision_of_the_loading() {
  for (const char* id : {"finger", "facet_thrust"}) {
    const JointParameters p = joint_preset(id)->values;
    const auto at = [&](double tolerance) {
      RunOptions options;
      options.tolerance = tolerance;
      return *simulate_pop(p, options);
    };
    const double exact = at(1e-13).time;
    for (const double tolerance : {1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10}) {
      const PopRun run = at(tolerance);
      char note[100];
      std::snprintf(note, sizeof note, "rtol %.0e, %ld steps, %ld right-hand sides", tolerance,
                    run.loading.steps, run.loading.slopes);
      report(std::string("pop.loading.error.") + id, std::abs(run.time / exact - 1), "1", note);
    }
  }
}

void against_others() {
  using Array = std::array<double, 5>;
  const JointParameters p;
  const PopRun run = *simulate_pop(p);
  // Close to the state at inception: the same work for both.
  const double v0 = kPi * p.nucleus * p.nucleus * run.gap;
  const Opening film(p, pull_of(p), p.nucleus_pressure, v0, p.gas_exponent);
  const double drawn = film.area * (run.gap - p.film);
  const Array start = {run.gap, 0.05, v0, 0, drawn};
  SolverCounts counts;
  Array end_ours{}, end_theirs{};
  const double ours = least_ms(31, [&] {
    ExplicitSolver<Opening> solver(film, 1e-8, counts);
    solver.start(run.time, start);
    while (solver.end() < run.time + 0.04 && solver.advance(run.time + 0.04)) {
    }
    end_ours = solver.at_end();
  });
  // The largest cavity at its true time, for those who read it at step points.
  const double most = largest_cavity(film, run.time, start);
  namespace ode = boost::numeric::odeint;
  // Its error norm has one absolute tolerance: states are scaled to order one first.
  const Array scale = {1e-4, 0.1, 1e-8, 1e-6, 1e-8};
  const auto rhs = [&](const Array& x, Array& dx, double t) {
    Array y, dy;
    for (int i = 0; i < 5; ++i) y[i] = x[i] * scale[i];
    film.slope(t, y, dy);
    for (int i = 0; i < 5; ++i) dx[i] = dy[i] / scale[i];
  };
  const double theirs = least_ms(31, [&] {
    Array x;
    for (int i = 0; i < 5; ++i) x[i] = start[i] / scale[i];
    ode::integrate_adaptive(ode::make_controlled(1e-8, 1e-8, ode::runge_kutta_fehlberg78<Array>()),
                            rhs, x, run.time, run.time + 0.04, 1e-8);
    end_theirs = x;
  });
  const auto against = [&](const std::string& name, const bench::OpeningRun& found, double ms) {
    char text[160];
    std::snprintf(
        text, sizeof text,
        "%ld right-hand sides; V(40 ms) differs by %.1e, largest V at step points by %.1e",
        found.right_hand_sides, std::abs(found.end_volume / end_ours[2] - 1),
        std::abs(found.most_volume / most - 1));
    report("pop.opening." + name, ms, "ms", text);
    report("pop.opening.ratio_" + name, ms / ours, "x", "theirs / ours");
  };
  const bench::OpeningProblem problem{film, run.time, run.time + 0.04, start, 0};
  bench::OpeningRun rival;
  double ms = least_ms(15, [&] { rival = bench::arkode_opening(problem, ARKODE_FEHLBERG_13_7_8); });
  against("arkode_fehlberg78", rival, ms);
  ms = least_ms(15, [&] { rival = bench::arkode_opening(problem, ARKODE_CASH_KARP_6_4_5); });
  against("arkode_cash_karp54", rival, ms);
  ms = least_ms(15, [&] { rival = bench::cvode_opening(problem, CV_ADAMS); });
  against("cvode_adams", rival, ms);
  ms = least_ms(15, [&] { rival = bench::cvode_opening(problem, CV_BDF); });
  against("cvode_bdf", rival, ms);
  report("pop.opening", ours, "ms", "DOP853 alone, no events");
  report("pop.opening.odeint", theirs, "ms", "Fehlberg 7(8)");
  char note[80];
  std::snprintf(note, sizeof note, "odeint / ours; ends differ by %.1e",
                std::abs(end_theirs[2] * scale[2] / end_ours[2] - 1));
  report("pop.opening.ratio", theirs / ours, "x", note);
}

void many_joints() {
  RunOptions options;
  options.tolerance = 1e-6;
  host::ThreadRunner threads(2);
  const ForEach each = [&](std::size_t count, const std::function<void(std::size_t)>& work) {
    threads.run(count, work);
  };
  Sweep sweep(*joint_preset("facet_stretch"), 10'000, 1, options);
  const std::clock_t start = std::clock();  // of all threads
  const auto wall = std::chrono::steady_clock::now();
  while (sweep.advance(each, 512)) {
  }
  const double spent = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - wall;
  report("pop.sweep.10000", spent / 2, "s",
         "processor time over two threads, with spectra; goal 5");
  report("pop.sweep.10000.wall", passed.count(), "s", "two threads");
}

// The same joints one by one and side by side; the bits are the same.
void side_by_side() {
  RunOptions options;
  options.tolerance = 1e-6;
  std::vector<JointParameters> many;
  for (std::uint64_t i = 0; i < 256; ++i)
    many.push_back(sweep_point(*joint_preset("facet_stretch"), 1, i, options).parameters);
  options.trace_rate = 48e3;
  for (const KmIsa isa : {KmIsa::scalar, KmIsa::vec128, KmIsa::avx2, KmIsa::avx512})
    if (km_isa_available(isa))
      report("pop.many." + std::string(km_isa_name(isa)),
             least_ms(5, [&] { (void)simulate_pops(many, options, isa); }) /
                 static_cast<double>(many.size()),
             "ms", "per pop, of 256 drawn from the spread, rtol 1e-6, with spectra");
}

void work_and_precision() {
  for (double tolerance : {1e-6, 1e-7, 1e-8, 1e-9, 1e-10}) {
    RunOptions options;
    options.tolerance = tolerance;
    KellerMiksisRun run;
    const double ms = least_ms(1, [&] { run = *simulate_keller_miksis({}, options); });
    char note[120];
    std::snprintf(note, sizeof note, "rtol %.0e, %ld steps, %ld right-hand sides, error %.1e",
                  tolerance, run.counts.steps, run.counts.slopes,
                  std::abs(run.end_radius - 3.876100329978));
    report("km1.scalar", ms, "ms", note);
  }
  // In the order of the self-test.
  const char* names[] = {"km1.order", "pop.opening.order", "pop.loading.order"};
  int at = 0;
  for (const SelfCheck& check : joint_selftest())
    if (check.id == "V14")
      report(names[at++], check.value, "", "nominal " + std::to_string(int(check.expected)));
}

}  // namespace

int main() {
  one_pop();
  against_others();
  work_and_precision_of_the_opening();
  work_and_precision_of_the_loading();
  many_joints();
  side_by_side();
  work_and_precision();
}
