// A decision diagram over all answer sheets at once: a function from every possible sheet to a
// small number (a truth value, a level, a permission), shared and reduced so that equal parts exist
// once.
//
// One variable per fact; its values are the fact's answer classes and, last, "not sure". Because
// diagrams are canonical, two functions are equal exactly if their roots are.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace limber {

// A whole number below 2^256: there are more sheets than 64 bits can count.
class Count {
 public:
  Count() = default;
  explicit Count(std::uint32_t value) { limb_[0] = value; }
  Count& operator+=(const Count& other);
  Count& operator*=(std::uint32_t factor);
  bool operator==(const Count&) const = default;
  [[nodiscard]] std::string text() const;  // decimal
  [[nodiscard]] double rough() const;

 private:
  std::array<std::uint32_t, 8> limb_{};  // least significant first
};

class Diagram {
 public:
  using Node = std::uint32_t;
  using Value = std::uint8_t;
  using Op = std::function<Value(Value, Value)>;

  // `arity[v]`: how many values variable v has, 1 or more.
  explicit Diagram(std::vector<std::uint32_t> arity);

  [[nodiscard]] Node constant(Value value);
  // Depends on one variable: values[i] for its i-th value.
  [[nodiscard]] Node variable(std::uint32_t v, const std::vector<Value>& values);
  // Combines two functions sheet by sheet. Every `op` name must always mean the same operation.
  [[nodiscard]] Node apply(const std::string& op_name, const Op& op, Node a, Node b);
  [[nodiscard]] Node least(Node a, Node b);
  [[nodiscard]] Node greatest(Node a, Node b);
  [[nodiscard]] Node map(Node a, const std::function<Value(Value)>& change);
  // Fixes variable v to its i-th value.
  [[nodiscard]] Node restrict(Node a, std::uint32_t v, std::uint32_t i);

  // One sheet (value per variable; 0 where it does not matter) whose result satisfies `wanted`.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> find(
      Node a, const std::function<bool(Value)>& wanted) const;
  // One sheet on which the two results together satisfy `wanted`. Builds no new nodes.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> find_pair(
      Node a, Node b, const std::function<bool(Value, Value)>& wanted) const;
  // True if on every sheet changing variable v from its i-th to its j-th value never lowers a.
  [[nodiscard]] bool never_lowers(Node a, std::uint32_t v, std::uint32_t i, std::uint32_t j);
  [[nodiscard]] Value evaluate(Node a, const std::vector<std::uint32_t>& sheet) const;
  // How many sheets have each value 0..15.
  [[nodiscard]] std::array<Count, 16> count(Node a) const;
  [[nodiscard]] Count space() const;

  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

 private:
  struct Inner {
    std::uint32_t variable;  // arity_.size() for a constant
    std::uint32_t first;     // index into edges_, or the value of a constant
  };
  Node make(std::uint32_t v, const std::vector<Node>& children);
  bool at_most(Node a, Node b);  // pointwise, remembered
  // The same diagram with every node that `end` answers replaced; it must answer constants.
  Node rebuild(Node a, const std::function<std::optional<Node>(Node)>& end);
  Node apply_memo(std::uint64_t op, const Op& op_fn, Node a, Node b);
  Node child(Node a, std::uint32_t v, std::uint32_t i) const;
  bool is_constant(Node a) const { return nodes_[a].variable == arity_.size(); }

  std::vector<std::uint32_t> arity_;
  std::vector<Inner> nodes_;
  std::vector<Node> edges_;
  std::unordered_multimap<std::uint64_t, Node> unique_;
  std::array<std::optional<Node>, 256> constants_;
  std::unordered_map<std::string, std::uint64_t> ops_;
  std::unordered_map<std::uint64_t, std::unordered_map<std::uint64_t, Node>> memo_;
  std::unordered_map<std::uint64_t, bool> at_most_;
};

}  // namespace limber
