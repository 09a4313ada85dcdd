#include "joint/run_rules.h"

#include "base/text.h"

#include <cmath>
#include <numbers>

namespace limber {
namespace {

Result<void> within(double value, double low, double high, const char* name) {
  if (value >= low && value <= high) return {};
  return fail(ErrorKind::input, std::string(name) + " is out of range", name,
              "the range is " + number_text(low) + " to " + number_text(high));
}

}  // namespace

Result<void> check_options(const RunOptions& options) {
  if (auto fine = within(options.tolerance, 1e-13, 1e-3, "tolerance"); !fine) return fine;
  if (auto fine = within(options.trace_rate, 0, 2e6, "trace_rate"); !fine) return fine;
  return within(static_cast<double>(options.step_limit), 100, 1e9, "step_limit");
}

Result<void> finished(Stop stop, std::string_view at) {
  if (stop == Stop::stuck)
    return fail(ErrorKind::input, "the model cannot go on: no step is small enough",
                std::string(at), "these values together are outside of what the model describes");
  if (stop == Stop::step_limit)
    return fail(ErrorKind::input, "the run was given up: it needs too many steps", std::string(at),
                "choose less extreme values or a larger tolerance");
  return {};
}

double level_db(double pascal) {
  constexpr double kReference = 20e-6;
  return pascal > kReference ? 20 * std::log10(pascal / kReference) : 0;
}

double air_pressure(double volume_acceleration, double distance, double spread) {
  constexpr double kAirDensity = 1.14;  // kg/m3, at skin temperature
  return kAirDensity * volume_acceleration / (spread * std::numbers::pi * distance);
}

}  // namespace limber
