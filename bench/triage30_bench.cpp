// triage30 by our own engine, the one that judges people's sheets: the same compiled conditions,
// the same "what could still change" for the interview, the same diagrams for the proof.
#include <algorithm>
#include <limits>

#include "body/names.h"
#include "screen/compiled.h"
#include "screen/diagram.h"
#include "screen/judge.h"
#include "screen/open.h"
#include "stopwatch.h"
#include "triage30/fixture.h"

namespace {

using namespace limber;
using triage30::Fixture;
using triage30::Outcome;

// --- The fixture as knowledge -----------------------------------------------------------------

int add_condition(const Fixture& fixture, const Json& when, Expr& expr) {
  Expr::Node node;
  if (const auto name = as_text(when)) {
    node.fact = static_cast<int>(fixture.index(*name));
  } else if (const std::string op = as_text(when[0]).value_or(""); op == ">=") {
    node.op = Expr::Op::between;
    node.fact = static_cast<int>(fixture.index(as_text(when[1]).value_or("")));
    node.low = as_number(when[2]).value_or(0);
    node.high = std::numeric_limits<double>::infinity();
  } else {
    node.op = op == "and" ? Expr::Op::both : Expr::Op::either;
    for (std::size_t i = 1; i < when.size(); ++i) {
      node.children.push_back(add_condition(fixture, when[i], expr));
    }
  }
  expr.nodes.push_back(node);
  return static_cast<int>(expr.nodes.size()) - 1;
}

Knowledge knowledge_of(const Fixture& fixture) {
  Knowledge knowledge;
  for (const std::string& name : fixture.bools) knowledge.facts.emplace_back().id = name;
  for (const auto& number : fixture.numbers) {
    Fact& fact = knowledge.facts.emplace_back();
    fact.id = number.name;
    fact.kind = Fact::Kind::number;
    fact.worry = Fact::Worry::up;
    fact.low = fact.reassuring = number.low;
    fact.high = number.high;
  }
  for (const auto& from : fixture.rules) {
    Rule& rule = knowledge.rules.emplace_back();
    rule.id = std::to_string(from.id);
    rule.level = kLevels[static_cast<std::size_t>(from.tier)];
    rule.when.root = add_condition(fixture, from.when, rule.when);
  }
  return knowledge;
}

Answer answer_of(const Fixture& fixture, const triage30::Values& values, std::size_t fact) {
  if (fact >= fixture.bools.size()) return number(values[fact]);
  return values[fact] != 0 ? yes() : no();
}

// --- Task A -----------------------------------------------------------------------------------

// Tier and fired rules; `ids` is room for all of them.
std::size_t evaluate(const Compiled& compiled, const std::vector<std::uint8_t>& tiers,
                     const Sheet& sheet, int* ids, int& tier) {
  const Reading reading = compiled.read(sheet);
  std::size_t count = 0;
  tier = 0;
  for (std::size_t rule = 0; rule < tiers.size(); ++rule) {
    if (!compiled.rules[rule].holds(reading.sure)) continue;
    ids[count++] = static_cast<int>(rule) + 1;
    tier = std::max<int>(tier, tiers[rule]);
  }
  return count;
}

std::vector<Outcome> task_a(const Fixture& fixture, const Compiled& compiled) {
  std::vector<Sheet> sheets;
  for (const auto& values : fixture.sheets) {
    Sheet& sheet = sheets.emplace_back();
    for (std::size_t fact = 0; fact < values.size(); ++fact) {
      sheet.push_back(answer_of(fixture, values, fact));
    }
  }
  std::vector<std::uint8_t> tiers;
  for (const auto& rule : fixture.rules) tiers.push_back(static_cast<std::uint8_t>(rule.tier));
  std::vector<int> ids(tiers.size());
  std::vector<Outcome> outcomes;
  for (const Sheet& sheet : sheets) {
    Outcome& outcome = outcomes.emplace_back();
    const std::size_t count = evaluate(compiled, tiers, sheet, ids.data(), outcome.tier);
    outcome.ids.assign(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(count));
  }
  triage30::pass(fixture, outcomes, "limber");
  std::size_t sum = 0;
  const double rate = bench::rate(sheets.size(), 4, [&] {
    int tier = 0;
    for (const Sheet& sheet : sheets) sum += evaluate(compiled, tiers, sheet, ids.data(), tier);
  });
  bench::report("triage30 A, limber", rate, "sheets/s", "one thread");
  if (sum == 0) triage30::stop("nothing fired");
  return outcomes;
}

// --- Task B -----------------------------------------------------------------------------------

// How likely an answer is before anything is said: numbers are spread evenly, a yes is rare.
struct Odds {
  const Fixture& fixture;
  double yes = 0.04;

