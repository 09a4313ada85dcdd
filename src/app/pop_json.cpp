#include "app/pop_run.h"

namespace limber {

Json counts_json(const SolverCounts& c) {
  return {{"steps", c.steps},         {"rejected", c.rejected},
          {"slopes", c.slopes},       {"events", c.events},
          {"jacobians", c.jacobians}, {"event_evaluations", c.event_evaluations}};
}

Json parameters_json(const JointParameters& values) {
  Json out = Json::object();
  for (const ParameterInfo& info : joint_parameters())
    out[std::string(info.name)] = {{"value", parameter_value(values, info)}, {"unit", info.unit}};
  return out;
}

Json told_wait_json(const PopWait& wait) {
  return {{"at_least_min", wait.floor_min},
          {"typical_min", wait.typical_min},
          {"low_min", wait.low_min},
          {"high_min", wait.high_min}};
}

Json summary_json(const SweepSummary& s, std::uint64_t wanted) {
  const auto q = [](const Quantiles& x) {
    return Json{{"median", x.median}, {"p05", x.low}, {"p95", x.high}};
  };
  return {{"points", s.points},       {"wanted", wanted},        {"complete", s.points == wanted},
          {"popped", s.popped},       {"failed", s.failed},      {"in_range", s.in_range},
          {"force_N", q(s.force_N)},  {"peak_dB", q(s.peak_dB)}, {"peak_Hz", q(s.peak_Hz)},
          {"wait_min", q(s.wait_min)}};
}

Json selftest_json(const std::vector<SelfCheck>& checks) {
  Json list = Json::array();
  int failed = 0;
  for (const SelfCheck& c : checks) {
    if (!c.pass) ++failed;
    list.push_back({{"id", c.id},
                    {"what", c.what},
                    {"value", c.value},
                    {"expected", c.expected},
                    {"tolerance", c.tolerance},
                    {"error", c.error},
                    {"pass", c.pass}});
  }
  return {{"checks", std::move(list)}, {"failed", failed}};
}

Json run_json(const PopRun& run) {
  return {
      {"popped", run.popped},
      {"had_gas", run.had_gas},
      {"force_N", run.force},
      {"time_s", run.time},
      {"gap_m", run.gap},
      {"lowest_pressure_Pa", run.lowest_pressure},
      {"cavity_max_m3", run.cavity_max},
      {"cavity_max_after_s", run.cavity_max_after},
      {"still_growing", run.still_growing},
      {"first_peak_m3", run.first_peak},
      {"first_peak_after_s", run.first_peak_after},
      {"cavity_end_m3", run.cavity_end},
      {"gap_end_m", run.gap_end},
      {"accel_max_m3_s2", run.accel_max},
      {"accel_min_m3_s2", run.accel_min},
      {"accel_max_after_s", run.accel_max_after},
      {"accel_min_after_s", run.accel_min_after},
      {"inflow_m3", run.inflow},
      {"volume_error", run.volume_error},
      {"peak_hz", run.peak_hz},
      {"centroid_hz", run.centroid_hz},
      {"t5_95_s", run.t5_95},
      {"peak_dB_1cm", run.peak_db_1cm},
      {"peak_Pa", run.peak_pa},
      {"peak_dB", run.peak_db},
      {"end", end_id(run.end)},
      {"end_after_s", run.end_after},
      {"counts", {{"loading", counts_json(run.loading)}, {"opening", counts_json(run.opening)}}}};
}

namespace {

Json wait_json(const WaitRun& wait) {
  Json levels = Json::array();
  for (std::size_t i = 0; i < wait.level.size(); ++i)
    levels.push_back({{"left", wait.level[i]}, {"minutes", wait.level_min[i]}});
  return {{"pocket_m3", wait.start_volume},    {"ready", wait.ready},
          {"ready_min", wait.ready_min},       {"levels", levels},
          {"gas_error", wait.gas_error},       {"counts", counts_json(wait.counts)},
          {"told", told_wait_json(pop_wait())}};
}

}  // namespace

Json pop_json(const PopResult& result) {
  Json out = {{"preset", result.choice.preset.id},
              {"tolerance", result.choice.options.tolerance},
              {"parameters", parameters_json(result.choice.preset.values)},
              {"pop", run_json(result.run)},
              {"wait", wait_json(result.wait)}};
  if (result.again) {
    Json path = Json::array();
    for (JointState state : result.again->path) path.push_back(state_id(state));
    out["again"] = {{"after_min", *result.choice.again_min},
                    {"path", path},
                    {"pop", run_json(result.again->run)}};
  }
  return out;
}

}  // namespace limber
