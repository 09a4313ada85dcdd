// What every run shares: the limits of its options, and how it says that it could not finish.
#pragma once

#include <limber/joint.h>

#include "joint/drive.h"

#include <string>

namespace limber {

[[nodiscard]] Result<void> check_options(const RunOptions& options);

// Stop::stuck and Stop::step_limit as an Error; `at` says in which part of the run.
[[nodiscard]] Result<void> finished(Stop stop, std::string_view at);

// Sound pressure level of a peak, dB re 20 uPa; -infinity never leaves: silence is 0.
[[nodiscard]] double level_db(double pascal);
// Peak pressure in air of a volume acceleration, `spread` pi being the solid angle.
[[nodiscard]] double air_pressure(double volume_acceleration, double distance, double spread);

}  // namespace limber
