// What every event must be before it is kept or taken in, whatever its kind.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <cstddef>
#include <cstdint>

namespace limber {

inline constexpr std::size_t kPayloadLimit = 1 << 20;                 // bytes
inline constexpr std::int64_t kEventTimeLimit = 253'402'300'799'999;  // the end of year 9999

// id and device are canonical UUIDs; 0 <= at_ms <= kEventTimeLimit; |offset_min| <= 1440;
// kind is 1-64 of a-z 0-9 _ . ; payload is one JSON object of at most kPayloadLimit bytes, exactly
// as print_json writes it, so that an event that travels through an export comes back as itself.
// Errors: input, `where` names the field after `path`.
[[nodiscard]] Result<void> check_event(const Event& event, const std::string& path);

}  // namespace limber
