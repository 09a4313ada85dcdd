#include "screen/compiled.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace limber {
namespace {

constexpr std::size_t kMostTerms = 2000;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

class Compiler {
 public:
  explicit Compiler(const Knowledge& knowledge) : knowledge_(knowledge) {}

  Result<Compiled> run() {
    for (const Rule& rule : knowledge_.rules) {
      out_.rules.push_back(formula(rule.when, "rule " + rule.id));
    }
    for (const Condition& condition : knowledge_.conditions) {
      out_.conditions.push_back(formula(condition.when, "condition " + condition.id));
    }
    if (error_) return std::unexpected(*error_);
    index_by_fact();
    return std::move(out_);
  }

 private:
  using Terms = std::vector<Bits>;
  using Op = Expr::Op;

  Formula formula(const Expr& expr, const std::string& where) {
    where_ = where;
    return {expr.root < 0 ? Terms{} : spell_out(expr, expr.root, false)};
  }

  void too_large(const char* what) {
    if (!error_) error_ = Error{ErrorKind::input, what, where_, "split it into several"};
  }

  // Terms of the node, or of its negation: negation is pushed down to the literals.
  Terms spell_out(const Expr& expr, int index, bool negated) {
    const Expr::Node& node = expr.nodes[static_cast<std::size_t>(index)];
    if (node.fact >= 0) return leaf(node, negated);
    if (node.op == Op::inverse) return spell_out(expr, node.children.front(), !negated);
    std::vector<Terms> parts;
    for (const int child : node.children) parts.push_back(spell_out(expr, child, negated));
    const int all = static_cast<int>(parts.size());
    int needed = node.op == Op::both ? all : node.op == Op::at_least ? node.count : 1;
    if (negated) needed = all - needed + 1;  // "not at least k of n" is "at least n-k+1 fail"
    return choose(parts, needed);
  }

  // At least `needed` of the parts: best[j] are the terms in which j parts hold so far.
  Terms choose(const std::vector<Terms>& parts, int needed) {
    std::vector<Terms> best(static_cast<std::size_t>(needed) + 1);
    best[0] = {Bits{}};
    for (const Terms& part : parts) {
      for (std::size_t j = best.size() - 1; j > 0; --j) {
        Terms grown = best[j];
        for (const Bits& a : best[j - 1]) {
          for (const Bits& b : part) grown.push_back(a | b);
        }
        best[j] = absorb(std::move(grown));
      }
      if (error_) return {};
    }
    return best.back();
  }

  // Drops every term that holds another one.
  Terms absorb(Terms terms) {
    if (terms.size() > 4 * kMostTerms) {
      too_large("this condition has too many combinations");
      return {};
    }
    Terms kept;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      bool needed = true;
      for (std::size_t j = 0; j < terms.size() && needed; ++j) {
        if (i == j || !terms[j].within(terms[i])) continue;
        needed = terms[i] == terms[j] && i < j;  // of equal ones the first stays
      }
      if (needed) kept.push_back(terms[i]);
    }
    if (kept.size() > kMostTerms) too_large("this condition has too many combinations");
    return kept;
  }

  Terms leaf(const Expr::Node& node, bool negated) {
    if (node.op == Op::yes) {
      return {bit({negated ? Literal::Kind::no : Literal::Kind::yes, node.fact})};
    }
    if (node.op == Op::is_choice) return choice_leaf(node, negated);
    if (!negated) return {bit({Literal::Kind::between, node.fact, node.low, node.high})};
    Terms outside;
    if (node.low > -kInfinity) {
      outside.push_back(bit({Literal::Kind::between, node.fact, -kInfinity, below(node.low)}));
    }
    if (node.high < kInfinity) {
      outside.push_back(bit({Literal::Kind::between, node.fact, above(node.high), kInfinity}));
    }
    return outside;
  }

  Terms choice_leaf(const Expr::Node& node, bool negated) {
    if (!negated) return {bit({Literal::Kind::choice, node.fact, 0, 0, node.option})};
    Terms others;
    const Fact& fact = knowledge_.facts[static_cast<std::size_t>(node.fact)];
    for (int option = 0; option < static_cast<int>(fact.options.size()); ++option) {
      if (option != node.option) {
        others.push_back(bit({Literal::Kind::choice, node.fact, 0, 0, option}));
      }
    }
    return others;
  }

  static double below(double value) { return __builtin_nextafter(value, -kInfinity); }
  static double above(double value) { return __builtin_nextafter(value, kInfinity); }

  Bits bit(const Literal& literal) {
    auto found = std::find(out_.literals.begin(), out_.literals.end(), literal);
    if (found == out_.literals.end()) {
      if (out_.literals.size() == kMostLiterals) {
        too_large("the rules speak of more than 256 different signs");
        return {};
      }
      found = out_.literals.insert(found, literal);
    }
    Bits bits;
    bits.set(static_cast<std::size_t>(found - out_.literals.begin()));
    return bits;
  }

  void index_by_fact() {
    const std::size_t facts = knowledge_.facts.size();
    out_.of_fact.resize(facts), out_.if_yes.resize(facts), out_.if_no.resize(facts);
    out_.measured.resize(facts);
    for (std::size_t i = 0; i < out_.literals.size(); ++i) {
      const Literal& literal = out_.literals[i];
      const auto fact = static_cast<std::size_t>(literal.fact);
      out_.of_fact[fact].set(i);
      if (literal.kind == Literal::Kind::yes) {
        out_.if_yes[fact].set(i);
      } else if (literal.kind == Literal::Kind::no) {
        out_.if_no[fact].set(i);
      } else {
        out_.measured[fact].push_back(static_cast<std::uint16_t>(i));
      }
    }
  }

  const Knowledge& knowledge_;
  Compiled out_;
  std::string where_;
  std::optional<Error> error_;
};

bool holds(const Literal& literal, const Answer& answer) {
  if (literal.kind == Literal::Kind::choice) return answer.choice == literal.option;
  return answer.number >= literal.low && answer.number <= literal.high;
}

}  // namespace

Reading Compiled::read(const Sheet& sheet) const {
  Bits sure, doubt, open;  // locals stay in registers over the whole sheet
  const std::size_t facts = of_fact.size();
  for (std::size_t fact = 0; fact < facts; ++fact) {
    const Answer& answer = sheet[fact];
    switch (answer.state) {
      case Answer::State::not_asked:
        open = open | of_fact[fact];
        break;
      case Answer::State::not_sure:
        doubt = doubt | of_fact[fact];
        break;
      case Answer::State::yes:
        sure = sure | if_yes[fact];
        break;
      case Answer::State::no:
        sure = sure | if_no[fact];
        break;
      case Answer::State::number:
      case Answer::State::choice:
        for (const std::uint16_t literal : measured[fact]) {
          if (holds(literals[literal], answer)) sure.set(literal);
        }
        break;
    }
  }
  return {sure, doubt, open};
}

Result<Compiled> compile(const Knowledge& knowledge) {
  return Compiler(knowledge).run();
}

}  // namespace limber
