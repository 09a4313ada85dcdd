// Whether one answer worries more than another: the comparison behind "what changed since last
// time" and behind a clearance that ends when something new is answered.
//
// Numbers worry by class, not by size: 66 worries no more than 65 if no rule tells them apart.
// "Not sure" stands just below the most worrying answer; "not asked" where nothing worries.
#pragma once

#include "knowledge/classes.h"

namespace limber {

enum class Shift : std::uint8_t { same, better, worse, different };

class Worrying {
 public:
  explicit Worrying(const Knowledge& knowledge);
  // From `before` to `after`. different: another answer that worries neither more nor less.
  // A number that moves to the other side of its reassuring value is worse, unless it moves home.
  [[nodiscard]] Shift shift(int fact, const Answer& before, const Answer& after) const;

 private:
  struct Standing {
    int side = 0, rank = 0;
  };
  [[nodiscard]] Standing standing(std::size_t fact, const Answer& answer) const;
  const Knowledge& knowledge_;
  Classes classes_;
  std::vector<std::vector<Worry>> worries_;
};

}  // namespace limber
