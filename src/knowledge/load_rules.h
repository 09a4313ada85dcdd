// Reads [[rule]] and [[condition]] tables: conditions as expressions, examples as sheets, rows of
// permissions.
#pragma once

#include "knowledge/load.h"
#include "knowledge/load_tools.h"

namespace limber {

// After the facts.
void read_rules(const Json& document, Knowledge& knowledge, Problems& problems);
// After the facts, the techniques and the texts.
void read_conditions(const Json& document, Loaded& loaded, Problems& problems);

}  // namespace limber