  double of(const Literal& literal) const {
    const auto fact = static_cast<std::size_t>(literal.fact);
    if (literal.kind == Literal::Kind::yes) return yes;
    if (literal.kind == Literal::Kind::no) return 1 - yes;
    const auto& number = fixture.numbers[fact - fixture.bools.size()];
    const double low = std::max<double>(literal.low, number.low);
    const double high = std::min<double>(literal.high, number.high);
    return std::max(0.0, (high - low + 1) / (number.high - number.low + 1));
  }
};

// Of the facts that could still lift the level, the one most likely to do so; level by level.
std::size_t next_fact(const Knowledge& knowledge, const Compiled& compiled, const Reading& reading,
                      const Standings& standing, const Odds& odds) {
  for (int tier = 4; tier > static_cast<int>(standing.established); --tier) {
    const Level level = kLevels[static_cast<std::size_t>(tier)];
    const std::vector<int> open = facts_in(
        compiled,
        open_literals(knowledge, compiled, reading, standing, Goal::level).at_least(level));
    if (open.empty()) continue;
    std::vector<double> promise(knowledge.facts.size());
    for (std::size_t rule = 0; rule < knowledge.rules.size(); ++rule) {
      if (knowledge.rules[rule].level < level) continue;
      for (const Bits& term : compiled.rules[rule].terms) {
        if (!term.within(reading.sure | reading.open)) continue;
        double chance = 1;
        std::vector<std::pair<double, std::size_t>> unknown;
        for (std::size_t i = 0; i < compiled.literals.size(); ++i) {
          if (!term.test(i) || reading.sure.test(i)) continue;
          chance *= odds.of(compiled.literals[i]);
          unknown.emplace_back(odds.of(compiled.literals[i]), compiled.literals[i].fact);
        }
        // The unlikeliest part of a term is asked first: it most often spares the others.
        const auto first = std::min_element(unknown.begin(), unknown.end());
        if (first != unknown.end()) promise[first->second] += chance;
      }
    }
    return static_cast<std::size_t>(*std::max_element(open.begin(), open.end(), [&](int a, int b) {
      return promise[static_cast<std::size_t>(a)] < promise[static_cast<std::size_t>(b)];
    }));
  }
  triage30::stop("nothing left to ask, and the level is open");
}

void task_b(const Fixture& fixture, const Knowledge& knowledge, const Compiled& compiled,
            const std::vector<Outcome>& outcomes) {
  const Odds odds{fixture};
  std::vector<int> lengths;
  int wrong = 0;
  const double start = bench::processor_seconds();
  for (std::size_t i = 0; i < fixture.sheets.size(); ++i) {
    Sheet sheet(knowledge.facts.size());
    int asked = 0;
    for (;; ++asked) {
      const Reading reading = compiled.read(sheet);
      const Standings standing = standings(knowledge, compiled, reading);
      if (standing.established == standing.ceiling) {
        wrong += static_cast<int>(standing.established) != outcomes[i].tier;
        break;
      }
      const std::size_t fact = next_fact(knowledge, compiled, reading, standing, odds);
      sheet[fact] = answer_of(fixture, fixture.sheets[i], fact);
    }
    lengths.push_back(asked);
  }
  const double spent = bench::processor_seconds() - start;
  if (wrong != 0) triage30::stop("an interview ended at the wrong tier");
  double mean = 0;
  for (const int length : lengths) mean += length;
  mean /= static_cast<double>(lengths.size());
  std::sort(lengths.begin(), lengths.end());
  const auto at = [&](double share) {
    return std::to_string(
        lengths[static_cast<std::size_t>(share * static_cast<double>(lengths.size()))]);
  };
  bench::report("triage30 B, mean questions", mean, "questions",
                "p50 " + at(0.5) + ", p95 " + at(0.95) + ", longest " +
                    std::to_string(lengths.back()) + ", no wrong tier in 10,000");
  bench::report("triage30 B, interviews", static_cast<double>(lengths.size()) / spent,
                "interviews/s", "one thread");
}

// --- Task C -----------------------------------------------------------------------------------

// Every yes/no answer and every class of the numbers; ages 18 to 39 are one class, and so on.
struct Whole {
  const Compiled& compiled;
  std::vector<std::vector<double>> cuts;  // per fact: where the classes of a number begin
  Diagram diagram;

