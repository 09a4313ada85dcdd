#include "screen/compiled.h"

#include "base/sort.h"

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
    Formula formula;
    if (expr.root >= 0) formula.terms = spell_out(expr, expr.root, false);
    for (const Bits& term : formula.terms) {
      if (const auto key = rarest(term)) {
        formula.keys.set(*key);
      } else {
        formula.always = true;
      }
    }
    return formula;
  }

  // The literal of a term that the fewest sheets are expected to hold: a worrying yes or no.
  std::optional<std::size_t> rarest(const Bits& term) const {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < out_.literals.size(); ++i) {
      if (!term.test(i)) continue;
      if (!first) first = i;
      const Literal& literal = out_.literals[i];
      const Fact& fact = knowledge_.facts[static_cast<std::size_t>(literal.fact)];
      if ((literal.kind == Literal::Kind::yes && fact.worry == Fact::Worry::yes) ||
          (literal.kind == Literal::Kind::no && fact.worry == Fact::Worry::no)) {
        return i;
      }
    }
    return first;
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
    out_.facts.resize(knowledge_.facts.size());
    for (std::size_t i = 0; i < out_.literals.size(); ++i) {
      const Literal& literal = out_.literals[i];
      FactRows& fact = out_.facts[static_cast<std::size_t>(literal.fact)];
      fact.all.set(i);
      if (literal.kind == Literal::Kind::no) fact.said[0].set(i);
      if (literal.kind == Literal::Kind::yes) fact.said[1].set(i);
      if (literal.kind == Literal::Kind::between) {
        for (const double cut : {literal.low, above(literal.high)}) {
          if (cut > -kInfinity && cut < kInfinity) fact.cuts.push_back(cut);
        }
      }
    }
    for (std::size_t index = 0; index < out_.facts.size(); ++index) {
      fill_rows(out_.facts[index], knowledge_.facts[index].options.size());
    }
  }

  void fill_rows(FactRows& fact, std::size_t options) {
    sort_and_unite(fact.cuts);
    fact.rows.resize(options > 0 ? options : fact.cuts.size() + 1);
    for (std::size_t i = 0; i < out_.literals.size(); ++i) {
      if (!fact.all.test(i)) continue;
      for (std::size_t row = 0; row < fact.rows.size(); ++row) {
        const double from = row == 0 || options > 0 ? -kInfinity : fact.cuts[row - 1];
        if (covers(out_.literals[i], from, static_cast<int>(row))) fact.rows[row].set(i);
      }
    }
  }

  // Of a class of numbers that begins at `from`, or of an option.
  static bool covers(const Literal& literal, double from, int option) {
    if (literal.kind == Literal::Kind::choice) return literal.option == option;
    return literal.kind == Literal::Kind::between && literal.low <= from && from <= literal.high;
  }

  const Knowledge& knowledge_;
  Compiled out_;
  std::string where_;
  std::optional<Error> error_;
};

// The literals that hold for a number; a doubtful one (not a number at all) has no class.
const Bits* row_of(const FactRows& fact, double number) {
  std::size_t row = 0;
  for (const double cut : fact.cuts) row += number >= cut;
  return number == number ? &fact.rows[row] : nullptr;
}

const Bits* row_of(const FactRows& fact, int option) {
  const auto row = static_cast<std::size_t>(option);
  return row < fact.rows.size() ? &fact.rows[row] : nullptr;
}

}  // namespace

// Most answers are a yes or a no, in no order a processor could guess: these two take no branch.
Reading Compiled::read(const Sheet& sheet) const {
  using State = Answer::State;
  Bits sure, doubt, open;  // locals stay in registers over the whole sheet
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Answer& answer = sheet[i];
    const FactRows& fact = facts[i];
    if (answer.state == State::yes || answer.state == State::no) [[likely]] {
      sure = sure | fact.said[answer.state == State::yes];
      continue;
    }
    if (answer.state == State::not_asked) {
      open = open | fact.all;
      continue;
    }
    const Bits* row = answer.state == State::number   ? row_of(fact, answer.number)
                      : answer.state == State::choice ? row_of(fact, answer.choice)
                                                      : nullptr;
    if (row != nullptr) {
      sure = sure | *row;
    } else {
      doubt = doubt | fact.all;
    }
  }
  return {sure, doubt, open};
}

Result<Compiled> compile(const Knowledge& knowledge) {
  return Compiler(knowledge).run();
}

}  // namespace limber
