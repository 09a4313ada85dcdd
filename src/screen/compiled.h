// Conditions turned into bit masks, so that a sheet is judged in about a hundred nanoseconds and
// the interview can ask "could this still change?" after every answer.
//
// A literal is one elementary statement about one fact ("age in 65..", "fever is yes", "not
// eased"). Every condition becomes an or of ands of literals (De Morgan and distribution keep
// Kleene's value). A sheet becomes three sets of literals: true for sure, true if a doubt is read
// as worrying, and open because it was not asked. A condition then
//   holds for sure     if one of its terms lies within `sure`
//   holds by doubt     if one lies within `sure` and `doubt` together
//   could still hold   if one lies within all three.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "knowledge/knowledge.h"

namespace limber {

inline constexpr std::size_t kLiteralWords = 4;
inline constexpr std::size_t kMostLiterals = kLiteralWords * 64;

struct Bits {
  std::array<std::uint64_t, kLiteralWords> word{};

  void set(std::size_t i) { word[i / 64] |= std::uint64_t{1} << (i % 64); }
  [[nodiscard]] bool test(std::size_t i) const { return (word[i / 64] >> (i % 64)) & 1u; }
  // Every bit of this is also in `other`.
  [[nodiscard]] bool within(const Bits& other) const {
    for (std::size_t i = 0; i < kLiteralWords; ++i) {
      if ((word[i] & ~other.word[i]) != 0) return false;
    }
    return true;
  }
  // Some bit of this is also in `other`.
  [[nodiscard]] bool meets(const Bits& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < kLiteralWords; ++i) common |= word[i] & other.word[i];
    return common != 0;
  }
  [[nodiscard]] bool any() const {
    std::uint64_t all = 0;
    for (const std::uint64_t w : word) all |= w;
    return all != 0;
  }
  friend Bits operator|(Bits a, const Bits& b) {
    for (std::size_t i = 0; i < kLiteralWords; ++i) a.word[i] |= b.word[i];
    return a;
  }
  friend Bits operator&(Bits a, const Bits& b) {
    for (std::size_t i = 0; i < kLiteralWords; ++i) a.word[i] &= b.word[i];
    return a;
  }
  bool operator==(const Bits&) const = default;
};

struct Literal {
  enum class Kind : std::uint8_t { yes, no, between, choice };
  Kind kind = Kind::yes;
  int fact = 0;
  double low = 0, high = 0;
  int option = 0;
  bool operator==(const Literal&) const = default;
};

// An or of ands; no term holds another.
struct Formula {
  std::vector<Bits> terms;
  // One literal of each term: where none of these holds, no term can. Most sheets say little, so
  // one look spares most rules their terms.
  Bits keys;
  bool always = false;  // a term without literals

  [[nodiscard]] bool could_hold(const Bits& literals) const {
    return always || keys.meets(literals);
  }
  [[nodiscard]] bool holds(const Bits& literals) const {
    if (!could_hold(literals)) return false;
    for (const Bits& term : terms) {
      if (term.within(literals)) return true;
    }
    return false;
  }
};

// What a sheet says, in literals.
struct Reading {
  Bits sure, doubt, open;
};

// Which literals hold for each answer to one fact: a row to look up, nothing to work out.
struct FactRows {
  Bits all;                  // every literal of the fact
  std::array<Bits, 2> said;  // after a no, after a yes
  std::vector<double> cuts;  // where the classes of a number begin, rising; the first begins below
  std::vector<Bits> rows;    // one for each class of a number (one more than cuts), or each option
};

struct Compiled {
  std::vector<Literal> literals;
  std::vector<FactRows> facts;
  std::vector<Formula> rules;  // in the knowledge's order
  std::vector<Formula> conditions;

  [[nodiscard]] Reading read(const Sheet& sheet) const;
};

// Errors: input, when a condition is too large to be spelled out (2,000 terms, 256 literals).
[[nodiscard]] Result<Compiled> compile(const Knowledge& knowledge);

}  // namespace limber
