#include "knowledge/check.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "body/names.h"
#include "knowledge/load_poses.h"

namespace limber {
namespace {

constexpr std::size_t kStepWords = 8;

std::string at(const char* table, std::size_t index) {
  return "/" + std::string(table) + "/" + std::to_string(index);
}

class Checker {
 public:
  explicit Checker(const Loaded& loaded) : k_(loaded.knowledge), loaded_(loaded) {}

  std::vector<Error> run() {
    for (std::size_t i = 0; i < k_.screens.size(); ++i) {
      text("screen." + k_.screens[i].id + ".title", at("screen", i));
    }
    facts();
    rules();
    conditions();
    techniques();
    small_tables();
    order();
    catalogues();
    poses();
    return std::move(problems_);
  }

 private:
  void wrong(std::string message, std::string where, std::string hint = "") {
    problems_.push_back({ErrorKind::input, std::move(message), std::move(where), std::move(hint)});
  }

  void text(const std::string& key, const std::string& where) {
    for (const auto& [language, catalogue] : loaded_.catalogues) {
      if (!catalogue.has(key)) wrong("the text \"" + key + "\" is missing in " + language, where);
    }
  }

  // Sources exist, and at least one of them was seen, read about, or is our own stated choice.
  void sources(const std::vector<std::string>& ids, const std::string& where) {
    bool shown = false;
    for (const std::string& id : ids) {
      const auto found = std::find_if(k_.sources.begin(), k_.sources.end(),
                                      [&](const Source& source) { return source.id == id; });
      if (found == k_.sources.end()) {
        wrong("there is no source \"" + id + "\"", where + "/sources", "add it to sources.toml");
      } else {
        shown = shown || found->evidence != Evidence::recalled;
      }
    }
    if (!shown)
      wrong("nothing but recalled sources stands behind this", where + "/sources",
            "what is only recalled is not shown to people");
  }

  void facts() {
    for (std::size_t i = 0; i < k_.facts.size(); ++i) {
      const Fact& fact = k_.facts[i];
      const std::string where = at("fact", i);
      text("fact." + fact.id + ".ask", where);
      if (!fact.plan_only) text("fact." + fact.id + ".say", where);
      if (!fact.unit.empty()) text("fact." + fact.id + ".unit", where);
      for (const std::string& option : fact.options) {
        text("fact." + fact.id + ".option." + option, where);
      }
      const bool number_worry = fact.worry == Fact::Worry::up || fact.worry == Fact::Worry::down ||
                                fact.worry == Fact::Worry::both;
      const bool word_worry = fact.worry == Fact::Worry::yes || fact.worry == Fact::Worry::no;
      if (fact.kind == Fact::Kind::yes_no ? number_worry : word_worry) {
        wrong("this worry does not fit the kind of the fact", where + "/worry");
      }
    }
  }

  void rules() {
    for (std::size_t i = 0; i < k_.rules.size(); ++i) {
      const Rule& rule = k_.rules[i];
      const std::string where = at("rule", i);
      text("rule." + rule.id + ".why", where);
      text("rule." + rule.id + ".say", where);
      sources(rule.sources, where);
      if (rule.clearable && rule.level != Level::see_professional_first) {
        wrong("only a professional-level rule can be cleared", where + "/clearable");
      }
      const auto broken = check_rule_examples(k_, i);
      problems_.insert(problems_.end(), broken.begin(), broken.end());
    }
  }

  void conditions() {
    for (std::size_t i = 0; i < k_.conditions.size(); ++i) {
      const Condition& condition = k_.conditions[i];
      const std::string where = at("condition", i);
      text("condition." + condition.id + ".name", where);
      sources(condition.sources, where);
      for (std::size_t t = 0; t < condition.row.size(); ++t) {
        const std::string cell = where + "/row/" + k_.techniques[t].id;
        if (condition.row[t].permission == Permission::modify) {
          text("modify." + condition.id + "." + k_.techniques[t].id, cell);
        } else if (condition.row[t].permission == Permission::avoid) {
          text("avoid." + condition.id, cell);
        }
      }
    }
  }

  void known_fact(const std::string& id, const std::string& where) {
    if (k_.fact(id) < 0) wrong("there is no fact \"" + id + "\"", where);
  }

