// Reads a folder of knowledge (TOML tables, JSON texts) into the one document the loader takes.
//
// toml++ reads the files; every value's file and line is kept, so that a problem the loader or the
// checker finds at "/rule/3/when" can be told as "rules.toml:41".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/json.h"

namespace limber {

struct TomlDocument {
  Json document = Json::object();
  std::map<std::string, std::string> places;  // path in the document -> "rules.toml:41"

  // The file and line of the nearest enclosing value that has one; the path itself otherwise.
  [[nodiscard]] std::string place_of(const std::string& path) const;
};

// Everything in DIR/*.toml and DIR/texts/*.json; en.json and en.plan.json are parts of "en".
// Adds "hash". Problems: unreadable files, broken TOML or JSON, with file:line.
[[nodiscard]] TomlDocument read_knowledge_folder(const std::string& folder,
                                                 std::vector<Error>& problems);

// One TOML file (a physio's pack).
[[nodiscard]] TomlDocument read_toml_file(const std::string& path, std::vector<Error>& problems);

}  // namespace limber
