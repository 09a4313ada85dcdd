// triage30 A by CLIPS, the classic production system: one fact with thirty slots per sheet, set
// through its C interface; reset, assert, run.
#include <algorithm>
#include <set>

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

// The patterns of a condition: alternatives of conjunctions of slot tests.
using Conjunction = std::vector<std::string>;

std::vector<Conjunction> patterns(const limber::Json& when) {
  if (const auto name = limber::as_text(when)) return {{"(" + *name + " yes)"}};
  const std::string op = limber::as_text(when[0]).value_or("");
  if (op == ">=") {
    const std::string name = limber::as_text(when[1]).value_or("");
    const auto limit = static_cast<int>(limber::as_number(when[2]).value_or(0));
    return {{"(" + name + " ?" + name + "&:(>= ?" + name + " " + std::to_string(limit) + "))"}};
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

void build(void* clips, const triage30::Fixture& fixture) {
  std::string slots;
  for (const std::string& name : fixture.bools) slots += "(slot " + name + ")";
  for (const auto& number : fixture.numbers) slots += "(slot " + number.name + ")";
  EnvDefineFunction2(clips, "note-fired", 'i', note_fired, "note-fired", "11i");
  if (!EnvBuild(clips, ("(deftemplate sheet " + slots + ")").c_str()))
    triage30::stop("CLIPS template");
  for (const auto& rule : fixture.rules) {
    int part = 0;
    for (const Conjunction& conjunction : patterns(rule.when)) {
      std::string text =
          "(defrule r" + std::to_string(rule.id) + "-" + std::to_string(part++) + " (sheet ";
      for (const std::string& slot : conjunction) text += slot;
      text += ") => (note-fired " + std::to_string(rule.id) + "))";
      if (!EnvBuild(clips, text.c_str())) triage30::stop("CLIPS rule: " + text);
    }
  }
}

struct Slots {
  std::vector<std::string> names;
  void* symbol[2];
};

triage30::Outcome evaluate(void* clips, const triage30::Fixture& fixture, const Slots& slots,
                           void* sheet_template, const triage30::Values& values) {
  EnvReset(clips);
  fired.clear();
  void* fact = EnvCreateFact(clips, sheet_template);
  for (std::size_t i = 0; i < values.size(); ++i) {
    DATA_OBJECT value{};
    const bool number = i >= fixture.bools.size();
    value.type = number ? INTEGER : SYMBOL;
    value.value = number ? EnvAddLong(clips, values[i]) : slots.symbol[values[i]];
    EnvPutFactSlot(clips, fact, slots.names[i].c_str(), &value);
  }
  EnvAssert(clips, fact);
  EnvRun(clips, -1);
  triage30::Outcome outcome;
  for (const int id : fired) {
    outcome.ids.push_back(id);
    outcome.tier = std::max(outcome.tier, fixture.rules[static_cast<std::size_t>(id) - 1].tier);
  }
  return outcome;
}

}  // namespace

int main(int argc, char** argv) {
  const triage30::Fixture fixture = triage30::load(argc, argv);
  void* clips = CreateEnvironment();
  build(clips, fixture);
  EnvReset(clips);
  Slots slots{fixture.bools, {EnvAddSymbol(clips, "no"), EnvAddSymbol(clips, "yes")}};
  for (void* symbol : slots.symbol) IncrementSymbolCount(symbol);  // or it is collected as unused
  for (const auto& number : fixture.numbers) slots.names.push_back(number.name);
  void* sheet_template = EnvFindDeftemplate(clips, "sheet");
  std::vector<triage30::Outcome> outcomes;
  for (const auto& values : fixture.sheets) {
    outcomes.push_back(evaluate(clips, fixture, slots, sheet_template, values));
  }
  triage30::pass(fixture, outcomes, "CLIPS");
  std::size_t tiers = 0;
  const double rate = bench::rate(fixture.sheets.size(), 4, [&] {
    for (const auto& values : fixture.sheets) {
      tiers +=
          static_cast<std::size_t>(evaluate(clips, fixture, slots, sheet_template, values).tier);
    }
  });
  bench::report("triage30 A, CLIPS 6.30", rate, "sheets/s", "C interface; reset, assert, run");
  return tiers == 0;
}
