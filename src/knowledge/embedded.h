// The compiled knowledge that this binary carries: one JSON document, checked when it was built.
#pragma once

#include <string_view>

namespace limber {

[[nodiscard]] std::string_view embedded_knowledge();

}  // namespace limber