  void techniques() {
    const int position = k_.fact("position");
    for (std::size_t i = 0; i < k_.techniques.size(); ++i) {
      const Technique& t = k_.techniques[i];
      const std::string where = at("technique", i);
      sources(t.sources, where);
      for (const char* part : {"name", "target", "why", "position"}) {
        text("technique." + t.id + "." + part, where);
      }
      for (const std::string& region : t.regions) known_fact(region, where + "/regions");
      for (const std::string& kit : t.kit) known_fact(kit, where + "/kit");
      for (const std::string& place : t.positions) {
        if (position < 0 || fact_names(k_).option(position, place) < 0) {
          wrong("\"" + place + "\" is not an option of the fact position", where + "/positions");
        }
      }
      for (int error = 1; error <= t.errors; ++error) {
        text("technique." + t.id + ".error." + std::to_string(error), where);
      }
      for (const std::string& stop : t.stop_if) text("stop_if." + stop, where);
      for (const std::string& step : t.steps) step_text(t, step, where);
    }
  }

  void step_text(const Technique& t, const std::string& step, const std::string& where) {
    const std::string key = "technique." + t.id + "." + step;
    text(key, where);
    for (const auto& [language, catalogue] : loaded_.catalogues) {
      if (catalogue.has(key) && words(catalogue.text(key)).size() > kStepWords) {
        wrong("a step has at most 8 words", "/texts/" + language + "/" + key);
      }
    }
  }

  void small_tables() {
    for (std::size_t i = 0; i < k_.escalations.size(); ++i) {
      sources(k_.escalations[i].sources, at("escalation", i));
      text("escalation." + k_.escalations[i].id + ".title", at("escalation", i));
      text("escalation." + k_.escalations[i].id + ".why", at("escalation", i));
    }
    std::set<std::string> codes;
    for (std::size_t i = 0; i < k_.countries.size(); ++i) {
      sources(k_.countries[i].sources, at("country", i));
      if (k_.countries[i].code.size() != 2 || !codes.insert(k_.countries[i].code).second) {
        wrong("a country has a two-letter code of its own", at("country", i) + "/code");
      }
    }
    for (std::size_t i = 0; i < k_.statements.size(); ++i) {
      sources(k_.statements[i].sources, at("statement", i));
      text("statement." + k_.statements[i].id, at("statement", i));
    }
    for (std::size_t i = 0; i < loaded_.questions.size(); ++i) {
      text("question." + loaded_.questions[i].id, at("question", i));
      text("question_group." + loaded_.questions[i].group, at("question", i));
      if (loaded_.questions[i].statements.empty()) {
        wrong("a question needs a statement that answers it", at("question", i) + "/statements");
      }
    }
    for (const Level level : kLevels) {
      for (const char* part : {"title", "do", "say"}) {
        text("level." + std::string(level_id(level)) + "." + part, "/texts");
      }
    }
  }

  void order() {
    for (std::size_t i = 1; i < k_.rules.size(); ++i) {
      if (k_.rules[i].level > k_.rules[i - 1].level) {
        wrong("rules stand most urgent first", at("rule", i) + "/level");
      }
    }
    for (std::size_t i = 1; i < k_.screens.size(); ++i) {
      if (k_.screens[i].block < k_.screens[i - 1].block) {
        wrong("screens stand in the order of their blocks, emergency first",
              at("screen", i) + "/block");
      }
    }
  }

  void poses() {
    for (std::size_t i = 0; i < k_.poses.motions.size(); ++i) {
      text("figure_of." + k_.poses.motions[i].technique, at("motion", i));
    }
    const auto found = check_poses(k_);
    problems_.insert(problems_.end(), found.begin(), found.end());
  }

  // Every language has the same keys, each message well formed and with the same arguments.
  void catalogues() {
    const auto english = loaded_.catalogues.find("en");
    if (english == loaded_.catalogues.end()) {
      wrong("there are no English texts", "/texts");
      return;
    }
    for (const auto& [language, catalogue] : loaded_.catalogues) {
      for (const auto& [key, message] : english->second.messages()) {
        if (!catalogue.has(key))
          wrong("\"" + key + "\" is missing in " + language, "/texts/" + language);
      }
      for (const auto& [key, message] : catalogue.messages()) {
        const std::string where = "/texts/" + language + "/" + key;
        const auto arguments = message_arguments(message);
        if (!arguments) {
          wrong(arguments.error().message + ", " + arguments.error().where, where);
        } else if (!english->second.has(key)) {
          wrong("\"" + key + "\" is not among the English texts", where);
        } else if (language != "en") {
          const auto original = message_arguments(english->second.messages().find(key)->second);
          if (original && *original != *arguments)
            wrong("the arguments differ from the English", where);
        }
        if (trim(message).empty()) wrong("this text is empty", where);
      }
    }
  }

  const Knowledge& k_;
  const Loaded& loaded_;
  std::vector<Error> problems_;
};

}  // namespace

std::vector<Error> check_knowledge(const Loaded& loaded) {
  return Checker(loaded).run();
}

}  // namespace limber
