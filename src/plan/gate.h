// The gate every technique passes before it may be in a plan: what the conditions say of it, the
// lock on the neck, and packs. Safety only; wishes come later and can never open this gate.
#pragma once

#include <limber/types.h>

#include <optional>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "plan/history.h"

namespace limber {

struct Gate {
  bool open = false;
  std::string reason;  // plan.excluded.* when it is shut
  Allowed allowed;     // what the verdict says of it
};

// `technique` is an index into the knowledge. A technique the verdict does not name is shut.
[[nodiscard]] Gate gate(const Knowledge& knowledge, const Verdict& verdict, const History& history,
                        int technique);

}  // namespace limber
