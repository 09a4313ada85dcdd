// The use-case that tells why: explain one id.
#include <algorithm>

#include "app/show.h"
#include "base/object.h"
#include "base/text.h"
#include "body/names.h"
#include "knowledge/answers.h"
#include "screen/explain.h"

namespace limber {
namespace {

struct Asked {
  const Core& core;
  const Catalogue& texts;
  std::string id;
  const SheetInput* sheet;  // nullptr if none was given
};

std::vector<std::string> known_ids(const Knowledge& knowledge) {
  std::vector<std::string> ids;
  const auto add = [&ids](const auto& table) {
    for (const auto& row : table) ids.push_back(row.id);
  };
  add(knowledge.rules), add(knowledge.conditions), add(knowledge.techniques);
  add(knowledge.facts), add(knowledge.statements), add(knowledge.escalations);
  for (const Level level : kLevels) ids.emplace_back(level_id(level));
  return ids;
}

std::string worded(Truth truth) {
  return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "perhaps";
}

Json explain_rule(const Asked& asked, const Rule& rule) {
  const std::string key = "rule." + rule.id;
  Json out = object_of(
      {{"kind", "rule"},
       {"level", level_id(rule.level)},
       {"when", rule.when_text},
       {"why", asked.texts.text(key + ".why")},
       {"do", asked.texts.has(key + ".do")
                  ? asked.texts.text(key + ".do")
                  : asked.texts.text("level." + std::string(level_id(rule.level)) + ".do")},
       {"say", asked.texts.text(key + ".say")},
       {"clearable", rule.clearable},
       {"mission", rule.mission},
       {"sources", show_sources(asked.core, rule.sources)}});
  if (asked.sheet != nullptr) out["holds"] = worded(evaluate(rule.when, asked.sheet->sheet));
  return out;
}

Json explain_condition(const Asked& asked, const Condition& condition) {
  Json techniques = Json::array();
  for (std::size_t t = 0; t < condition.row.size(); ++t) {
    const std::string& id = asked.core.knowledge().techniques[t].id;
    const Modification& cell = condition.row[t];
    if (cell.permission == Permission::ok) continue;
    const std::string key = cell.permission == Permission::modify
                                ? "modify." + condition.id + "." + id
                                : "avoid." + condition.id;
    techniques.push_back(object_of({{"id", id},
                                    {"name", asked.texts.text("technique." + id + ".name")},
                                    {"permission", permission_id(cell.permission)},
                                    {"note", asked.texts.text(key)}}));
  }
  Json out = object_of({{"kind", "condition"},
                        {"name", asked.texts.text("condition." + condition.id + ".name")},
                        {"when", condition.when_text},
                        {"techniques", std::move(techniques)},
                        {"sources", show_sources(asked.core, condition.sources)}});
  if (asked.sheet != nullptr) out["holds"] = worded(evaluate(condition.when, asked.sheet->sheet));
  return out;
}

Json explain_technique(const Asked& asked, const Technique& technique) {
  const std::string key = "technique." + technique.id;
  Json steps = Json::array(), errors = Json::array(), stop_if = Json::array();
  for (const std::string& step : technique.steps)
    steps.push_back(asked.texts.text(key + "." + step));
  for (int i = 1; i <= technique.errors; ++i) {
    errors.push_back(asked.texts.text(key + ".error." + std::to_string(i)));
  }
  for (const std::string& id : technique.stop_if)
    stop_if.push_back(asked.texts.text("stop_if." + id));
  Json out = object_of({{"kind", "technique"},
                        {"steps", std::move(steps)},
                        {"errors", std::move(errors)},
                        {"stop_if", std::move(stop_if)},
                        {"mission", technique.mission},
                        {"sources", show_sources(asked.core, technique.sources)}});
  for (const char* part : {"name", "target", "why", "position"}) {
    out[part] = asked.texts.text(key + "." + part);
  }
  return out;
}

Json explain_fact(const Asked& asked, const Fact& fact) {
  const std::string key = "fact." + fact.id;
  Json rules = Json::array();
  const int index = asked.core.knowledge().fact(fact.id);
  for (const Rule& rule : asked.core.knowledge().rules) {
    const auto facts = facts_of(rule.when);
    if (std::find(facts.begin(), facts.end(), index) != facts.end()) rules.push_back(rule.id);
  }
  Json out = object_of({{"kind", "fact"},
                        {"ask", asked.texts.text(key + ".ask")},
                        {"help", asked.texts.text_or_empty(key + ".help")},
                        {"alone", level_id(fact.alone)},
                        {"rules", std::move(rules)},
                        {"sources", show_sources(asked.core, fact.sources)}});
  if (asked.sheet != nullptr) {
    out["answer"] =
        show_answer(asked.texts, fact, asked.sheet->sheet[static_cast<std::size_t>(index)]);
  }
  return out;
}

Json explain_level(const Asked& asked, Level level) {
  const std::string key = "level." + asked.id;
  Json rules = Json::array();
  for (const Rule& rule : asked.core.knowledge().rules) {
    if (rule.level == level) rules.push_back(rule.id);
  }
  return object_of({{"kind", "level"},
                    {"title", asked.texts.text(key + ".title")},
                    {"do", asked.texts.text(key + ".do")},
                    {"say", asked.texts.text(key + ".say")},
                    {"rules", std::move(rules)}});
}

Result<Json> explain_one(const Asked& asked) {
  const Knowledge& k = asked.core.knowledge();
  if (const int i = k.rule(asked.id); i >= 0) {
    return explain_rule(asked, k.rules[static_cast<std::size_t>(i)]);
  }
  if (const int i = k.condition(asked.id); i >= 0) {
    return explain_condition(asked, k.conditions[static_cast<std::size_t>(i)]);
  }
  if (const int i = k.technique(asked.id); i >= 0) {
    return explain_technique(asked, k.techniques[static_cast<std::size_t>(i)]);
  }
  if (const int i = k.fact(asked.id); i >= 0) {
    return explain_fact(asked, k.facts[static_cast<std::size_t>(i)]);
  }
  for (const Statement& statement : k.statements) {
    if (statement.id != asked.id) continue;
    return object_of({{"kind", "statement"},
                      {"text", asked.texts.text("statement." + statement.id)},
                      {"mission", statement.mission},
                      {"sources", show_sources(asked.core, statement.sources)}});
  }
  for (const Escalation& escalation : k.escalations) {
    if (escalation.id != asked.id) continue;
    return object_of({{"kind", "escalation"},
                      {"level", level_id(escalation.level)},
                      {"title", asked.texts.text("escalation." + escalation.id + ".title")},
                      {"why", asked.texts.text("escalation." + escalation.id + ".why")},
                      {"sources", show_sources(asked.core, escalation.sources)}});
  }
  if (const auto level = level_from(asked.id)) return explain_level(asked, *level);
  const auto near = nearest(asked.id, known_ids(k));
  return fail(ErrorKind::not_found, "there is nothing called \"" + asked.id.substr(0, 60) + "\"",
              "",
              near ? "did you mean \"" + *near + "\"?" : "limber facts lists what can be asked");
}

Result<Json> explain(Core& core, Reader& in) {
  const std::string id = in.text("id");
  const bool with_sheet = in.has("answers") || in.has("unanswered");
  if (in.error()) return std::unexpected(*in.error());
  const auto sheet = read_sheet(core, in);
  if (!sheet) return std::unexpected(sheet.error());
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  auto out = explain_one({core, texts, id, with_sheet ? &*sheet : nullptr});
  if (!out) return out;
  (*out)["id"] = id;
  (*out)["knowledge"] = show_knowledge(core);
  (*out)["notice"] = review_notice(core, texts);
  return out;
}

constexpr UseCase kExplainUseCases[] = {{"explain", explain}};

}  // namespace

std::span<const UseCase> explain_use_cases() {
  return kExplainUseCases;
}

}  // namespace limber
