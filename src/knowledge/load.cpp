#include "knowledge/load.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "body/names.h"
#include "knowledge/answers.h"
#include "knowledge/load_poses.h"

namespace limber {
namespace {

using Problems = std::vector<Error>;

void note(Problems& problems, Reader& in) {
  if (in.error()) problems.push_back(*in.error());
}

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

void read_choice_fact(Fact& fact, Reader& in) {
  fact.options = in.texts("options");
  fact.ranks.assign(fact.options.size(), 0);
  if (!in.has("ranks")) return;
  const Json& ranks = in.array("ranks");
  std::size_t index = 0;
  for (const Json& rank : ranks) {
    const auto value = as_number(rank);
    if (!value || index >= fact.ranks.size()) {
      in.note({ErrorKind::input, "ranks is one number per option", in.path_of("ranks"), ""});
      return;
    }
    fact.ranks[index++] = static_cast<int>(*value);
  }
  if (index != fact.ranks.size()) {
    in.note({ErrorKind::input, "ranks is one number per option", in.path_of("ranks"), ""});
  }
}

Fact read_fact(const Json& table, const std::string& path, std::set<std::string>& ids,
               Problems& problems) {
  constexpr std::array<std::string_view, 3> kKinds = {"yes_no", "number", "choice"};
  constexpr std::array<std::string_view, 6> kWorries = {"yes", "no",   "neutral",
                                                        "up",  "down", "both"};
  constexpr std::array<std::string_view, 4> kShelves = {"session", "day", "four_weeks",
                                                        "permanent"};
  Reader in(table, path);
  Fact fact;
  fact.id = read_id(in, ids);
  fact.kind = static_cast<Fact::Kind>(one_of(in.text("kind"), kKinds, path + "/kind", problems));
  const char* usual = fact.kind == Fact::Kind::yes_no ? "yes" : "neutral";
  fact.worry = static_cast<Fact::Worry>(
      one_of(in.text_or("worry", usual), kWorries, path + "/worry", problems));
  fact.screen = in.text("screen");
  fact.shelf = static_cast<Shelf>(one_of(in.text("shelf"), kShelves, path + "/shelf", problems));
  if (in.has("alone")) fact.alone = read_level(in, "alone", problems);
  fact.plan_only = in.flag_or("plan_only", false);
  fact.sources = in.texts_or_none("sources");
  if (fact.kind == Fact::Kind::number) {
    fact.low = in.number("low", -1e6, 1e6);
    fact.high = in.number("high", fact.low, 1e6);
    fact.reassuring = in.number("reassuring", fact.low, fact.high);
    fact.integer = in.flag_or("integer", true);
    fact.unit = in.text_or("unit", "");
  }
  if (fact.kind == Fact::Kind::choice) read_choice_fact(fact, in);
  in.refuse_unknown({"id", "kind", "worry", "screen", "shelf", "alone", "plan_only", "sources",
                     "low", "high", "reassuring", "integer", "unit", "options", "ranks",
                     "asked_after"});
  note(problems, in);
  return fact;
}

// The summaries of one detail: yes-or-no facts that stand before it.
void read_summaries(Knowledge& knowledge, std::size_t detail, const Json& table,
                    const std::string& path, Problems& problems) {
  Reader in(table, path);
  for (const std::string& id : in.texts_or_none("asked_after")) {
    const int summary = knowledge.fact(id);
    if (summary < 0 || static_cast<std::size_t>(summary) >= detail ||
        knowledge.facts[static_cast<std::size_t>(summary)].kind != Fact::Kind::yes_no) {
      problems.push_back({ErrorKind::input,
                          "\"" + id + "\" is no yes-or-no fact that stands before this one",
                          path + "/asked_after", ""});
    } else {
      knowledge.facts[detail].asked_after.push_back(summary);
    }
  }
}

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

Ladder read_ladder(Reader& in, const char* key, double most) {
  Reader ladder(in.object(key), in.path_of(key));
  Ladder read;
  read.start = ladder.number("start", 0, most);
  read.step = ladder.number_or("step", 0, most, 0);
  read.max = ladder.number("max", read.start, most);
  ladder.refuse_unknown({"start", "step", "max"});
  if (ladder.error()) in.note(*ladder.error());
  return read;
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

Source read_source(const Json& table, const std::string& path, std::set<std::string>& ids,
                   Problems& problems) {
  constexpr std::array<std::string_view, 4> kTags = {"S", "S2", "K", "E"};
  Reader in(table, path);
  Source source;
  source.id = read_id(in, ids);
  source.evidence = static_cast<Evidence>(one_of(in.text("tag"), kTags, path + "/tag", problems));
  source.cite = in.text("cite");
  source.url = in.text_or("url", "");
  source.note = in.text_or("note", "");
  in.refuse_unknown({"id", "tag", "cite", "url", "note"});
  note(problems, in);
  return source;
}

void read_catalogues(const Json& document, Loaded& loaded, Problems& problems) {
  Reader in(document, "");
  for (const auto& language : in.object("texts").items()) {
    std::map<std::string, std::string, std::less<>> messages;
    for (const auto& message : language.value().items()) {
      const auto text = as_text(message.value());
      if (text) {
        messages[message.key()] = *text;
      } else {
        problems.push_back({ErrorKind::input, "a text was expected",
                            "/texts/" + language.key() + "/" + message.key(), ""});
      }
    }
    loaded.catalogues.emplace(language.key(), Catalogue(language.key(), std::move(messages)));
  }
  note(problems, in);
}

void read_small_tables(const Json& document, Knowledge& k, Problems& problems) {
  std::set<std::string> source_ids, escalation_ids, statement_ids;
  each(document, "source", problems, [&](const Json& table, const std::string& path) {
    k.sources.push_back(read_source(table, path, source_ids, problems));
  });
  each(document, "escalation", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    Escalation e;
    e.id = read_id(in, escalation_ids);
    e.level = read_level(in, "level", problems);
    e.numbers = read_numbers(in.object("numbers"), path + "/numbers", problems);
    e.sources = in.texts("sources");
    in.refuse_unknown({"id", "level", "numbers", "sources"});
    note(problems, in);
    k.escalations.push_back(std::move(e));
  });
  each(document, "country", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    k.countries.push_back(
        {in.text("code"), in.text("emergency"), in.text_or("urgent", ""), in.texts("sources")});
    in.refuse_unknown({"code", "emergency", "urgent", "sources"});
    note(problems, in);
  });
  each(document, "statement", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    std::string id = read_id(in, statement_ids);
    k.statements.push_back({std::move(id), in.texts_or_none("mission"), in.texts("sources")});
    in.refuse_unknown({"id", "mission", "sources"});
    note(problems, in);
  });
}

