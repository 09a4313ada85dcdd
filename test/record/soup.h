// Events for tests: readable ones made by hand, and any soup of them by chance.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "base/random.h"
#include "record/record.h"
#include "record/uuid.h"
#include "record/when.h"

namespace limber {

inline const std::string kDevice = "0192f000-0000-7000-8000-00000000000d";
inline constexpr std::int64_t kNoon = 1'790'000'000'000 / kDayMs * kDayMs + 12 * kHourMs;

inline std::string id_of(std::uint64_t number) {
  return uuid_text(uuid_v7(0x0192f0000000, 0, number));
}

// An event `hours` after noon of day 0, UTC.
inline Event event_at(std::uint64_t number, double hours, std::string kind, const Json& payload) {
  return {id_of(number), kDevice, kNoon + static_cast<std::int64_t>(hours * kHourMs), 0,
          std::move(kind), print_json(payload)};
}

inline Now hours_later(double hours) {
  return {kNoon + static_cast<std::int64_t>(hours * kHourMs), 0};
}

// Any value a payload might hold, sensible or not.
Json any_value(Random& random, int depth);
// An event of any kind whose payload may or may not fit; ids from a small pool, so they clash.
Event any_event(Random& random);
std::vector<Event> any_events(std::uint64_t seed, std::size_t most);

}  // namespace limber
