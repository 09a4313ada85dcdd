#include <limber/joint.h>

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace limber {
namespace {

std::string range_text(const ParameterInfo& info) {
  std::string text = number_text(info.allowed.low) + " to " + number_text(info.allowed.high);
  if (!info.unit.empty()) text += " " + std::string(info.unit);
  return text;
}

Result<void> check_range(const ParameterInfo& info, double value) {
  // A hair of slack: 5 um written in metres and back is not quite 5.
  const double slack = 1e-12 * std::max(std::abs(info.allowed.low), std::abs(info.allowed.high));
  if (value >= info.allowed.low - slack && value <= info.allowed.high + slack) return {};
  const std::string shown = std::isfinite(value) ? number_text(value) : "not a finite number";
  return fail(ErrorKind::input, std::string(info.name) + " is out of range: " + shown,
              std::string(info.name), "the range is " + range_text(info));
}

const ParameterInfo* find_parameter(std::string_view name) {
  for (const ParameterInfo& info : joint_parameters())
    if (info.name == name) return &info;
  return nullptr;
}

}  // namespace

Result<void> set_parameter(JointParameters& parameters, std::string_view name, double value) {
  const ParameterInfo* info = find_parameter(name);
  if (!info) {
    std::vector<std::string> names;
    for (const ParameterInfo& each : joint_parameters()) names.emplace_back(each.name);
    const auto meant = nearest(name, names);
    return fail(ErrorKind::input, "there is no parameter \"" + std::string(name) + "\"",
                std::string(name),
                meant ? "did you mean " + *meant + "?" : "limber pop --parameters lists them");
  }
  if (auto fine = check_range(*info, value); !fine) return fine;
  parameters.*(info->field) = value * info->per_unit;
  return {};
}

Result<void> set_parameter(JointParameters& parameters, std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos)
    return fail(ErrorKind::input, "\"" + std::string(text) + "\" is not name=value",
                std::string(text), "write it as film=40");
  const std::string_view name = trim(text.substr(0, equals));
  const std::string_view written = trim(text.substr(equals + 1));
  const std::optional<double> value = parse_number(written);
  if (!value)
    return fail(ErrorKind::input, "\"" + std::string(written) + "\" is not a number",
                std::string(name), "write it as 40 or 2.5e-3, without a unit");
  return set_parameter(parameters, name, *value);
}

Result<void> check_parameters(const JointParameters& parameters) {
  for (const ParameterInfo& info : joint_parameters())
    if (auto fine = check_range(info, parameters.*(info.field) / info.per_unit); !fine) return fine;
  const double shares = parameters.co2_share + parameters.o2_share + parameters.n2_share;
  if (std::abs(shares - 1) > 1e-9)
    return fail(ErrorKind::input,
                "co2_share, o2_share and n2_share add up to " + number_text(shares), "co2_share",
                "they must add up to 1");
  if (parameters.ambient + std::min(parameters.rest_pressure, 0.0) < parameters.vapour + 1e3)
    return fail(ErrorKind::input, "the joint would boil: no gas pressure is left beside the vapour",
                "ambient", "ambient, and ambient + rest_pressure, must be at least vapour + 1 kPa");
  return {};
}

double parameter_value(const JointParameters& parameters, const ParameterInfo& info) {
  const double value = parameters.*(info.field) / info.per_unit;
  char text[40];
  const auto [end, problem] =
      std::to_chars(text, text + sizeof text, value, std::chars_format::general, 15);
  double tidy = value;
  if (problem == std::errc{}) (void)std::from_chars(text, end, tidy);
  return tidy;
}

}  // namespace limber
