// The rule base as functions over all sheets: truth of each condition, level, permissions.
#pragma once

#include <vector>

#include "knowledge/classes.h"
#include "screen/diagram.h"

namespace limber {

// Builds diagrams for a knowledge base. Variables stand for the facts that some rule or condition
// speaks of; numbers, which many rules share, come first.
class Space {
 public:
  explicit Space(const Knowledge& knowledge);

  // 0 no, 1 maybe, 2 yes: Kleene's values, "not sure" being maybe.
  [[nodiscard]] Diagram::Node truth(const Expr& expr);
  // The level on every sheet; with `cleared`, as if a clearance covered every rule it may.
  [[nodiscard]] Diagram::Node level(bool cleared);
  // What the conditions allow of one technique: 0 ok, 1 modify, 2 avoid.
  [[nodiscard]] Diagram::Node permission(std::size_t technique);

  [[nodiscard]] Diagram& diagram() { return diagram_; }
  [[nodiscard]] int variable_of(std::size_t fact) const { return variable_[fact]; }  // -1 if unused
  [[nodiscard]] const Classes& classes() const { return classes_; }
  // The answers a path stands for, one per used fact.
  [[nodiscard]] Example sheet(const std::vector<std::uint32_t>& values) const;
  // The values of a sheet in which every used fact is answered.
  [[nodiscard]] std::vector<std::uint32_t> values(const Sheet& sheet) const;

 private:
  [[nodiscard]] Diagram::Node node(const Expr& expr, int index);

  const Knowledge& knowledge_;
  Classes classes_;
  std::vector<int> variable_;       // per fact
  std::vector<std::size_t> facts_;  // per variable
  Diagram diagram_;
};

}  // namespace limber
