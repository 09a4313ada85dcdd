// A recursive-descent parser (depth bounded: expressions may come from a stranger's pack) and
// Kleene evaluation on the flat tree.
#include "knowledge/expr.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "base/check.h"
#include "base/sort.h"
#include "base/text.h"

namespace limber {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr int kDepth = 16;
constexpr std::size_t kMostNodes = 256;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c >= 'A' && c <= 'Z');
}

class Parser {
 public:
  Parser(std::string_view text, const FactNames& facts) : text_(text), facts_(facts) {}

  Result<Expr> parse() {
    expr_.root = disjunction(0);
    skip_space();
    if (!error_ && at_ < text_.size()) wrong("\"and\", \"or\" or the end was expected");
    if (error_) return std::unexpected(*error_);
    return std::move(expr_);
  }

 private:
  using Op = Expr::Op;
  using Node = Expr::Node;

  int disjunction(int depth) { return chain(depth, "or", Op::either, &Parser::conjunction); }
  int conjunction(int depth) { return chain(depth, "and", Op::both, &Parser::negation); }

  // a `word` b `word` c ... as one node with all of them as children.
  int chain(int depth, std::string_view word, Op op, int (Parser::*part)(int)) {
    std::vector<int> children = {(this->*part)(depth)};
    while (!error_ && take_word(word)) children.push_back((this->*part)(depth));
    if (children.size() == 1) return children.front();
    return add({.op = op, .children = std::move(children)});
  }

  int negation(int depth) {
    if (!take_word("not")) return atom(depth);
    if (depth >= kDepth) return wrong("nested too deep");
    return add({.op = Op::inverse, .children = {negation(depth + 1)}});
  }

  int atom(int depth) {
    if (error_) return -1;
    if (depth >= kDepth) return wrong("nested too deep");
    if (take('(')) {
      const int inside = disjunction(depth + 1);
      if (!take(')')) wrong("a closing bracket is missing");
      return inside;
    }
    const std::size_t start = at_;
    const std::string name = word();
    if (name.empty()) return wrong("the name of a fact was expected");
    if (name == "at_least") return counted(depth);
    const int fact = facts_.index(name);
    if (fact < 0) {
      at_ = start;
      skip_space();
      const auto all = facts_.all();
      const auto near = nearest(name, all);
      return wrong("there is no fact \"" + name + "\"",
                   near ? "did you mean \"" + *near + "\"?" : "");
    }
    return comparison(fact, name);
  }

  int counted(int depth) {
    if (!take('(')) return wrong("a bracket was expected after at_least");
    const auto count = number();
    if (!count || *count < 1 || *count != std::floor(*count)) {
      return wrong("at_least starts with a whole number, as in at_least(2, a, b)");
    }
    Node node{.op = Op::at_least, .count = static_cast<int>(std::min(*count, 1000.0))};
    while (!error_ && take(',')) node.children.push_back(disjunction(depth + 1));
    if (!take(')')) return wrong("a comma or a closing bracket was expected");
    if (node.count > static_cast<int>(node.children.size())) {
      return wrong("at_least asks for more than it lists");
    }
    return add(std::move(node));
  }

  int comparison(int fact, const std::string& name) {
    const char kind = facts_.kind(fact);
    const std::string op = comparator();
    if (op.empty()) {
      if (kind == 'b') return add({.op = Op::yes, .fact = fact});
      return wrong("\"" + name + "\" needs a comparison, as in " + name +
                   (kind == 'n' ? " >= 65" : " == option"));
    }
    if (kind == 'b') return wrong("\"" + name + "\" is a yes-or-no fact and is not compared");
    if (kind == 'c') {
      if (op != "==") return wrong("a choice is compared with == only");
      const std::string wanted = word();
      const int option = facts_.option(fact, wanted);
      if (option < 0) return wrong("\"" + name + "\" has no option \"" + wanted + "\"");
      return add({.op = Op::is_choice, .fact = fact, .option = option});
    }
    return range(fact, op);
  }

