// A JSON object from its fields: object_of({{"level", level}, {"complete", true}}).
//
// Json{{"level", level}, ...} means the same, but compiles to three times as much code at every
// place, which a page has to wait for. Values are moved out of the list.
#pragma once

#include <initializer_list>

#include "base/json.h"

namespace limber {

struct Field {
  const char* key;
  mutable Json value;  // a list's items are const, and this one is a temporary of ours
};

// A name that comes twice has the first value.
[[nodiscard]] Json object_of(std::initializer_list<Field> fields);

}  // namespace limber
