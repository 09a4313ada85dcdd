#include "knowledge/classes.h"

#include <cmath>
#include <limits>

#include "base/sort.h"
#include "body/names.h"

namespace limber {
namespace {

// The first value of each class but the lowest: where some condition changes its mind.
void add_cuts(const Expr& expr, const Knowledge& knowledge,
              std::vector<std::vector<double>>& cuts) {
  for (const Expr::Node& node : expr.nodes) {
    if (node.op != Expr::Op::between) continue;
    const auto index = static_cast<std::size_t>(node.fact);
    const bool whole = knowledge.facts[index].integer;
    cuts[index].push_back(whole ? std::ceil(node.low) : node.low);
    cuts[index].push_back(whole
                              ? std::floor(node.high) + 1
                              : std::nextafter(node.high, std::numeric_limits<double>::infinity()));
  }
}

std::vector<Answer> number_classes(const Fact& fact, std::vector<double> cuts) {
  std::vector<Answer> classes = {number(fact.low)};
  sort_and_unite(cuts);
  for (const double cut : cuts) {
    if (cut > fact.low && cut <= fact.high) classes.push_back(number(cut));
  }
  return classes;
}

}  // namespace

Classes answer_classes(const Knowledge& knowledge) {
  std::vector<std::vector<double>> cuts(knowledge.facts.size());
  for (const Rule& rule : knowledge.rules) add_cuts(rule.when, knowledge, cuts);
  for (const Condition& condition : knowledge.conditions) add_cuts(condition.when, knowledge, cuts);
  Classes classes;
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    const Fact& fact = knowledge.facts[i];
    if (fact.kind == Fact::Kind::yes_no) {
      classes.push_back({no(), yes()});
    } else if (fact.kind == Fact::Kind::number) {
      classes.push_back(number_classes(fact, std::move(cuts[i])));
    } else {
      std::vector<Answer> options;
      for (std::size_t o = 0; o < fact.options.size(); ++o)
        options.push_back(choice(static_cast<int>(o)));
      classes.push_back(std::move(options));
    }
  }
  return classes;
}

std::vector<Worry> worries(const Fact& fact, const std::vector<Answer>& classes) {
  std::vector<Worry> result(classes.size());
  if (fact.kind == Fact::Kind::yes_no) {
    if (fact.worry == Fact::Worry::yes) result[1].rank = 1;
    if (fact.worry == Fact::Worry::no) result[0].rank = 1;
    return result;
  }
  if (fact.kind == Fact::Kind::choice) {
    for (std::size_t i = 0; i < classes.size(); ++i) result[i].rank = fact.ranks[i];
    return result;
  }
  // The class that holds the reassuring value is the last that does not start above it.
  int home = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes[i].number <= fact.reassuring) home = static_cast<int>(i);
  }
  const bool up = fact.worry == Fact::Worry::up || fact.worry == Fact::Worry::both;
  const bool down = fact.worry == Fact::Worry::down || fact.worry == Fact::Worry::both;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const int away = static_cast<int>(i) - home;
    if (away > 0 && up) result[i] = {1, away};
    if (away < 0 && down) result[i] = {-1, -away};
  }
  return result;
}

}  // namespace limber
