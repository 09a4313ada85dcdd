// "screened": what was answered and what came of it, as it stood then. The verdict is kept, not
// worked out again, so newer rules never rewrite history.
//
// {"knowledge": {"version": "2026.11", "hash": "..."},
//  "answers": {"age": {"is": 42, "at_ms": 1790000000000}, ...},   only what was asked
//  "verdict": {"level": "go", "complete": true, "fired": [...], "conditions": [...]}}
#pragma once

#include <limber/types.h>

#include <optional>
#include <vector>

#include "base/json.h"
#include "knowledge/knowledge.h"

namespace limber {

// A sheet with the moment each answer was given, 0 where there is none.
struct TimedSheet {
  Sheet answers;
  std::vector<std::int64_t> at_ms;
};
[[nodiscard]] TimedSheet blank_timed_sheet(const Knowledge& knowledge);

// What is kept of a verdict: what it said, not what can be worked out from the answers.
[[nodiscard]] Json verdict_to_json(const Verdict& verdict);
// Nothing if the JSON does not fit. Levels and rule ids are taken as they stand.
[[nodiscard]] std::optional<Verdict> verdict_from_json(const Json& json);

[[nodiscard]] Json screened_payload(const Knowledge& knowledge, const TimedSheet& sheet,
                                    const Verdict& verdict);

// The answers of a "screened" payload that this knowledge still understands; others are passed
// over. An answer without a time of its own has the event's.
[[nodiscard]] TimedSheet answers_of(const Knowledge& knowledge, const Json& payload,
                                    std::int64_t event_at_ms);

}  // namespace limber
