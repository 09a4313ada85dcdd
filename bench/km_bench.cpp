// KM-256: 256 driven bubbles, 1024 + 64 cycles each, rtol = atol = 1e-10, beside Boost.odeint and
// SUNDIALS on a sample of the same points in the same run. Errors are against long double
// references (bench/data/km256_reference.csv) and count only points that are not chaotic: those
// whose end is the same to 1e-7 at tolerances 1e-13 and 3e-13.
//
// Rates are per second of processor time unless the name says wall: other work on the machine then
// changes little. bench_km [quick] leaves SUNDIALS out.
#include "km/equation.h"
#include "km/odeint.h"
#include "km/peak.h"
#include "km/sundials.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "joint/ensemble_km.h"
#include "stopwatch.h"

namespace {

using namespace limber;
using bench::report;

constexpr std::uint64_t count = 256;

// Multiplications and additions of one step of one lane, a fused pair counted as two: counted in
// the machine code of the AVX-512 kernel.
constexpr double flops_per_step = 2290;

struct Reference {
  std::vector<double> x_max = std::vector<double>(count), x_end = x_max;
  std::vector<bool> steady = std::vector<bool>(count);
};

class SharedQueue : public KmQueue {
 public:
  SharedQueue(std::atomic<std::uint64_t>& at, std::uint64_t stride, std::vector<KmResult>& results)
      : at_(at), stride_(stride), results_(results) {}
  bool next(std::uint64_t& id, KmPoint& point) override {
    id = stride_ / 2 + stride_ * at_++;
    if (id >= count) return false;
    point = km_benchmark_point(id, count);
    return true;
  }
  void done(std::uint64_t id, const KmResult& result) override { results_[id] = result; }

 private:
  std::atomic<std::uint64_t>& at_;
  const std::uint64_t stride_;
  std::vector<KmResult>& results_;
};

struct Ensemble {
  std::vector<KmResult> results = std::vector<KmResult>(count);
  double processor_s = 0, wall_s = 0;
  std::uint64_t runs = 0, steps = 0;
};

Ensemble run_ensemble(KmIsa isa, int threads, std::uint64_t stride, double tolerance) {
  Ensemble out;
  KmTask task;
  task.tolerance = tolerance;
  std::atomic<std::uint64_t> at{0};
  std::vector<double> spent(static_cast<std::size_t>(threads));
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> pool;
  for (double& seconds : spent)
    pool.emplace_back([&] {
      const double from = bench::processor_seconds();
      SharedQueue queue(at, stride, out.results);
      if (!km_run(task, queue, isa)) std::abort();
      seconds = bench::processor_seconds() - from;
    });
  for (std::thread& thread : pool) thread.join();
  out.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  for (const double seconds : spent) out.processor_s += seconds;
  for (std::uint64_t u = stride / 2; u < count; u += stride) {
    ++out.runs;
    out.steps += out.results[u].steps;
  }
  return out;
}

Reference load_reference() {
  Reference reference;
  std::ifstream file(std::string(LIMBER_SOURCE_DIR) + "/bench/data/km256_reference.csv");
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::size_t u = 0;
    char comma = 0;
    double x_max = 0, x_end = 0;
    if (!(fields >> u >> comma >> x_max >> comma >> x_end) || u >= count) continue;
    reference.x_max[u] = x_max;
    reference.x_end[u] = x_end;
  }
  const auto tight = run_ensemble(km_best_isa(), 1, 1, 1e-13).results;
  const auto looser = run_ensemble(km_best_isa(), 1, 1, 3e-13).results;
  for (std::size_t u = 0; u < count; ++u)
    reference.steady[u] = std::abs(tight[u].x_end - looser[u].x_end) < 1e-7;
  return reference;
}

// Errors of one solver on the steady points it was given.
struct Errors {
  std::vector<double> x_end, x_max;
  void add(const Reference& reference, std::size_t u, double end, double most) {
    if (!reference.steady[u]) return;
    x_end.push_back(std::abs(end - reference.x_end[u]));
    x_max.push_back(std::abs(most - reference.x_max[u]));
  }
  static double quantile(std::vector<double> values, double part) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(part * last)];
  }
  std::string note() const {
    char text[160];
    std::snprintf(
        text, sizeof text,
        "%zu steady points: x_end error median %.1e, 90%% %.1e; x_max median %.1e, worst %.1e",
        x_end.size(), quantile(x_end, .5), quantile(x_end, .9), quantile(x_max, .5),
        quantile(x_max, 1));
    return text;
  }
};

