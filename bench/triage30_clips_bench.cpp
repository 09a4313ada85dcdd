// triage30 A by CLIPS, the classic production system, through its C interface; reset, assert, run.
// Twice: a sheet as one fact with thirty slots, which suits it best, and as thirty facts.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "stopwatch.h"
#include "triage30/fixture.h"

extern "C" {
#include <clips/clips.h>
}

namespace {

std::set<int> fired;  // what the rules of the current sheet reported

extern "C" int note_fired(void* environment) {
  fired.insert(static_cast<int>(EnvRtnLong(environment, 1)));
  return 0;
}

enum class Layout { one_fact, fact_each };

// The patterns of a condition: alternatives of conjunctions of tests of one answer each.
struct Test {
  std::string name;
  std::string value;  // "yes", or a bound variable with a limit
};
using Conjunction = std::vector<Test>;

std::string pattern(const Conjunction& conjunction, Layout layout) {
  std::string text;
  for (const Test& test : conjunction) {
    text += layout == Layout::one_fact ? "(" + test.name + " " + test.value + ")"
                                       : "(" + test.name + " (v " + test.value + "))";
  }
  return layout == Layout::one_fact ? "(sheet " + text + ")" : text;
}

std::vector<Conjunction> patterns(const limber::Json& when) {
  if (const auto name = limber::as_text(when)) return {{{*name, "yes"}}};
  const std::string op = limber::as_text(when[0]).value_or("");
  if (op == ">=") {
    const std::string name = limber::as_text(when[1]).value_or("");
    const auto limit = static_cast<int>(limber::as_number(when[2]).value_or(0));
    return {{{name, "?" + name + "&:(>= ?" + name + " " + std::to_string(limit) + ")"}}};
  }
  std::vector<Conjunction> all =
      op == "and" ? std::vector<Conjunction>{{}} : std::vector<Conjunction>{};
  for (std::size_t i = 1; i < when.size(); ++i) {
    const auto part = patterns(when[i]);
    if (op == "or") {
      all.insert(all.end(), part.begin(), part.end());
      continue;
    }
    std::vector<Conjunction> grown;
    for (const Conjunction& left : all) {
      for (const Conjunction& right : part) {
        grown.push_back(left);
        grown.back().insert(grown.back().end(), right.begin(), right.end());
      }
    }
    all = std::move(grown);
  }
  return all;
}

void build(void* clips, const triage30::Fixture& fixture, const std::vector<std::string>& names,
           Layout layout) {
  EnvDefineFunction2(clips, "note-fired", 'i', note_fired, "note-fired", "11i");
  const auto define = [clips](const std::string& text) {
    if (!EnvBuild(clips, text.c_str())) triage30::stop("CLIPS: " + text);
  };
  std::string slots;
  for (const std::string& name : names) {
    slots += "(slot " + name + ")";
    if (layout == Layout::fact_each) define("(deftemplate " + name + " (slot v))");
  }
  if (layout == Layout::one_fact) define("(deftemplate sheet " + slots + ")");
  for (const auto& rule : fixture.rules) {
    int part = 0;
    for (const Conjunction& conjunction : patterns(rule.when)) {
      define("(defrule r" + std::to_string(rule.id) + "-" + std::to_string(part++) + " " +
             pattern(conjunction, layout) + " => (note-fired " + std::to_string(rule.id) + "))");
    }
  }
}

class Clips {
 public:
  Clips(const triage30::Fixture& fixture, Layout layout)
      : fixture_(fixture), layout_(layout), names_(fixture.bools), clips_(CreateEnvironment()) {
    for (const auto& number : fixture.numbers) names_.push_back(number.name);
    build(clips_, fixture, names_, layout);
    EnvReset(clips_);
    words_ = {EnvAddSymbol(clips_, "no"), EnvAddSymbol(clips_, "yes")};
    for (void* word : words_) IncrementSymbolCount(word);  // or it is collected as unused
    if (layout == Layout::one_fact) {
      templates_ = {EnvFindDeftemplate(clips_, "sheet")};
    } else {
      for (const auto& name : names_) {
        templates_.push_back(EnvFindDeftemplate(clips_, name.c_str()));
      }
    }
  }

  triage30::Outcome evaluate(const triage30::Values& values) {
    EnvReset(clips_);
    fired.clear();
    void* sheet = layout_ == Layout::one_fact ? EnvCreateFact(clips_, templates_[0]) : nullptr;
    for (std::size_t i = 0; i < values.size(); ++i) {
      DATA_OBJECT value{};
      const bool number = i >= fixture_.bools.size();
      value.type = number ? INTEGER : SYMBOL;
      value.value =
          number ? EnvAddLong(clips_, values[i]) : words_[static_cast<std::size_t>(values[i])];
      if (sheet != nullptr) {
        EnvPutFactSlot(clips_, sheet, names_[i].c_str(), &value);
      } else {
        void* fact = EnvCreateFact(clips_, templates_[i]);
        EnvPutFactSlot(clips_, fact, "v", &value);
        EnvAssert(clips_, fact);
      }
    }
    if (sheet != nullptr) EnvAssert(clips_, sheet);
    EnvRun(clips_, -1);
    triage30::Outcome outcome;
    for (const int id : fired) {
      outcome.ids.push_back(id);
      outcome.tier = std::max(outcome.tier, fixture_.rules[static_cast<std::size_t>(id) - 1].tier);
    }
    return outcome;
  }

 private:
  const triage30::Fixture& fixture_;
  Layout layout_;
  std::vector<std::string> names_;
  void* clips_;
  std::array<void*, 2> words_{};
  std::vector<void*> templates_;
};

void measure(const triage30::Fixture& fixture, Layout layout, const std::string& name,
             const std::string& note) {
  Clips clips(fixture, layout);
  std::vector<triage30::Outcome> outcomes;
  for (const auto& values : fixture.sheets) outcomes.push_back(clips.evaluate(values));
  triage30::pass(fixture, outcomes, "CLIPS");
  std::size_t tiers = 0;
  const double rate = bench::rate(fixture.sheets.size(), 4, [&] {
    for (const auto& values : fixture.sheets) {
      tiers += static_cast<std::size_t>(clips.evaluate(values).tier);
    }
  });
  if (tiers == 0) triage30::stop("CLIPS found nothing");
  bench::report("triage30 A, " + name, rate, "sheets/s", note);
}

}  // namespace

int main(int argc, char** argv) {
  const triage30::Fixture fixture = triage30::load(argc, argv);
  measure(fixture, Layout::one_fact, "CLIPS 6.30",
          "C interface; a sheet as one fact of 30 slots, its quickest form");
  measure(fixture, Layout::fact_each, "CLIPS 6.30, a fact per answer",
          "C interface; a sheet as 30 facts");
}
