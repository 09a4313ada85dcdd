// Invariants: (1) every span handed to a solver is smooth: it ends where the pull stops growing;
// (2) what is reported as largest was looked for at zeros of the derivative and at every end and
// kink; (3) a refused or unfinished run gives an Error, never half a result.
#include <limber/joint.h>

#include "joint/explicit_solver.h"
#include "joint/pop_phases.h"
#include "joint/stiff_solver.h"

namespace limber {
std::string_view end_id(PopRun::End end) {
  constexpr std::string_view kIds[] = {"window", "cover_limit", "closed", "pull_over"};
  return kIds[static_cast<int>(end)];
}

Result<PopRun> simulate_pop(const JointParameters& parameters, const RunOptions& options) {
  if (auto fine = check_run(parameters, options, parameters.window); !fine)
    return std::unexpected(fine.error());
  PopRun run;
  const Loading film(parameters, pull_of(parameters));
  const auto loaded = load_film(film, options, run);
  if (!loaded) return std::unexpected(loaded.error());
  if (!loaded->event) return run;
  if (auto fine = pop_from(film, loaded->time, loaded->y, options, run); !fine)
    return std::unexpected(fine.error());
  return run;
}

Result<PopRun> simulate_second_pull(const JointParameters& parameters, const RunOptions& options) {
  const JointParameters& p = parameters;
  if (p.residual < kNoGas) return simulate_pop(parameters, options);
  const double length = std::min(p.pull_max / p.pull_rate + p.hold, 3.0);
  if (auto fine = check_run(parameters, options, length); !fine)
    return std::unexpected(fine.error());
  PopRun run;
  run.had_gas = true;
  run.lowest_pressure = p.ambient;
  // Gas that had minutes to settle: as warm as the tissue, so it follows Boyle's law.
  const Opening film(p, pull_of(p), p.ambient - p.vapour, p.residual, 1);
  // A thin film with a cavity in it is stiff for as long as the gap is small.
  if (auto fine =
          open_film<StiffSolver>(film, 0, {p.film, 0, p.residual, 0, 0}, length, options, run);
      !fine)
    return std::unexpected(fine.error());
  run.lowest_pressure = film.cavity_pressure(run.cavity_max);
  finish(p, run);
  return run;
}

}  // namespace limber
