// From the one JSON document (compiled knowledge, a clinician's folder, a pack) to typed tables.
//
// Reading goes on after a problem, so that an editor sees all of them at once. `where` of each is
// a path into the document ("/rule/3/when"); host turns it into file and line.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "knowledge/catalogue.h"
#include "knowledge/knowledge.h"

namespace limber {

inline constexpr int kKnowledgeFormat = 1;

// A question people ask, and the statements that answer it, the most important first. To be read
// only: no engine needs it, so it stands beside the knowledge and not in it.
struct CommonQuestion {
  std::string id;     // text question.<id>
  std::string group;  // text question_group.<group>
  std::vector<int> statements;
};

struct Loaded {
  Knowledge knowledge;
  std::vector<CommonQuestion> questions;
  std::map<std::string, Catalogue, std::less<>> catalogues;  // by language
};

// Tables that could be read, and every problem found on the way.
[[nodiscard]] Loaded read_knowledge(const Json& document, std::vector<Error>& problems);

// The embedded document or any other that must be sound. Errors: the first problem.
[[nodiscard]] Result<Loaded> load_knowledge(std::string_view document);

// Reads [[technique]] tables of a pack; used by read_knowledge and by packs.
[[nodiscard]] Technique read_technique(const Json& table, const std::string& path,
                                       std::vector<Error>& problems);
// One row of permissions: "ok", "avoid", "modify", or {"modify": true, "dose": 0.5, "range": 0.5}.
[[nodiscard]] Modification read_modification(const Json& cell, const std::string& path,
                                             std::vector<Error>& problems);
// What the expression parser needs to know of these facts.
[[nodiscard]] FactNames fact_names(const Knowledge& knowledge);

}  // namespace limber
