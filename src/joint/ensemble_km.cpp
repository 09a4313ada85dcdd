#include "joint/ensemble_km.h"

#include <cmath>
#include <numbers>
#include <string>

#include "joint/ensemble_km_kernel.h"

namespace limber {
namespace {

struct Bound {
  const char* name;
  double value, least, most;
};

// NaN fails both comparisons, so it is refused like any other value out of range.
bool inside(const Bound& b) {
  return b.value >= b.least && b.value <= b.most;
}

std::string number(double x) {
  std::string text = std::to_string(x);
  if (std::abs(x) >= 1e9 || (x != 0 && std::abs(x) < 1e-3)) {
    const int power = static_cast<int>(std::floor(std::log10(std::abs(x))));
    text = std::to_string(x / std::pow(10.0, power)) + "e" + std::to_string(power);
  }
  return text;
}

Result<void> refuse(const Bound& b) {
  return fail(ErrorKind::input,
              std::string(b.name) + " is " +
                  (std::isfinite(b.value) ? number(b.value) : "not a number") +
                  ", and must be from " + number(b.least) + " to " + number(b.most),
              b.name);
}

template <std::size_t n>
Result<void> check_all(const Bound (&bounds)[n]) {
  for (const Bound& b : bounds)
    if (!inside(b)) return refuse(b);
  return {};
}

double gas_pressure(const KmPoint& q) {
  return q.p_inf_Pa - q.p_v_Pa + 2 * q.sigma / q.R_E_m;
}

// From the physical units of physics (Keller and Miksis, made dimensionless with R_E and f) to the
// coefficients of ensemble_km_taylor.h.
KmCoefficients coefficients(const KmPoint& q) {
  constexpr double pi = std::numbers::pi;
  const double omega = 2 * pi * q.f_Hz;
  const double per_radius = 2 * pi / (q.R_E_m * omega);  // (cycle / radius)
  const double scale = per_radius * per_radius / q.rho;
  const double root = std::sqrt(2 * pi);
  KmCoefficients k;
  k.gas = gas_pressure(q) * scale;
  k.exponent = 2 - 3 * q.gamma;
  k.ambient = (q.p_inf_Pa - q.p_v_Pa) * scale / (2 * pi);
  k.tension = 2 * q.sigma / q.R_E_m * scale / root;
  k.viscous = 4 * q.mu / (q.rho * q.R_E_m * q.R_E_m) * (2 * pi / omega);
  k.sound = q.P_A_Pa * scale / (2 * pi);
  k.mach = q.R_E_m * omega / (2 * pi * q.c) * root;
  k.log_x = std::log(q.x0);
  k.p = q.x0 * q.v0;
  return k;
}

// The one point that km_run_one wants.
class OnePoint : public KmQueue {
 public:
  explicit OnePoint(const KmPoint& point) : point_(point) {}
  bool next(std::uint64_t& id, KmPoint& point) override {
    id = 0;
    point = point_;
    return std::exchange(left_, false);
  }
  void done(std::uint64_t, const KmResult& result) override { result_ = result; }
  const KmResult& result() const { return result_; }

 private:
  KmPoint point_;
  KmResult result_;
  bool left_ = true;
};

}  // namespace

bool KmFeed::next(std::uint64_t& id, KmCoefficients& k) {
  KmPoint point;
  while (queue_.next(id, point)) {
    if (km_check(point)) {
      k = coefficients(point);
      return true;
    }
    queue_.done(id, {.status = KmStatus::refused});
  }
  return false;
}

std::string_view km_isa_name(KmIsa isa) {
  switch (isa) {
    case KmIsa::scalar:
      return "scalar";
    case KmIsa::vec128:
      return "vec128";
    case KmIsa::avx2:
      return "avx2";
    case KmIsa::avx512:
      return "avx512";
  }
  return "";
}

int km_lanes(KmIsa isa) {
  return 1 << static_cast<int>(isa);
}

bool km_isa_available(KmIsa isa) {
  switch (isa) {
    case KmIsa::scalar:
    case KmIsa::vec128:
      return true;
#if defined(__x86_64__)
    case KmIsa::avx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case KmIsa::avx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("fma");
#else
    default:
      return false;
#endif
  }
  return false;
}

KmIsa km_best_isa() {
  for (const KmIsa isa : {KmIsa::avx512, KmIsa::avx2})
    if (km_isa_available(isa)) return isa;
  return KmIsa::vec128;
}

Result<void> km_check(const KmPoint& q) {
  const Bound bounds[] = {
      {"f_Hz", q.f_Hz, 1, 1e9},  {"P_A_Pa", q.P_A_Pa, 0, 1e9}, {"R_E_m", q.R_E_m, 1e-9, 1},
      {"rho", q.rho, 1, 1e5},    {"c", q.c, 1, 1e18},          {"mu", q.mu, 0, 1e4},
      {"sigma", q.sigma, 0, 10}, {"p_v_Pa", q.p_v_Pa, 0, 1e8}, {"p_inf_Pa", q.p_inf_Pa, 0, 1e9},
      {"gamma", q.gamma, 1, 3},  {"x0", q.x0, 1e-3, 1e3},      {"v0", q.v0, -1e6, 1e6},
  };
  if (auto ok = check_all(bounds); !ok) return ok;
  if (!(gas_pressure(q) > 0))
    return fail(ErrorKind::input,
                "the gas pressure at rest, p_inf - p_v + 2 sigma / R_E, must be above zero",
                "p_inf_Pa", "raise p_inf_Pa or lower p_v_Pa");
  return {};
}

Result<void> km_check(const KmTask& task) {
  const Bound bounds[] = {
      {"transient_cycles", task.transient_cycles, 0, 1e9},
      {"window_cycles", task.window_cycles, 1e-9, 1e9},
      {"tolerance", task.tolerance, 1e-15, 1e-3},
      {"max_steps", static_cast<double>(task.max_steps), 1, 1e15},
  };
  return check_all(bounds);
}

Result<void> km_run(const KmTask& task, KmQueue& queue, KmIsa isa) {
  if (auto ok = km_check(task); !ok) return ok;
  if (!km_isa_available(isa))
    return fail(ErrorKind::usage, "this machine has no " + std::string(km_isa_name(isa)));
  KmFeed feed(queue);
  switch (isa) {
    case KmIsa::scalar:
      km_lanes_scalar(task, feed);
      break;
    case KmIsa::vec128:
      km_lanes_vec128(task, feed);
      break;
#if defined(__x86_64__)
    case KmIsa::avx2:
      km_lanes_avx2(task, feed);
      break;
    case KmIsa::avx512:
      km_lanes_avx512(task, feed);
      break;
#else
    default:
      break;
#endif
  }
  return {};
}

Result<KmResult> km_run_one(const KmTask& task, const KmPoint& point) {
  if (auto ok = km_check(point); !ok) return std::unexpected(ok.error());
  OnePoint queue(point);
  if (auto ok = km_run(task, queue, KmIsa::scalar); !ok) return std::unexpected(ok.error());
  return queue.result();
}

KmPoint km_benchmark_point(std::uint64_t index, std::uint64_t count) {
  KmPoint point;
  const double place =
      count > 1 ? static_cast<double>(index) / static_cast<double>(count - 1) : 0.0;
  point.f_Hz = 20e3 * std::pow(50.0, place);
  return point;
}

}  // namespace limber
