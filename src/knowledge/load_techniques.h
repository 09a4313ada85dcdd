// Reads [[technique]] tables: tempo, doses, kit and steps.
#pragma once

#include "knowledge/load_tools.h"

namespace limber {

void read_techniques(const Json& document, Knowledge& knowledge, Problems& problems);

}  // namespace limber
