#include "screen/mutants.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "body/names.h"

namespace limber {
namespace {

using Op = Expr::Op;
constexpr double kUnbounded = std::numeric_limits<double>::infinity();

class Mutator {
 public:
  Mutator(const Knowledge& knowledge, std::size_t rule, std::vector<Mutant>& out)
      : k_(knowledge), index_(rule), rule_(knowledge.rules[rule]), out_(out) {}

  void run() {
    levels();
    for (std::size_t n = 0; n < rule_.when.nodes.size(); ++n) {
      const Expr::Node& node = rule_.when.nodes[n];
      if (node.op == Op::both) swap(n, Op::either, "and became or");
      if (node.op == Op::either) swap(n, Op::both, "or became and");
      if (node.op == Op::at_least) counts(n);
      if (node.op == Op::inverse) negation_removed(n);
      if (node.op == Op::between) thresholds(n);
      if (node.op == Op::yes) negated(n);
      if (node.children.size() > 1) dropped(n);
    }
  }

 private:
  void add(const std::string& what, Rule mutated) {
    out_.push_back({rule_.id + ": " + what, index_, std::move(mutated)});
  }

  template <class Change>
  void change(const std::string& what, std::size_t n, Change apply) {
    Rule mutated = rule_;
    apply(mutated.when.nodes[n]);
    add(what, std::move(mutated));
  }

  void levels() {
    for (const int step : {-1, 1}) {
      const int level = static_cast<int>(rule_.level) + step;
      if (level < 0 || level > static_cast<int>(Level::emergency_now)) continue;
      Rule mutated = rule_;
      mutated.level = static_cast<Level>(level);
      add("level became " + std::string(level_id(mutated.level)), std::move(mutated));
    }
  }

  void swap(std::size_t n, Op op, const char* what) {
    change(what, n, [op](Expr::Node& node) { node.op = op; });
  }

  void counts(std::size_t n) {
    const Expr::Node& node = rule_.when.nodes[n];
    for (const int count : {node.count - 1, node.count + 1}) {
      if (count < 1 || count > static_cast<int>(node.children.size())) continue;
      change("at_least became " + std::to_string(count), n,
             [count](Expr::Node& changed) { changed.count = count; });
    }
  }

  void negation_removed(std::size_t n) {
    change("a not was removed", n, [](Expr::Node& node) { node.op = Op::either; });
  }

  void negated(std::size_t n) {
    Rule mutated = rule_;
    auto& nodes = mutated.when.nodes;
    nodes.push_back(nodes[n]);
    nodes[n] = Expr::Node{};
    nodes[n].op = Op::inverse;
    nodes[n].children = {static_cast<int>(nodes.size()) - 1};
    add(k_.facts[static_cast<std::size_t>(rule_.when.nodes[n].fact)].id + " was negated",
        std::move(mutated));
  }

  void dropped(std::size_t n) {
    for (std::size_t c = 0; c < rule_.when.nodes[n].children.size(); ++c) {
      change("term " + std::to_string(c + 1) + " was dropped", n, [c](Expr::Node& node) {
        node.children.erase(node.children.begin() + static_cast<std::ptrdiff_t>(c));
        node.count = std::min(node.count, static_cast<int>(node.children.size()));
      });
    }
  }

  // The bounds move to the neighbouring classes; an open range turns to its other side.
  void thresholds(std::size_t n) {
    const Expr::Node& node = rule_.when.nodes[n];
    const auto fact = static_cast<std::size_t>(node.fact);
    const double step = k_.facts[fact].integer ? 1 : 0.5;
    for (const double by : {-step, step}) {
      if (node.low > -kUnbounded) {
        change("the lower bound moved", n, [by](Expr::Node& changed) { changed.low += by; });
      }
      if (node.high < kUnbounded) {
        change("the upper bound moved", n, [by](Expr::Node& changed) { changed.high += by; });
      }
    }
    if (node.high == kUnbounded) {
      change("the comparison turned round", n, [](Expr::Node& changed) {
        changed.high = std::nextafter(changed.low, -kUnbounded);
        changed.low = -kUnbounded;
      });
    } else if (node.low == -kUnbounded) {
      change("the comparison turned round", n, [](Expr::Node& changed) {
        changed.low = std::nextafter(changed.high, kUnbounded);
        changed.high = kUnbounded;
      });
    }
  }

  const Knowledge& k_;
  std::size_t index_;
  const Rule& rule_;
  std::vector<Mutant>& out_;
};

}  // namespace

std::vector<Mutant> mutants(const Knowledge& knowledge) {
  std::vector<Mutant> all;
  for (std::size_t rule = 0; rule < knowledge.rules.size(); ++rule) {
    Mutator(knowledge, rule, all).run();
  }
  return all;
}

}  // namespace limber
