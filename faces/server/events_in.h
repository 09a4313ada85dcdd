// The API's decoder: the body of a request, as events.
//
// The list is cut into its events first and each is read on its own, so that a large body never
// stands in memory as a tree, and what is off is named by its place ("/events/3/at_ms").
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <string_view>
#include <vector>

namespace limber::server {

inline constexpr std::size_t kMostEvents = 5000;

// {"events": [...]}, one to kMostEvents of them, every field given. Errors: input.
[[nodiscard]] Result<std::vector<Event>> read_events(std::string_view body);

}  // namespace limber::server
