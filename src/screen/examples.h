// Each example in the rules names the level its whole sheet must end in; this holds them to it.
#pragma once

#include <vector>

#include "screen/compiled.h"

namespace limber {

// Problems with `where` as a path into the knowledge document ("/rule/3/examples/0").
[[nodiscard]] std::vector<Error> check_examples(const Knowledge& knowledge);

}  // namespace limber
