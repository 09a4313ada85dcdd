// Conditions as people read them, and their value when some answers are missing or doubtful.
//
//   sudden_severe_headache or (new_neck_pain and moved_neck_first)
//   injury and (age >= 65 or tingling_limbs)
//   not eases_with_movement            at_least(2, night_sweats, weight_loss, tired)
//   onset == sudden                    pain_now in 5..6
//
// Grammar: or < and < not < comparison. Comparisons: >= > <= < == on numbers, `in a..b`, == on
// choices. A bare name is a yes/no fact.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

// A flat tree: nodes[root] is the whole; children are indices into `nodes`.
struct Expr {
  enum class Op : std::uint8_t {
    yes,        // fact is yes
    between,    // number in [low, high]
    is_choice,  // choice == option
    both,       // and
    either,     // or
    inverse,    // not
    at_least,   // at least `count` of the children
  };
  struct Node {
    Op op = Op::yes;
    int fact = -1;
    double low = 0, high = 0;  // between; infinite if open
    int option = 0;            // is_choice
    int count = 0;             // at_least
    std::vector<int> children{};
    bool operator==(const Node&) const = default;
  };
  std::vector<Node> nodes;
  int root = -1;
  bool operator==(const Expr&) const = default;
};

enum class Truth : std::uint8_t { no, maybe, yes };

// What the parser needs to know of a fact.
struct FactNames {
  std::function<int(std::string_view)> index;        // -1 if unknown
  std::function<char(int)> kind;                     // 'b', 'n' or 'c'
  std::function<int(int, std::string_view)> option;  // -1 if unknown
  std::function<std::vector<std::string>()> all;     // for "did you mean"
};

// Errors: input, with the column and what was expected.
[[nodiscard]] Result<Expr> parse_expr(std::string_view text, const FactNames& facts);

// Kleene's three values: not_asked and not_sure are "maybe".
[[nodiscard]] Truth evaluate(const Expr& expr, const Sheet& sheet);

// Facts the expression speaks of, ascending, each once.
[[nodiscard]] std::vector<int> facts_of(const Expr& expr);

}  // namespace limber
