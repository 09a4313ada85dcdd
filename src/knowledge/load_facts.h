// Reads [[screen]] and [[fact]] tables.
#pragma once

#include "knowledge/load_tools.h"

namespace limber {

void read_screens(const Json& document, Knowledge& knowledge, Problems& problems);
// After the screens.
void read_facts(const Json& document, Knowledge& knowledge, Problems& problems);

}  // namespace limber