  int range(int fact, const std::string& op) {
    const auto low = number();
    if (!low) return wrong("a number was expected");
    Node node{.op = Op::between, .fact = fact, .low = -kInfinity, .high = kInfinity};
    if (op == ">=") {
      node.low = *low;
    } else if (op == ">") {
      node.low = std::nextafter(*low, kInfinity);
    } else if (op == "<=") {
      node.high = *low;
    } else if (op == "<") {
      node.high = std::nextafter(*low, -kInfinity);
    } else if (op == "==") {
      node.low = node.high = *low;
    } else {
      if (!take('.') || !take('.')) return wrong("a range is written as 5..6");
      const auto high = number();
      if (!high || *high < *low) return wrong("a range is written from low to high, as 5..6");
      node.low = *low, node.high = *high;
    }
    return add(std::move(node));
  }

  int add(Node node) {
    if (error_) return -1;
    if (expr_.nodes.size() >= kMostNodes) return wrong("the condition is too long");
    expr_.nodes.push_back(std::move(node));
    return static_cast<int>(expr_.nodes.size()) - 1;
  }

  int wrong(std::string message, std::string hint = "") {
    if (!error_) {
      error_ = Error{ErrorKind::input, std::move(message), "column " + std::to_string(at_ + 1),
                     std::move(hint)};
    }
    return -1;
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t')) {
      ++at_;
    }
  }

  std::string word() {
    skip_space();
    const std::size_t start = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

  bool take_word(std::string_view wanted) {
    const std::size_t start = at_;
    if (word() == wanted) return true;
    at_ = start;
    return false;
  }

  bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string comparator() {
    skip_space();
    for (const std::string_view op : {">=", "<=", "==", ">", "<"}) {
      if (text_.substr(at_).starts_with(op)) {
        at_ += op.size();
        return std::string(op);
      }
    }
    return take_word("in") ? "in" : "";
  }

  // Digits with at most one point; "5..6" is two numbers.
  std::optional<double> number() {
    skip_space();
    const std::size_t start = at_;
    if (at_ < text_.size() && text_[at_] == '-') ++at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    if (at_ + 1 < text_.size() && text_[at_] == '.' && text_[at_ + 1] != '.') {
      ++at_;
      while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    }
    return parse_number(text_.substr(start, at_ - start));
  }

  std::string_view text_;
  const FactNames& facts_;
  std::size_t at_ = 0;
  Expr expr_;
  std::optional<Error> error_;
};

Truth from(bool value) {
  return value ? Truth::yes : Truth::no;
}

Truth leaf(const Expr::Node& node, const Answer& answer) {
  using State = Answer::State;
  if (answer.state == State::not_asked || answer.state == State::not_sure) return Truth::maybe;
  switch (node.op) {
    case Expr::Op::yes:
      return from(answer.state == State::yes);
    case Expr::Op::between:
      return from(answer.state == State::number && answer.number >= node.low &&
                  answer.number <= node.high);
    case Expr::Op::is_choice:
      return from(answer.state == State::choice && answer.choice == node.option);
    default:
      return Truth::maybe;
  }
}

Truth value(const Expr& expr, int index, const Sheet& sheet) {
  const Expr::Node& node = expr.nodes[static_cast<std::size_t>(index)];
  using Op = Expr::Op;
  if (node.fact >= 0) return leaf(node, sheet[static_cast<std::size_t>(node.fact)]);
  int sure = 0, possible = 0;
  for (const int child : node.children) {
    const Truth truth = value(expr, child, sheet);
    sure += truth == Truth::yes ? 1 : 0;
    possible += truth != Truth::no ? 1 : 0;
  }
  const int all = static_cast<int>(node.children.size());
  const int needed = node.op == Op::both ? all : node.op == Op::at_least ? node.count : 1;
  if (node.op == Op::inverse) return sure ? Truth::no : possible ? Truth::maybe : Truth::yes;
  return sure >= needed ? Truth::yes : possible >= needed ? Truth::maybe : Truth::no;
}

}  // namespace

Result<Expr> parse_expr(std::string_view text, const FactNames& facts) {
  return Parser(text, facts).parse();
}

Truth evaluate(const Expr& expr, const Sheet& sheet) {
  LIMBER_CHECK(expr.root >= 0);
  return value(expr, expr.root, sheet);
}

std::vector<int> facts_of(const Expr& expr) {
  std::vector<int> facts;
  for (const Expr::Node& node : expr.nodes) {
    if (node.fact >= 0) facts.push_back(node.fact);
  }
  sort_and_unite(facts);
  return facts;
}

}  // namespace limber
