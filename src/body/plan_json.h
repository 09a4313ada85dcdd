// A plan as JSON and back, without loss: what the log keeps as the snapshot of a session, what
// scripts and the browser read. Whatever is read is checked as if a stranger had written it: a plan
// that is longer than ten minutes, holds more than four techniques or says a wrong duration is
// refused, so that the session can trust what it is given.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <string>

#include "base/json.h"

namespace limber {

[[nodiscard]] Json to_json(const Plan& plan);

// Errors: input, `where` is a path that starts with `path`.
[[nodiscard]] Result<Plan> plan_from_json(const Json& json, const std::string& path);

}  // namespace limber
