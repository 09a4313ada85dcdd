#include "knowledge/load_tools.h"

#include <algorithm>

#include "body/names.h"

namespace limber {

void note(Problems& problems, const Reader& in) {
  if (in.error()) problems.push_back(*in.error());
}

std::string read_id(Reader& in, std::set<std::string>& seen) {
  std::string id = in.text("id");
  const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!plain) {
    in.note(
        {ErrorKind::input, "an id is made of small letters, digits and _", in.path_of("id"), ""});
  }
  if (!seen.insert(id).second) {
    in.note({ErrorKind::input, "the id \"" + id + "\" is used twice", in.path_of("id"), ""});
  }
  return id;
}

Level read_level(Reader& in, const char* key, Problems& problems) {
  const std::string id = in.text(key);
  const auto level = level_from(id);
  if (!level && !in.error()) {
    problems.push_back({ErrorKind::input, "\"" + id + "\" is not a level", in.path_of(key), ""});
  }
  return level.value_or(Level::go);
}

std::map<std::string, double, std::less<>> read_numbers(const Json& object, const std::string& path,
                                                        Problems& problems) {
  std::map<std::string, double, std::less<>> numbers;
  for (const auto& item : object.items()) {
    const auto value = as_number(item.value());
    if (value) {
      numbers[item.key()] = *value;
    } else {
      problems.push_back({ErrorKind::input, "a number was expected", path + "/" + item.key(), ""});
    }
  }
  return numbers;
}

}  // namespace limber
