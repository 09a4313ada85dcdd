// A session's state, effects and view as JSON, for faces that keep the state on their own side (the
// browser, a script). What comes back is checked against the plan, so that a state from anywhere is
// as safe to step as our own.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <string>

#include "base/json.h"
#include "session/step.h"
#include "session/summary.h"
#include "session/view.h"

namespace limber {

[[nodiscard]] Json to_json(const State& state);
// Errors: input, also when it does not belong to this plan.
[[nodiscard]] Result<State> state_from_json(const Json& json, const Plan& plan,
                                            const std::string& path);

// {"kind": "append", "event": {"kind", "payload"}} and so on.
[[nodiscard]] Json to_json(const Effect& effect);
[[nodiscard]] Json to_json(const View& view);
[[nodiscard]] Json to_json(const SessionSummary& summary);

}  // namespace limber
