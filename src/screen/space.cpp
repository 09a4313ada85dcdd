#include "screen/space.h"

#include <algorithm>

#include "body/names.h"
#include "screen/judge.h"

namespace limber {
namespace {

using Value = Diagram::Value;

// Groups of facts that are weighed against each other: under one `and` or `at_least`.
std::vector<std::vector<int>> groups_of(const Knowledge& knowledge) {
  std::vector<std::vector<int>> groups;
  const auto add = [&](const Expr& expr) {
    for (const Expr::Node& node : expr.nodes) {
      if (node.op != Expr::Op::both && node.op != Expr::Op::at_least) continue;
      std::vector<int> facts, open = node.children;
      while (!open.empty()) {
        const Expr::Node& below = expr.nodes[static_cast<std::size_t>(open.back())];
        open.pop_back();
        if (below.fact >= 0) facts.push_back(below.fact);
        open.insert(open.end(), below.children.begin(), below.children.end());
      }
      groups.push_back(std::move(facts));
    }
  };
  for (const Rule& rule : knowledge.rules) add(rule.when);
  for (const Condition& condition : knowledge.conditions) add(condition.when);
  return groups;
}

// Facts that belong together stand together, which keeps the diagrams small: every fact moves to
// the mean place of its groups, a few times over (the FORCE order; Aloul, Markov, Sakallah 2003).
std::vector<std::size_t> order_of(const Knowledge& knowledge) {
  std::vector<bool> used(knowledge.facts.size());
  const auto use = [&](const Expr& expr) {
    for (const int fact : facts_of(expr)) used[static_cast<std::size_t>(fact)] = true;
  };
  for (const Rule& rule : knowledge.rules) use(rule.when);
  for (const Condition& condition : knowledge.conditions) use(condition.when);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) order.push_back(i);
  }
  const auto groups = groups_of(knowledge);
  constexpr int kRounds = 40;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<double> place(knowledge.facts.size()), sum(place.size()), weight(place.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<double>(i);
    for (const auto& group : groups) {
      double centre = 0;
      for (const int fact : group) centre += place[static_cast<std::size_t>(fact)];
      centre /= static_cast<double>(group.size());
      for (const int fact : group) {
        sum[static_cast<std::size_t>(fact)] += centre;
        weight[static_cast<std::size_t>(fact)] += 1;
      }
    }
    for (std::size_t i = 0; i < place.size(); ++i) {
      if (weight[i] > 0) place[i] = sum[i] / weight[i];
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return place[a] < place[b]; });
  }
  return order;
}

std::vector<std::uint32_t> arities(const Classes& classes, const std::vector<std::size_t>& facts) {
  std::vector<std::uint32_t> arity;
  for (const std::size_t fact : facts) {
    arity.push_back(static_cast<std::uint32_t>(classes[fact].size()) + 1);
  }
  return arity;
}

}  // namespace

Space::Space(const Knowledge& knowledge)
    : knowledge_(knowledge),
      classes_(answer_classes(knowledge)),
      variable_(knowledge.facts.size(), -1),
      facts_(order_of(knowledge)),
      diagram_(arities(classes_, facts_)) {
  for (std::size_t v = 0; v < facts_.size(); ++v) variable_[facts_[v]] = static_cast<int>(v);
}

Diagram::Node Space::truth(const Expr& expr) {
  return node(expr, expr.root);
}

Diagram::Node Space::node(const Expr& expr, int index) {
  const Expr::Node& at = expr.nodes[static_cast<std::size_t>(index)];
  if (at.fact >= 0) {
    const auto fact = static_cast<std::size_t>(at.fact);
    std::vector<Value> values;
    Expr leaf{{at}, 0};
    Sheet sheet(knowledge_.facts.size());
    for (const Answer& answer : classes_[fact]) {
      sheet[fact] = answer;
      values.push_back(static_cast<Value>(evaluate(leaf, sheet)));
    }
    values.push_back(static_cast<Value>(Truth::maybe));
    return diagram_.variable(static_cast<std::uint32_t>(variable_[fact]), values);
  }
  if (at.op == Expr::Op::inverse) {
    return diagram_.map(node(expr, at.children.front()),
                        [](Value value) { return static_cast<Value>(2 - value); });
  }
  // "At least k of them" is the k-th largest truth; and, or are its two ends.
  const std::size_t all = at.children.size();
  const std::size_t needed = at.op == Expr::Op::both       ? all
                             : at.op == Expr::Op::at_least ? static_cast<std::size_t>(at.count)
                                                           : 1;
  std::vector<Diagram::Node> largest(needed + 1, diagram_.constant(0));
  largest[0] = diagram_.constant(2);
  for (const int child : at.children) {
    const Diagram::Node part = node(expr, child);
    for (std::size_t j = needed; j > 0; --j) {
      largest[j] = diagram_.greatest(largest[j], diagram_.least(largest[j - 1], part));
    }
  }
  return largest[needed];
}

Diagram::Node Space::level(bool cleared) {
  Diagram::Node level = diagram_.constant(0);
  for (const Rule& rule : knowledge_.rules) {
    const auto counts = [&](Value truth) {
      if (truth == 0) return Value{0};
      return static_cast<Value>(counted(rule, truth == 2, cleared));
    };
    level = diagram_.greatest(level, diagram_.map(truth(rule.when), counts));
  }
  return level;
}

Diagram::Node Space::permission(std::size_t technique) {
  Diagram::Node permission = diagram_.constant(0);
  for (const Condition& condition : knowledge_.conditions) {
    const auto cell = static_cast<Value>(condition.row[technique].permission);
    if (cell == 0) continue;
    const auto reported = [cell](Value truth) { return truth == 0 ? Value{0} : cell; };
    permission = diagram_.greatest(permission, diagram_.map(truth(condition.when), reported));
  }
  return permission;
}

Example Space::sheet(const std::vector<std::uint32_t>& values) const {
  Example answers;
  for (std::size_t v = 0; v < facts_.size(); ++v) {
    const auto& classes = classes_[facts_[v]];
    answers.emplace_back(static_cast<int>(facts_[v]),
                         values[v] < classes.size() ? classes[values[v]] : not_sure());
  }
  return answers;
}

std::vector<std::uint32_t> Space::values(const Sheet& sheet) const {
  std::vector<std::uint32_t> values;
  for (const std::size_t fact : facts_) {
    const auto& classes = classes_[fact];
    const Answer& answer = sheet[fact];
    std::uint32_t value = static_cast<std::uint32_t>(classes.size());
    for (std::uint32_t i = 0; i < classes.size(); ++i) {
      const bool same = answer.state == Answer::State::number ? classes[i].number <= answer.number
                                                              : classes[i] == answer;
      if (same) value = i;
    }
    values.push_back(value);
  }
  return values;
}

}  // namespace limber
