// The one core of this instance of WebAssembly, and where its last answer stands.
#pragma once

#include <limber/app.h>

#include "base/json.h"

namespace limber::wasm {

// Nothing before limber_open.
[[nodiscard]] App* opened();
// Keeps {"ok": ...} or {"error": ...} for limber_answer.
void say(Result<Json> result);

}  // namespace limber::wasm