void read_questions(const Json& document, Loaded& loaded, Problems& problems) {
  const auto& statements = loaded.knowledge.statements;
  std::set<std::string> ids;
  each(document, "question", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    CommonQuestion question{read_id(in, ids), in.text("group"), {}};
    for (const std::string& id : in.texts("statements")) {
      const auto found = std::ranges::find(statements, id, &Statement::id);
      if (found == statements.end()) {
        problems.push_back(
            {ErrorKind::input, "there is no statement \"" + id + "\"", path + "/statements", ""});
      } else {
        question.statements.push_back(static_cast<int>(found - statements.begin()));
      }
    }
    in.refuse_unknown({"id", "group", "statements"});
    note(problems, in);
    loaded.questions.push_back(std::move(question));
  });
}

void read_screens(const Json& document, Knowledge& k, Problems& problems) {
  constexpr std::array<std::string_view, 5> kBlocks = {"emergency", "same_day", "professional",
                                                       "conditions", "plan"};
  std::set<std::string> ids;
  each(document, "screen", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    Screen screen;
    screen.id = read_id(in, ids);
    screen.block =
        static_cast<Screen::Block>(one_of(in.text("block"), kBlocks, path + "/block", problems));
    in.refuse_unknown({"id", "block"});
    note(problems, in);
    k.screens.push_back(std::move(screen));
  });
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

Technique read_technique(const Json& table, const std::string& path, Problems& problems) {
  Reader in(table, path);
  Technique t;
  t.id = in.text("id");
  t.warm_up = in.flag_or("warm_up", false);
  t.neck = in.flag_or("neck", false);
  t.regions = in.texts_or_none("regions");
  t.positions = in.texts("positions");
  t.kit = in.texts_or_none("kit");
  t.sides = static_cast<int>(in.integer_or("sides", 1, 2, 1));
  t.out_s = in.number("out_s", 0, 60);
  t.back_s = in.number("back_s", 0, 60);
  t.hold_s = read_ladder(in, "hold_s", 120);
  t.reps = read_ladder(in, "reps", 50);
  t.sets = read_ladder(in, "sets", 5);
  t.rest_s = in.number_or("rest_s", 0, 120, 0);
  t.changeover_s = in.number("changeover_s", 0, 60);
  t.breath_in_s = in.number_or("breath_in_s", 1, 20, 4);
  t.breath_out_s = in.number_or("breath_out_s", 1, 20, 6);
  t.priority = static_cast<int>(in.integer_or("priority", 0, 100, 0));
  t.steps = in.texts("steps");
  t.errors = static_cast<int>(in.integer_or("errors", 0, 10, 0));
  t.stop_if = in.texts_or_none("stop_if");
  t.mission = in.texts_or_none("mission");
  t.sources = in.texts("sources");
  in.refuse_unknown({"id",           "warm_up",  "neck",   "regions",      "positions",
                     "kit",          "sides",    "out_s",  "back_s",       "hold_s",
                     "reps",         "sets",     "rest_s", "changeover_s", "breath_in_s",
                     "breath_out_s", "priority", "steps",  "errors",       "stop_if",
                     "mission",      "sources",  "row",    "texts"});
  note(problems, in);
  return t;
}

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
  std::set<std::string> fact_ids, rule_ids, condition_ids, technique_ids;
  each(document, "fact", problems, [&](const Json& table, const std::string& path) {
    Fact fact = read_fact(table, path, fact_ids, problems);
    fact.screen_index = k.screen(fact.screen);
    if (fact.screen_index < 0) {
      problems.push_back({ErrorKind::input, "there is no screen \"" + fact.screen + "\"",
                          path + "/screen", "add it to screens.toml"});
      fact.screen_index = 0;
    }
    k.facts.push_back(std::move(fact));
  });
  std::size_t detail = 0;
  each(document, "fact", problems, [&](const Json& table, const std::string& path) {
    read_summaries(k, detail++, table, path, problems);
  });
  each(document, "technique", problems, [&](const Json& table, const std::string& path) {
    Reader in(table, path);
    read_id(in, technique_ids);
    note(problems, in);
    k.techniques.push_back(read_technique(table, path, problems));
  });
  each(document, "rule", problems, [&](const Json& table, const std::string& path) {
    k.rules.push_back(read_rule(k, table, path, rule_ids, problems));
  });
  each(document, "condition", problems, [&](const Json& table, const std::string& path) {
    k.conditions.push_back(read_condition(loaded, table, path, condition_ids, problems));
  });
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
