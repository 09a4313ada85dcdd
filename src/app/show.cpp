#include "app/show.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/object.h"
#include "base/text.h"
#include "body/names.h"
#include "screen/explain.h"

namespace limber {
namespace {

const char* evidence_id(Evidence evidence) {
  constexpr const char* kTags[] = {"S", "S2", "K", "E"};
  return kTags[static_cast<std::size_t>(evidence)];
}

const Fact& fact_at(const Core& core, int fact) {
  return core.knowledge().facts[static_cast<std::size_t>(fact)];
}

Json show_fact(const Core& core, const Catalogue& texts, int fact) {
  const std::string& id = fact_at(core, fact).id;
  return object_of({{"fact", id}, {"say", texts.text("fact." + id + ".say")}});
}

Json show_facts(const Core& core, const Catalogue& texts, const std::vector<int>& facts) {
  Json list = Json::array();
  for (const int fact : facts) list.push_back(show_fact(core, texts, fact));
  return list;
}

// The rule's own text, or its level's where it has none.
std::string advice(const Catalogue& texts, const std::string& rule, Level level, const char* part) {
  const std::string own = "rule." + rule + "." + part;
  if (texts.has(own)) return texts.text(own);
  return texts.text("level." + std::string(level_id(level)) + "." + part);
}

Json show_fired(const Core& core, const Catalogue& texts, const SheetInput& input,
                const FiredRule& fired) {
  const int index = core.knowledge().rule(fired.rule);
  const Rule& rule = core.knowledge().rules[static_cast<std::size_t>(index)];
  Json answers = Json::array();
  for (const int fact : causes(core.compiled, index, core.compiled.read(input.sheet))) {
    Json answer = show_fact(core, texts, fact);
    answer["answer"] =
        show_answer(texts, fact_at(core, fact), input.sheet[static_cast<std::size_t>(fact)]);
    answers.push_back(std::move(answer));
  }
  // A rule that counts lower than its own level gives the lower level's advice.
  const bool own = fired.level == rule.level;
  const std::string counted = "level." + std::string(level_id(fired.level));
  return object_of(
      {{"rule", rule.id},
       {"level", level_id(fired.level)},
       {"own_level", level_id(rule.level)},
       {"by_doubt", fired.by_doubt},
       {"cleared", fired.cleared},
       {"why", texts.text("rule." + rule.id + ".why")},
       {"do", own ? advice(texts, rule.id, rule.level, "do") : texts.text(counted + ".do")},
       {"say", texts.text("rule." + rule.id + ".say")},
       {"answers", std::move(answers)},
       {"sources", show_sources(core, rule.sources)}});
}

Json show_techniques(const Catalogue& texts, const Verdict& verdict) {
  Json list = Json::array();
  for (const Allowed& allowed : verdict.techniques) {
    Json notes = Json::array();
    for (const std::string& condition : allowed.conditions) {
      const std::string modify = "modify." + condition + "." + allowed.technique;
      const std::string avoid = "avoid." + condition;
      const std::string key = texts.has(modify) ? modify : avoid;
      if (texts.has(key)) notes.push_back(texts.text(key));
    }
    list.push_back(object_of({{"id", allowed.technique},
                              {"name", texts.text("technique." + allowed.technique + ".name")},
                              {"permission", permission_id(allowed.permission)},
                              {"notes", std::move(notes)},
                              {"conditions", allowed.conditions}}));
  }
  return list;
}

// The fewest answers that would lower the level, and to which level they would.
Json show_lower(const Core& core, const Catalogue& texts, const SheetInput& input) {
  const auto facts = smallest_change(core.knowledge(), core.compiled, input.sheet, input.cleared);
  if (facts.empty()) return nullptr;
  const Level level =
      level_with(core.knowledge(), core.compiled, input.sheet, facts, input.cleared);
  return object_of({{"facts", show_facts(core, texts, facts)}, {"to", level_id(level)}});
}

}  // namespace

Json show_sources(const Core& core, const std::vector<std::string>& ids) {
  Json list = Json::array();
  for (const Source& source : core.knowledge().sources) {
    if (std::find(ids.begin(), ids.end(), source.id) == ids.end()) continue;
    // What is only recalled is not shown to people.
    if (source.evidence == Evidence::recalled) continue;
    Json shown = object_of(
        {{"id", source.id}, {"cite", source.cite}, {"tag", evidence_id(source.evidence)}});
    if (!source.url.empty()) shown["url"] = source.url;
    list.push_back(std::move(shown));
  }
  return list;
}

std::string show_answer(const Catalogue& texts, const Fact& fact, const Answer& answer) {
  switch (answer.state) {
    case Answer::State::number:
      return number_text(answer.number);
    case Answer::State::choice:
      return texts.text("fact." + fact.id + ".option." +
                        fact.options[static_cast<std::size_t>(answer.choice)]);
    default:
      return texts.text("answer." + std::string(state_id(answer.state)));
  }
}

Json show_knowledge(const Core& core) {
  return object_of({{"version", core.knowledge().version},
                    {"hash", core.knowledge().hash},
                    {"reviewed_by", core.knowledge().reviewed_by}});
}

std::string review_notice(const Core& core, const Catalogue& texts) {
  const std::string& reviewer = core.knowledge().reviewed_by;
  return reviewer.empty() ? texts.text("notice.not_reviewed")
                          : texts.text("notice.reviewed", {{"who", reviewer}});
}

Json show_verdict(const Core& core, const Catalogue& texts, const SheetInput& input,
                  const Verdict& verdict) {
  const std::string level(level_id(verdict.level));
  Json out = object_of({{"level", level},
                        {"title", texts.text("level." + level + ".title")},
                        {"do", texts.text("level." + level + ".do")},
                        {"say", texts.text("level." + level + ".say")},
                        {"safety_net", texts.text_or_empty("level." + level + ".why_not_higher")},
                        {"complete", verdict.complete},
                        {"plan_allowed", verdict.plan_allowed},
                        {"undecided", verdict.undecided},
                        {"techniques", show_techniques(texts, verdict)},
                        {"knowledge", show_knowledge(core)},
                        {"notice", review_notice(core, texts)}});
  out["fired"] = Json::array();
  for (const FiredRule& fired : verdict.fired) {
    out["fired"].push_back(show_fired(core, texts, input, fired));
  }
  // The most urgent rule's own words stand at the top, where it counts at its own level.
  if (!verdict.fired.empty() && verdict.fired.front().level == verdict.level) {
    const Json first = show_fired(core, texts, input, verdict.fired.front());
    const Reader said(first, "/fired/0");
    out["do"] = said.any("do");
    out["say"] = said.any("say");
  }
  out["conditions"] = Json::array();
  for (const std::string& id : verdict.conditions) {
    out["conditions"].push_back(
        object_of({{"id", id}, {"name", texts.text("condition." + id + ".name")}}));
  }
  const Absent lists = absent(core.knowledge(), input.sheet, Level::see_professional_first);
  out["not_found"] = show_facts(core, texts, lists.not_found);
  out["not_asked"] = show_facts(core, texts, lists.not_asked);
  if (verdict.complete) out["lower"] = show_lower(core, texts, input);
  if (!input.clearance_note.empty()) {
    out["clearance_note"] = texts.text("clearance.note." + input.clearance_note);
  }
  return out;
}

Json show_question(const Core& core, const Catalogue& texts, int index) {
  constexpr const char* kKinds[] = {"yes_no", "number", "choice"};
  const Fact& fact = fact_at(core, index);
  const std::string key = "fact." + fact.id;
  Json item = object_of({{"fact", fact.id},
                         {"kind", kKinds[static_cast<std::size_t>(fact.kind)]},
                         {"ask", texts.text(key + ".ask")}});
  if (texts.has(key + ".help")) item["help"] = texts.text(key + ".help");
  if (fact.kind == Fact::Kind::number) {
    item["low"] = fact.low, item["high"] = fact.high;
    item["unit"] = texts.text_or_empty(key + ".unit"), item["integer"] = fact.integer;
  }
  if (fact.kind == Fact::Kind::choice) {
    item["options"] = Json::array();
    for (const std::string& option : fact.options) {
      item["options"].push_back(
          object_of({{"id", option}, {"text", texts.text(key + ".option." + option)}}));
    }
  }
  return item;
}

Json show_page(const Core& core, const Catalogue& texts, const Page& page) {
  constexpr const char* kBlocks[] = {"emergency", "same_day", "professional", "conditions", "plan"};
  const Screen& screen = core.knowledge().screens[static_cast<std::size_t>(page.screen)];
  const std::string own_none = "screen." + screen.id + ".none";
  Json items = Json::array();
  for (const int fact : page.facts) items.push_back(show_question(core, texts, fact));
  return object_of({{"screen", screen.id},
                    {"block", kBlocks[static_cast<std::size_t>(screen.block)]},
                    {"title", texts.text("screen." + screen.id + ".title")},
                    {"none", texts.text(texts.has(own_none) ? own_none : "screen.none")},
                    {"at_most", page.at_most},
                    {"items", std::move(items)}});
}

Json show_pop_timer(const Core& core, const Catalogue& texts,
                    const std::optional<PopTimer>& timer) {
  if (!timer) return nullptr;
  const PopWait& told = timer->told;
  const auto minutes = [](double value) { return number_text(std::floor(value)); };
  const MessageArgs words = {{"minutes", minutes(timer->since_min)},
                             {"floor", minutes(told.floor_min)},
                             {"low", minutes(told.low_min)},
                             {"high", minutes(told.high_min)}};
  Json sources = Json::array();
  for (const Statement& statement : core.knowledge().statements)
    if (statement.id == "pop_wait") sources = show_sources(core, statement.sources);
  return object_of(
      {{"at", instant_text(timer->pop.at_ms, timer->pop.offset_min)},
       {"place", timer->pop.place},
       {"technique", timer->pop.technique},
       {"painful", timer->pop.painful},
       {"since_min", timer->since_min},
       {"floor_passed", timer->floor_passed},
       {"at_least_min", told.floor_min},
       {"low_min", told.low_min},
       {"high_min", told.high_min},
       {"text", texts.text(timer->floor_passed ? "pop_timer.later" : "pop_timer.soon", words)},
       {"told", texts.text("statement.pop_wait")},
       {"sources", std::move(sources)}});
}

}  // namespace limber
