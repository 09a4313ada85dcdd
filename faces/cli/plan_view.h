// The plan page: what to do, how much of it, why each technique is in, what is different for this
// person, and why the others are left out.
#pragma once

#include <limber/types.h>

#include "base/json.h"
#include "faces/cli/document.h"
#include "knowledge/catalogue.h"

namespace limber::cli {

[[nodiscard]] Document show_plan(const Plan& plan, const Catalogue& words);

// "5 times on each side, hold 3 s"
[[nodiscard]] std::string dose_text(const Dose& dose, const Catalogue& words);
// "6 min 30 s"
[[nodiscard]] std::string duration_text(double seconds, const Catalogue& words);

}  // namespace limber::cli
