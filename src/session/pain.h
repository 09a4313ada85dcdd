// What an answer to "that hurts" means.
#pragma once

#include "session/events.h"

namespace limber {

enum class PainMeaning : std::uint8_t { fine, less, stop, stop_nerve };

// `at_rest`: the pain before the session; unknown counts as none, the careful reading.
[[nodiscard]] PainMeaning meaning_of(const SessionEvent& event, std::optional<int> at_rest,
                                     const SessionNumbers& numbers);

}  // namespace limber