  static std::vector<std::vector<double>> cuts_of(const Knowledge& knowledge,
                                                  const Compiled& compiled) {
    std::vector<std::vector<double>> cuts(knowledge.facts.size());
    for (const Literal& literal : compiled.literals) {
      if (literal.kind == Literal::Kind::between) {
        cuts[static_cast<std::size_t>(literal.fact)].push_back(literal.low);
      }
    }
    for (auto& of_fact : cuts) std::sort(of_fact.begin(), of_fact.end());
    return cuts;
  }
  static std::vector<std::uint32_t> arity(const std::vector<std::vector<double>>& cuts) {
    std::vector<std::uint32_t> arity;
    for (const auto& of_fact : cuts) {
      arity.push_back(of_fact.empty() ? 2 : static_cast<std::uint32_t>(of_fact.size()) + 1);
    }
    return arity;
  }

  Whole(const Knowledge& knowledge, const Compiled& all)
      : compiled(all), cuts(cuts_of(knowledge, all)), diagram(arity(cuts)) {}

  Diagram::Node literal(const Literal& of) {
    const auto fact = static_cast<std::size_t>(of.fact);
    std::vector<Diagram::Value> values = {0};
    if (cuts[fact].empty()) values.push_back(1);
    for (const double cut : cuts[fact]) values.push_back(cut >= of.low);
    return diagram.variable(static_cast<std::uint32_t>(fact), values);
  }

  Diagram::Node rule(const Formula& formula) {
    Diagram::Node any = diagram.constant(0);
    for (const Bits& term : formula.terms) {
      Diagram::Node all = diagram.constant(1);
      for (std::size_t i = 0; i < compiled.literals.size(); ++i) {
        if (term.test(i)) all = diagram.least(all, literal(compiled.literals[i]));
      }
      any = diagram.greatest(any, all);
    }
    return any;
  }
};

void task_c(const Fixture& fixture, const Knowledge& knowledge, const Compiled& compiled) {
  const double start = bench::processor_seconds();
  Whole whole(knowledge, compiled);
  Diagram& diagram = whole.diagram;
  Diagram::Node tier = diagram.constant(0), flag = diagram.constant(0);
  for (std::size_t i = 0; i < compiled.rules.size(); ++i) {
    const auto of_rule = static_cast<Diagram::Value>(fixture.rules[i].tier);
    const Diagram::Node holds = whole.rule(compiled.rules[i]);
    tier = diagram.greatest(tier, diagram.map(holds, [of_rule](Diagram::Value v) {
      return static_cast<Diagram::Value>(v * of_rule);
    }));
    if (of_rule >= 2) flag = diagram.greatest(flag, holds);
  }
  const auto counts = diagram.count(tier);
  const bool broken =
      diagram
          .find_pair(flag, tier, [](auto raised, auto level) { return raised == 1 && level < 2; })
          .has_value();
  const double spent = bench::processor_seconds() - start;
  if (diagram.space().text() != "6442450944" || counts[0].text() != "6528" ||
      counts[4].text() != "6041370624" || broken) {
    triage30::stop("task C: " + diagram.space().text() + " sheets, " + counts[0].text() + " ok, " +
                   counts[4].text() + " emergencies");
  }
  bench::report("triage30 C, whole space", 1000 * spent, "ms",
                "6,442,450,944 sheets, 6,528 ok, 6,041,370,624 emergencies, 0 violations");
}

}  // namespace

int main(int argc, char** argv) {
  const Fixture fixture = triage30::load(argc, argv);
  const Knowledge knowledge = knowledge_of(fixture);
  const auto compiled = compile(knowledge);
  if (!compiled) triage30::stop(describe(compiled.error()));
  const std::vector<Outcome> outcomes = task_a(fixture, *compiled);
  task_b(fixture, knowledge, *compiled, outcomes);
  task_c(fixture, knowledge, *compiled);
}
