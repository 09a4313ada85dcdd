// Reads [[limit]], [[posture]] and [[motion]] tables, and checks what they promise.
#pragma once

#include <vector>

#include "base/json.h"
#include "knowledge/knowledge.h"

namespace limber {

// Postures are written once and named by motions; errors are written as what differs.
[[nodiscard]] Poses read_poses(const Json& document, std::vector<Error>& problems);

// Every motion has a technique (a physio's own may have no motion); every joint has its limits;
// keys stand in order; each motion shows at least two errors that its technique has.
[[nodiscard]] std::vector<Error> check_poses(const Knowledge& knowledge);

}  // namespace limber
