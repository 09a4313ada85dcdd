// Calendar days without a clock or a time-zone database: proleptic Gregorian arithmetic.
// A day is the number of days since 1970-01-01; a local day comes from UTC and the offset that
// was in force when the thing happened, so later travel or daylight saving never moves it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limber {

using Day = std::int64_t;

inline constexpr std::int64_t kDayMs = 86'400'000;

[[nodiscard]] Day local_day(std::int64_t at_ms, std::int32_t offset_min);
[[nodiscard]] std::string day_text(Day day);                                       // 2026-11-21
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);                 // only real days
[[nodiscard]] std::string time_text(std::int64_t at_ms, std::int32_t offset_min);  // 14:05
// 2026-11-21T14:05:00.000+01:00
[[nodiscard]] std::string instant_text(std::int64_t at_ms, std::int32_t offset_min);

}  // namespace limber
