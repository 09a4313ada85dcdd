#include "knowledge/load_facts.h"

namespace limber {
namespace {

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

}  // namespace

void read_screens(const Json& document, Knowledge& knowledge, Problems& problems) {
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
    knowledge.screens.push_back(std::move(screen));
  });
}

void read_facts(const Json& document, Knowledge& knowledge, Problems& problems) {
  std::set<std::string> fact_ids;
  each(document, "fact", problems, [&](const Json& table, const std::string& path) {
    Fact fact = read_fact(table, path, fact_ids, problems);
    fact.screen_index = knowledge.screen(fact.screen);
    if (fact.screen_index < 0) {
      problems.push_back({ErrorKind::input, "there is no screen \"" + fact.screen + "\"",
                          path + "/screen", "add it to screens.toml"});
      fact.screen_index = 0;
    }
    knowledge.facts.push_back(std::move(fact));
  });
  std::size_t detail = 0;
  each(document, "fact", problems, [&](const Json& table, const std::string& path) {
    read_summaries(knowledge, detail++, table, path, problems);
  });
}

}  // namespace limber
