#include "knowledge/load.h"

#include "knowledge/load_facts.h"
#include "knowledge/load_poses.h"
#include "knowledge/load_rules.h"
#include "knowledge/load_tables.h"
#include "knowledge/load_techniques.h"

namespace limber {

Loaded read_knowledge(const Json& document, Problems& problems) {
  Loaded loaded;
  Knowledge& k = loaded.knowledge;
  Reader top(document, "");
  Reader head(top.object("knowledge"), "/knowledge");
  if (head.integer("format", 1, 1000) > kKnowledgeFormat) {
    head.note({ErrorKind::input, "this knowledge is of a newer format than this program reads",
               "/knowledge/format", "install a newer Limber"});
  }
  k.version = head.text("version");
  k.reviewed_by = head.text_or("reviewed_by", "");
  k.hash = top.text_or("hash", "");
  if (top.has("numbers")) k.numbers = read_numbers(top.object("numbers"), "/numbers", problems);
  note(problems, head);

  read_catalogues(document, loaded, problems);
  read_screens(document, k, problems);
  read_small_tables(document, k, problems);
  read_questions(document, loaded, problems);
  read_facts(document, k, problems);
  read_techniques(document, k, problems);
  read_rules(document, k, problems);
  read_conditions(document, loaded, problems);
  k.poses = read_poses(document, problems);
  top.refuse_unknown({"knowledge", "hash", "numbers", "texts", "screen", "source", "escalation",
                      "country", "statement", "question", "fact", "technique", "rule", "condition",
                      "limit", "posture", "motion"});
  note(problems, top);
  return loaded;
}

Result<Loaded> load_knowledge(std::string_view document) {
  const auto json = parse_json(document);
  if (!json) return std::unexpected(json.error());
  Problems problems;
  Loaded loaded = read_knowledge(*json, problems);
  if (!problems.empty()) return std::unexpected(problems.front());
  return loaded;
}

}  // namespace limber
