#include "base/object.h"

namespace limber {

Json object_of(std::initializer_list<Field> fields) {
  Json object = Json::object();
  for (const Field& field : fields) object.emplace(field.key, std::move(field.value));
  return object;
}

}  // namespace limber
