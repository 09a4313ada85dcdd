// A second opinion on the proof: the same promises put to Z3, from the rules' expressions alone.
//
// Each fact becomes an integer: the index of its answer class, the last one being "not sure". A
// condition becomes two formulas, "certainly" and "possibly" (Kleene). Z3 then looks for a sheet
// that breaks a promise; "unsat" means there is none.
#include <gtest/gtest.h>
#include <z3++.h>

#include "body/names.h"
#include "embedded.h"
#include "knowledge/classes.h"
#include "screen/prove.h"

namespace limber {
namespace {

class Opinion {
 public:
  explicit Opinion(const Knowledge& k) : k_(k), classes_(answer_classes(k)), solver_(context_) {
    for (std::size_t f = 0; f < k.facts.size(); ++f) {
      answers_.push_back(context_.int_const(k.facts[f].id.c_str()));
      solver_.add(answers_.back() >= 0 && answers_.back() <= static_cast<int>(classes_[f].size()));
    }
  }

  // The level is at least this, on the sheet in `answers_`, with these facts set to other values.
  z3::expr at_least(Level level, int changed = -1, int to = 0) {
    z3::expr_vector any(context_);
    for (const Rule& rule : k_.rules) {
      if (rule.level < level) continue;
      // A doubtful rule counts one below: above this level that is still enough.
      const bool sure = rule.level == level;
      any.push_back(holds(rule.when, rule.when.root, sure, changed, to));
    }
    return z3::mk_or(any);
  }

  bool impossible(const z3::expr& broken) {
    solver_.push();
    solver_.add(broken);
    const bool none = solver_.check() == z3::unsat;
    solver_.pop();
    return none;
  }

  z3::expr answer(std::size_t fact) { return answers_[fact]; }
  int unsure(std::size_t fact) const { return static_cast<int>(classes_[fact].size()); }
  const Classes& classes() const { return classes_; }

 private:
  // `sure`: certainly true; otherwise: possibly true.
  z3::expr holds(const Expr& expr, int index, bool sure, int changed, int to) {
    const Expr::Node& node = expr.nodes[static_cast<std::size_t>(index)];
    if (node.fact >= 0) return leaf(node, sure, changed, to);
    // "Certainly not" is "not possibly".
    if (node.op == Expr::Op::inverse) return !holds(expr, node.children[0], !sure, changed, to);
    z3::expr_vector parts(context_);
    for (const int child : node.children) parts.push_back(holds(expr, child, sure, changed, to));
    if (node.op == Expr::Op::both) return z3::mk_and(parts);
    if (node.op == Expr::Op::either) return z3::mk_or(parts);
    return z3::atleast(parts, static_cast<unsigned>(node.count));
  }

  z3::expr leaf(const Expr::Node& node, bool sure, int changed, int to) {
    const auto fact = static_cast<std::size_t>(node.fact);
    const z3::expr given = node.fact == changed ? context_.int_val(to) : answers_[fact];
    z3::expr_vector any(context_);
    Sheet sheet(k_.facts.size());
    Expr alone{{node}, 0};
    for (std::size_t i = 0; i < classes_[fact].size(); ++i) {
      sheet[fact] = classes_[fact][i];
      if (evaluate(alone, sheet) == Truth::yes) any.push_back(given == static_cast<int>(i));
    }
    if (!sure) any.push_back(given == unsure(fact));
    return z3::mk_or(any);
  }

  const Knowledge& k_;
  Classes classes_;
  z3::context context_;
  z3::solver solver_;
  std::vector<z3::expr> answers_;
};

TEST(SecondOpinion, EveryEmergencyFactAloneIsAnEmergency) {
  const Knowledge& k = embedded_tables();
  Opinion opinion(k);
  int asked = 0;
  for (std::size_t f = 0; f < k.facts.size(); ++f) {
    if (k.facts[f].alone != Level::emergency_now) continue;
    const z3::expr broken = opinion.answer(f) == 1 && !opinion.at_least(Level::emergency_now);
    EXPECT_TRUE(opinion.impossible(broken)) << k.facts[f].id;
    ++asked;
  }
  EXPECT_GE(asked, 8);
}

TEST(SecondOpinion, AMoreWorryingAnswerNeverLowersTheLevel) {
  const Knowledge& k = embedded_tables();
  Opinion opinion(k);
  for (std::size_t f = 0; f < k.facts.size(); ++f) {
    const Fact& fact = k.facts[f];
    if (fact.kind != Fact::Kind::yes_no || fact.worry == Fact::Worry::neutral) continue;
    const int worst = fact.worry == Fact::Worry::yes ? 1 : 0;
    for (const Level level : kLevels) {
      if (level == Level::go) continue;
      const int index = static_cast<int>(f);
      const z3::expr calm = opinion.at_least(level, index, 1 - worst);
      const z3::expr unsure = opinion.at_least(level, index, opinion.unsure(f));
      const z3::expr worried = opinion.at_least(level, index, worst);
      EXPECT_TRUE(opinion.impossible((calm && !unsure) || (unsure && !worried))) << fact.id;
    }
  }
}

TEST(SecondOpinion, FindsARuleThatCalms) {
  Knowledge k = embedded_tables();
  const Rule& rule = k.rules.front();
  const int fact = facts_of(rule.when).front();
  const std::string calm =
      "(" + rule.when_text + ") and not " + k.facts[static_cast<std::size_t>(fact)].id;
  Knowledge broken = k;
  broken.rules.front().when = *parse_expr(calm, fact_names(k));
  EXPECT_FALSE(prove(broken).holds);
  Opinion opinion(broken);
  const auto f = static_cast<std::size_t>(fact);
  EXPECT_FALSE(
      opinion.impossible(opinion.answer(f) == 1 && !opinion.at_least(Level::emergency_now)));
}

}  // namespace
}  // namespace limber
