#include "joint/refractory.h"

#include "joint/explicit_solver.h"
#include "joint/follow.h"

namespace limber {

Refractory::Refractory(const JointParameters& p)
    : pressure_(p.ambient + p.rest_pressure - p.vapour),
      tension_(p.surface_tension),
      rt_(kGasConstant * p.temperature),
      exchange_(p.exchange),
      start_volume_(p.gas_fraction * p.joint_volume) {
  // Perfusion: what the blood can take away in series with the film it has to cross.
  const auto gas = [&](double share, double solubility, double diffusion, double tissue) {
    const double by_film = diffusion * p.lining;
    const double flow = p.perfusion > 0 ? p.perfusion * by_film / (p.perfusion + by_film) : 0;
    return Gas{share, solubility, diffusion, tissue, solubility * flow};
  };
  gases_ = {gas(p.co2_share, p.co2_solubility, p.co2_diffusion, p.co2_tissue),
            gas(p.o2_share, p.o2_solubility, p.o2_diffusion, p.o2_tissue),
            gas(p.n2_share, p.n2_solubility, p.n2_diffusion, p.n2_tissue)};
}

std::array<double, Refractory::kSize> Refractory::start() const {
  const double r = std::cbrt(3 * start_volume_ / (4 * std::numbers::pi));
  const double moles = (pressure_ + 2 * tension_ / r) * start_volume_ / rt_;
  State<kSize> y{};
  // A gas that is absent is there as a trace, so that it can come in from the tissue.
  for (int k = 0; k < 3; ++k) y[k] = std::max(gases_[k].share, 1e-9) * moles;
  return y;
}

State<Refractory::kSize> Refractory::scale() const {
  const double noise = 1e-3 * pressure_ * start_volume_ / rt_;
  return {noise, noise, noise, noise, noise, noise};
}

namespace {

class WaitWatch {
 public:
  static constexpr int kEvents = 6;
  static constexpr double kGone =
      1e-3;  // of the first volume: surface tension does the rest at once
  using Y = State<Refractory::kSize>;
  WaitWatch(const Refractory& model, double ready_at, std::span<const double> samples, WaitRun& run)
      : model_(model), ready_at_(ready_at), samples_(samples), run_(run) {}

  double threshold(int event) const {
    if (event == 5) return kGone;
    return event == 4 ? ready_at_ : run_.level[event];
  }
  void measure(double, const Y& y, const Y&, std::array<double, kEvents>& values) const {
    const double left = model_.volume(y) / run_.start_volume;
    for (int e = 0; e < kEvents; ++e) values[e] = left - threshold(e);
  }
  bool matters(int, double, const Y&) const { return true; }
  bool found(int event, double s, const Y&, bool rising) {
    if (event == 5) return true;
    if (rising) return false;  // gas that comes back in does not undo the first crossing
    double& minutes = event == 4 ? run_.ready_min : run_.level_min[event];
    if (minutes == 0) minutes = s * s / 60;
    if (event == 4) run_.ready = true;
    return false;
  }
  template <class Solver>
  void kept(Solver& solver, double until) {
    const Y& end = solver.at_end();
    double before = 0, now = 0;
    const Y start = model_.start();
    for (int k = 0; k < 3; ++k) {
      before += start[k];
      now += end[k] + end[k + 3];
    }
    run_.gas_error = std::max(run_.gas_error, std::abs(now - before) / before);
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      const double s = std::sqrt(samples_[i] * 60);
      if (s < solver.begin() || s > until || (s == solver.begin() && s > 0)) continue;
      const Y y = solver.at(s);
      run_.samples[i] = {samples_[i], model_.volume(y) / run_.start_volume, y[0], y[1], y[2]};
    }
  }

 private:
  const Refractory& model_;
  double ready_at_;
  std::span<const double> samples_;
  WaitRun& run_;
};

}  // namespace

Result<WaitRun> simulate_wait(const JointParameters& parameters, const RunOptions& options,
                              std::span<const double> sample_min, double limit_min) {
  if (auto fine = check_parameters(parameters); !fine) return std::unexpected(fine.error());
  if (auto fine = check_options(options); !fine) return std::unexpected(fine.error());
  if (!(limit_min > 0 && limit_min <= 1e6))
    return fail(ErrorKind::input, "the time limit is out of range", "limit_min",
                "the range is above 0 to 1000000 minutes");
  for (double minutes : sample_min)
    if (!(minutes >= 0 && minutes <= limit_min))
      return fail(ErrorKind::input, "a sample lies outside of the time that is simulated",
                  "sample_min", "the range is 0 to " + std::to_string(limit_min) + " minutes");

  const Refractory model(parameters);
  WaitRun run;
  run.start_volume = parameters.gas_fraction * parameters.joint_volume;
  run.samples.resize(sample_min.size());
  WaitWatch watch(model, parameters.ready_at, sample_min, run);
  const auto over = follow<ExplicitSolver>(model, watch, run.counts, options, 0, model.start(),
                                           {std::sqrt(limit_min * 60)}, "while the gas dissolves");
  if (!over) return std::unexpected(over.error());
  return run;
}

}  // namespace limber