double report_ours(const Reference& reference, KmIsa isa, int threads, std::uint64_t stride,
                   double peak) {
  const Ensemble run = run_ensemble(isa, threads, stride, bench::tolerance);
  Errors errors;
  for (std::uint64_t u = stride / 2; u < count; u += stride)
    errors.add(reference, u, run.results[u].x_end, run.results[u].x_max);
  const std::string name =
      "km.limber." + std::string(km_isa_name(isa)) + "." + std::to_string(threads) + "t";
  const auto runs = static_cast<double>(run.runs);
  const double rate = runs / run.processor_s;
  report(name + ".cpu", rate * threads, "runs/s", errors.note());
  report(name + ".wall", runs / run.wall_s, "runs/s", "with whatever else the machine was doing");
  const double flops = static_cast<double>(run.steps) * flops_per_step;
  report(name + ".peak_fraction", flops / run.processor_s / peak, "1",
         std::to_string(run.steps / run.runs) + " steps per run, " +
             std::to_string(static_cast<int>(flops_per_step)) + " flops per step, " +
             std::to_string(flops / run.processor_s * 1e-9) + " GFlop/s per thread");
  return rate;
}

template <class Run>
double report_rival(const Reference& reference, const std::string& name,
                    const std::vector<std::uint64_t>& points, double ours_scalar, double ours_best,
                    Run run) {
  Errors errors;
  double right_hand_sides = 0;
  const double start = bench::processor_seconds();
  for (const std::uint64_t u : points) {
    const bench::RivalRun one = run(km_benchmark_point(u, count));
    errors.add(reference, u, one.x_end, one.x_max);
    right_hand_sides += static_cast<double>(one.right_hand_sides);
  }
  const double rate = static_cast<double>(points.size()) / (bench::processor_seconds() - start);
  report("km.rival." + name, rate, "runs/s",
         errors.note() + "; " +
             std::to_string(right_hand_sides / 1e6 / static_cast<double>(points.size())) +
             " M right-hand sides per run");
  report("km.ratio.scalar_over_" + name, ours_scalar / rate, "x",
         "one lane against one; ours is the mean over KM-256");
  report("km.ratio.best_over_" + name, ours_best / rate, "x",
         "one thread against one; ours is the mean over KM-256");
  return rate;
}

}  // namespace

int main(int argc, char** argv) {
  const bool quick = argc > 1 && std::strcmp(argv[1], "quick") == 0;
  const double peak = bench::peak_flops();
  report("km.peak", peak * 1e-9, "GFlop/s", "one thread, a loop of fused multiply-adds");
  const Reference reference = load_reference();

  report_ours(reference, km_best_isa(), 2, 1, peak);
  double scalar = 0, best = 0;
  for (const KmIsa isa : {KmIsa::avx512, KmIsa::avx2, KmIsa::vec128, KmIsa::scalar}) {
    if (!km_isa_available(isa)) continue;
    const double rate = report_ours(reference, isa, 1, isa >= KmIsa::avx2 ? 1 : 4, peak);
    if (isa == km_best_isa()) best = rate;
    if (isa == KmIsa::scalar) scalar = rate;
  }

  const auto rival = [&](const std::string& name, std::vector<std::uint64_t> points, auto run) {
    report_rival(reference, name, points, scalar, best, run);
  };
  std::vector<std::uint64_t> sample;
  for (std::uint64_t u = 8; u < count; u += 16) sample.push_back(u);
  rival("odeint_cash_karp54", sample, bench::odeint_run<bench::CashKarp>);
  rival("odeint_fehlberg78", sample, bench::odeint_run<bench::Fehlberg>);
  if (quick) return 0;
  const std::vector<std::uint64_t> few = {88, 152, 216};
  rival("arkode_cash_karp54", few,
        [](const KmPoint& p) { return bench::arkode_run(p, ARKODE_CASH_KARP_6_4_5); });
  rival("arkode_fehlberg78", few,
        [](const KmPoint& p) { return bench::arkode_run(p, ARKODE_FEHLBERG_13_7_8); });
  rival("cvode_adams", few, [](const KmPoint& p) { return bench::cvode_run(p, CV_ADAMS); });
  rival("cvode_bdf", few, [](const KmPoint& p) { return bench::cvode_run(p, CV_BDF); });
  return 0;
}
