// The joint through time. A pop leaves gas behind; until most of it is back in solution the film
// cannot hold tension, so a pull opens it smoothly. The two time scales meet in the state only: the
// pocket of the wait is set by the parameters (docs/physics.md 5), not by the cavity of the pop.
#include <limber/joint.h>

#include <algorithm>

namespace limber {

std::string_view state_id(JointState state) {
  constexpr std::string_view kIds[] = {"ready", "loading",   "inception",
                                       "pop",   "hand_over", "refractory"};
  return kIds[static_cast<int>(state)];
}

Result<Joint> Joint::make(const JointParameters& parameters, const RunOptions& options) {
  Joint joint;
  joint.parameters_ = parameters;
  joint.options_ = options;
  if (options.trace_rate == 0) joint.options_.trace_rate = 48e3;  // the pitch needs a trace
  auto wait = simulate_wait(parameters, options);
  if (!wait) return std::unexpected(wait.error());
  joint.wait_ = std::move(*wait);
  return joint;
}

JointState Joint::state(double minute) const {
  const double since = minute - last_pop_min_;
  const bool ready = since > 1e200 || (wait_.ready && since >= wait_.ready_min);
  return ready ? JointState::ready : JointState::refractory;
}

Result<JointEpisode> Joint::pull(double minute) {
  if (!(minute >= last_pull_min_ && minute < 1e12))
    return fail(ErrorKind::input, "a pull cannot come before the last one", "minute",
                "minutes count on");
  const JointState before = state(minute);
  const bool gas = before == JointState::refractory && parameters_.residual >= kNoGas;
  auto run =
      gas ? simulate_second_pull(parameters_, options_) : simulate_pop(parameters_, options_);
  if (!run) return std::unexpected(run.error());
  last_pull_min_ = minute;

  JointEpisode episode;
  episode.path = {before, JointState::loading};
  const bool inception = !run->had_gas && run->end != PopRun::End::pull_over;
  if (inception) {
    episode.path.insert(episode.path.end(), {JointState::inception, JointState::pop,
                                             JointState::hand_over, JointState::refractory});
    last_pop_min_ = minute;
  } else {
    episode.path.push_back(before);
  }
  episode.pop = {.force_N = run->force,
                 .time_s = run->time,
                 .gap_m = run->gap,
                 .cavity_m3 = run->cavity_max,
                 .peak_dB = run->peak_db,
                 .peak_Hz = run->peak_hz,
                 .wait_min = wait_.ready_min,
                 .silent = !run->popped};
  episode.run = std::move(*run);
  return episode;
}

}  // namespace limber
