// What every reader of a knowledge table needs: problems are collected, never thrown, so that an
// editor sees all of them at once.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "knowledge/knowledge.h"

namespace limber {

using Problems = std::vector<Error>;

void note(Problems& problems, const Reader& in);

// A plain id that is not among those seen; it is added to them.
std::string read_id(Reader& in, std::set<std::string>& seen);
Level read_level(Reader& in, const char* key, Problems& problems);
std::map<std::string, double, std::less<>> read_numbers(const Json& object, const std::string& path,
                                                        Problems& problems);

// Index of `word` among `names`, with a problem that lists them if it is none.
template <std::size_t N>
std::size_t one_of(const std::string& word, const std::array<std::string_view, N>& names,
                   const std::string& path, Problems& problems) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == word) return i;
  }
  std::string list;
  for (const auto name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  problems.push_back(
      {ErrorKind::input, "\"" + word + "\" is not possible here", path, "give one of " + list});
  return 0;
}

// Calls read(table, path) for every table of the array under `key`.
template <class Read>
void each(const Json& document, const char* key, Problems& problems, Read read) {
  Reader in(document, "");
  if (!in.has(key)) return;
  std::size_t index = 0;
  for (const Json& table : in.array(key)) {
    read(table, "/" + std::string(key) + "/" + std::to_string(index));
    ++index;
  }
  note(problems, in);
}

}  // namespace limber
