// Time in the record, by rules that travel, daylight saving and wrong clocks cannot break:
//  1. An event belongs to the local day it happened on: its UTC time plus the offset stored with
//     it. Neither is ever worked out again.
//  2. Spans of time are differences of UTC milliseconds. A day of shelf life is 24 hours.
//  3. Events are in the order (time, id); the ids of one device ascend within a millisecond.
//  4. An event more than five minutes ahead of now was stamped by a wrong clock. It is kept and
//     shown, but what it says is not trusted to be fresh: its answers are asked again, its
//     clearance does not count. What it warns of counts as if it happened now.
#pragma once

#include <limber/types.h>

#include <cstdint>
#include <optional>

#include "base/day.h"

namespace limber {

inline constexpr std::int64_t kHourMs = 3'600'000;
inline constexpr std::int64_t kClockSlackMs = 300'000;

struct Now {
  std::int64_t at_ms = 0;
  std::int32_t offset_min = 0;
  [[nodiscard]] Day today() const { return local_day(at_ms, offset_min); }
};

// Milliseconds since then, 0 within the slack; nothing if it lies in the future.
[[nodiscard]] inline std::optional<std::int64_t> age_ms(std::int64_t at_ms, const Now& now) {
  if (at_ms > now.at_ms + kClockSlackMs) return std::nullopt;
  return at_ms > now.at_ms ? 0 : now.at_ms - at_ms;
}

[[nodiscard]] inline Day day_of(const Event& event) {
  return local_day(event.at_ms, event.offset_min);
}

}  // namespace limber
