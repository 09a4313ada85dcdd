#include "knowledge/load_rules.h"

#include <algorithm>

#include "body/names.h"
#include "knowledge/answers.h"

namespace limber {
namespace {

Expr read_when(Reader& in, const FactNames& names, std::string& text, Problems& problems) {
  text = in.text("when");
  if (in.error()) return {};
  auto expr = parse_expr(text, names);
  if (expr) return std::move(*expr);
  Error error = expr.error();
  error.message += " (" + error.where + " of the condition)";
  error.where = in.path_of("when");
  problems.push_back(std::move(error));
  return {};
}

// Answers that differ from the reassuring sheet and, under "level", the verdict it must get.
Result<Case> read_case(const Knowledge& knowledge, const Json& item, const std::string& path,
                       Problems& problems) {
  Case read;
  Reader in(item, path);
  if (in.has("level")) read.level = read_level(in, "level", problems);
  Json answers = item;
  if (answers.is_object()) answers.erase("level");
  auto example = read_answers(knowledge, answers, path);
  if (!example) return std::unexpected(example.error());
  read.answers = std::move(*example);
  return read;
}

std::vector<Case> read_cases(const Knowledge& knowledge, Reader& in, const char* key,
                             Problems& problems) {
  std::vector<Case> cases;
  if (!in.has(key)) return cases;
  std::size_t index = 0;
  for (const Json& item : in.array(key)) {
    auto read =
        read_case(knowledge, item, in.path_of(key) + "/" + std::to_string(index++), problems);
    if (read) {
      cases.push_back(std::move(*read));
    } else {
      problems.push_back(read.error());
    }
  }
  return cases;
}

Rule read_rule(const Knowledge& knowledge, const Json& table, const std::string& path,
               std::set<std::string>& ids, Problems& problems) {
  Reader in(table, path);
  Rule rule;
  rule.id = read_id(in, ids);
  rule.level = read_level(in, "level", problems);
  rule.when = read_when(in, fact_names(knowledge), rule.when_text, problems);
  rule.clearable = in.flag_or("clearable", rule.level == Level::see_professional_first);
  rule.nerve_or_vessel = in.flag_or("nerve_or_vessel", false);
  rule.mission = in.texts_or_none("mission");
  rule.sources = in.texts("sources");
  rule.examples = read_cases(knowledge, in, "examples", problems);
  rule.near_misses = read_cases(knowledge, in, "near_misses", problems);
  rule.counter_examples = read_cases(knowledge, in, "counter_examples", problems);
  in.refuse_unknown({"id", "level", "when", "clearable", "nerve_or_vessel", "mission", "sources",
                     "examples", "near_misses", "counter_examples"});
  note(problems, in);
  return rule;
}

Condition read_condition(const Loaded& loaded, const Json& table, const std::string& path,
                         std::set<std::string>& ids, Problems& problems) {
  const Knowledge& knowledge = loaded.knowledge;
  Reader in(table, path);
  Condition condition;
  condition.id = read_id(in, ids);
  condition.when = read_when(in, fact_names(knowledge), condition.when_text, problems);
  condition.sources = in.texts("sources");
  condition.row.resize(knowledge.techniques.size());
  Reader row(in.object("row"), path + "/row");
  std::vector<std::string> known;
  for (std::size_t t = 0; t < knowledge.techniques.size(); ++t) {
    const Technique& technique = knowledge.techniques[t];
    known.push_back(technique.id);
    if (row.has(technique.id)) {
      condition.row[t] =
          read_modification(row.any(technique.id), row.path_of(technique.id), problems);
    } else if (!technique.warm_up) {
      row.note({ErrorKind::input, "the row says nothing of " + technique.id,
                row.path_of(technique.id), "give \"ok\", \"modify\" or \"avoid\""});
    }
    const auto english = loaded.catalogues.find("en");
    condition.row[t].has_text = english != loaded.catalogues.end() &&
                                english->second.has("modify." + condition.id + "." + technique.id);
  }
  row.refuse_unknown(known);
  in.refuse_unknown({"id", "when", "sources", "row"});
  note(problems, in);
  note(problems, row);
  return condition;
}

}  // namespace

FactNames fact_names(const Knowledge& knowledge) {
  const auto at = [&knowledge](int fact) -> const Fact& {
    return knowledge.facts[static_cast<std::size_t>(fact)];
  };
  return {[&knowledge](std::string_view id) { return knowledge.fact(id); },
          [at](int fact) {
            const Fact::Kind kind = at(fact).kind;
            return kind == Fact::Kind::yes_no ? 'b' : kind == Fact::Kind::number ? 'n' : 'c';
          },
          [at](int fact, std::string_view option) {
            const auto& options = at(fact).options;
            const auto found = std::find(options.begin(), options.end(), option);
            return found == options.end() ? -1 : static_cast<int>(found - options.begin());
          },
          [&knowledge] {
            std::vector<std::string> ids;
            for (const Fact& fact : knowledge.facts) ids.push_back(fact.id);
            return ids;
          }};
}

Modification read_modification(const Json& cell, const std::string& path, Problems& problems) {
  Modification read;
  if (const auto word = as_text(cell)) {
    const auto permission = permission_from(*word);
    if (permission) {
      read.permission = *permission;
    } else {
      problems.push_back({ErrorKind::input, "\"" + *word + "\" is not possible here", path,
                          "give \"ok\", \"modify\" or \"avoid\""});
    }
    return read;
  }
  Reader in(cell, path);
  read.permission = Permission::modify;
  if (!in.flag("modify")) {
    in.note(
        {ErrorKind::input, "modify can only be true here", path, "or give \"ok\" or \"avoid\""});
  }
  read.dose_factor = in.number_or("dose", 0.1, 1, 1);
  read.range_factor = in.number_or("range", 0.1, 1, 1);
  in.refuse_unknown({"modify", "dose", "range"});
  note(problems, in);
  return read;
}

void read_rules(const Json& document, Knowledge& knowledge, Problems& problems) {
  std::set<std::string> ids;
  each(document, "rule", problems, [&](const Json& table, const std::string& path) {
    knowledge.rules.push_back(read_rule(knowledge, table, path, ids, problems));
  });
}

void read_conditions(const Json& document, Loaded& loaded, Problems& problems) {
  std::set<std::string> ids;
  each(document, "condition", problems, [&](const Json& table, const std::string& path) {
    loaded.knowledge.conditions.push_back(read_condition(loaded, table, path, ids, problems));
  });
}

}  // namespace limber
