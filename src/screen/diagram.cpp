// Invariants
// 1. A node's variable is smaller than those of its children; constants come last.
// 2. No node has all children equal, and no two nodes are equal: so equal functions share a root.
#include "screen/diagram.h"

#include <algorithm>
#include <unordered_set>

namespace limber {

Count& Count::operator+=(const Count& other) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < limb_.size(); ++i) {
    carry += std::uint64_t{limb_[i]} + other.limb_[i];
    limb_[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  return *this;
}

Count& Count::operator*=(std::uint32_t factor) {
  std::uint64_t carry = 0;
  for (std::uint32_t& limb : limb_) {
    carry += std::uint64_t{limb} * factor;
    limb = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  return *this;
}

std::string Count::text() const {
  Count left = *this;
  std::string digits;
  do {
    std::uint64_t rest = 0;
    for (std::size_t i = left.limb_.size(); i-- > 0;) {
      rest = (rest << 32) | left.limb_[i];
      left.limb_[i] = static_cast<std::uint32_t>(rest / 10);
      rest %= 10;
    }
    digits += static_cast<char>('0' + rest);
  } while (left != Count());
  return {digits.rbegin(), digits.rend()};
}

double Count::rough() const {
  double value = 0;
  for (std::size_t i = limb_.size(); i-- > 0;) value = value * 4294967296.0 + limb_[i];
  return value;
}

namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
  return hash * 0xff51afd7ed558ccdu;
}

}  // namespace

Diagram::Diagram(std::vector<std::uint32_t> arity) : arity_(std::move(arity)) {}

Diagram::Node Diagram::constant(Value value) {
  if (!constants_[value]) {
    constants_[value] = static_cast<Node>(nodes_.size());
    nodes_.push_back({static_cast<std::uint32_t>(arity_.size()), value});
  }
  return *constants_[value];
}

Diagram::Node Diagram::make(std::uint32_t v, const std::vector<Node>& children) {
  const bool same = std::all_of(children.begin(), children.end(),
                                [&](Node child) { return child == children.front(); });
  if (same) return children.front();
  std::uint64_t hash = v;
  for (const Node child : children) hash = mix(hash, child);
  const auto range = unique_.equal_range(hash);
  for (auto it = range.first; it != range.second; ++it) {
    const Inner& node = nodes_[it->second];
    if (node.variable == v &&
        std::equal(children.begin(), children.end(),
                   edges_.begin() + static_cast<std::ptrdiff_t>(node.first))) {
      return it->second;
    }
  }
  const auto made = static_cast<Node>(nodes_.size());
  nodes_.push_back({v, static_cast<std::uint32_t>(edges_.size())});
  edges_.insert(edges_.end(), children.begin(), children.end());
  unique_.emplace(hash, made);
  return made;
}

Diagram::Node Diagram::variable(std::uint32_t v, const std::vector<Value>& values) {
  std::vector<Node> children;
  for (const Value value : values) children.push_back(constant(value));
  return make(v, children);
}

Diagram::Node Diagram::child(Node a, std::uint32_t v, std::uint32_t i) const {
  return nodes_[a].variable == v ? edges_[nodes_[a].first + i] : a;
}

Diagram::Node Diagram::apply(const std::string& op_name, const Op& op, Node a, Node b) {
  const std::uint64_t id = ops_.emplace(op_name, ops_.size()).first->second;
  return apply_memo(id, op, a, b);
}

Diagram::Node Diagram::apply_memo(std::uint64_t op, const Op& op_fn, Node a, Node b) {
  if (is_constant(a) && is_constant(b)) {
    return constant(
        op_fn(static_cast<Value>(nodes_[a].first), static_cast<Value>(nodes_[b].first)));
  }
  const std::uint64_t key = (std::uint64_t{a} << 32) | b;
  const auto known = memo_[op].find(key);
  if (known != memo_[op].end()) return known->second;
  const std::uint32_t v = std::min(nodes_[a].variable, nodes_[b].variable);
  std::vector<Node> children(arity_[v]);
  for (std::uint32_t i = 0; i < arity_[v]; ++i) {
    children[i] = apply_memo(op, op_fn, child(a, v, i), child(b, v, i));
  }
  const Node made = make(v, children);
  memo_[op].emplace(key, made);
  return made;
}

Diagram::Node Diagram::least(Node a, Node b) {
  return apply("least", [](Value x, Value y) { return std::min(x, y); }, a, b);
}

Diagram::Node Diagram::greatest(Node a, Node b) {
  return apply("greatest", [](Value x, Value y) { return std::max(x, y); }, a, b);
}

Diagram::Node Diagram::rebuild(Node a, const std::function<std::optional<Node>(Node)>& end) {
  std::unordered_map<Node, Node> done;
  const std::function<Node(Node)> walk = [&](Node node) -> Node {
    if (const auto ended = end(node)) return *ended;
    const auto known = done.find(node);
    if (known != done.end()) return known->second;
    const std::uint32_t v = nodes_[node].variable;
    std::vector<Node> children(arity_[v]);
    for (std::uint32_t i = 0; i < arity_[v]; ++i) children[i] = walk(child(node, v, i));
    const Node made = make(v, children);
    done.emplace(node, made);
    return made;
  };
  return walk(a);
}

Diagram::Node Diagram::map(Node a, const std::function<Value(Value)>& change) {
  return rebuild(a, [&](Node node) -> std::optional<Node> {
    if (!is_constant(node)) return std::nullopt;
    return constant(change(static_cast<Value>(nodes_[node].first)));
  });
}

Diagram::Node Diagram::restrict(Node a, std::uint32_t v, std::uint32_t i) {
  return rebuild(a, [&](Node node) -> std::optional<Node> {
    if (nodes_[node].variable < v) return std::nullopt;
    return child(node, v, i);
  });
}

std::optional<std::vector<std::uint32_t>> Diagram::find(
    Node a, const std::function<bool(Value)>& wanted) const {
  std::vector<std::uint32_t> sheet(arity_.size(), 0);
  std::unordered_map<Node, bool> hopeless;
  const std::function<bool(Node)> walk = [&](Node node) {
    if (is_constant(node)) return wanted(static_cast<Value>(nodes_[node].first));
    if (hopeless.count(node) != 0) return false;
    const std::uint32_t v = nodes_[node].variable;
    for (std::uint32_t i = 0; i < arity_[v]; ++i) {
      sheet[v] = i;
      if (walk(child(node, v, i))) return true;
    }
    sheet[v] = 0;
    hopeless.emplace(node, true);
    return false;
  };
  if (!walk(a)) return std::nullopt;
  return sheet;
}

std::optional<std::vector<std::uint32_t>> Diagram::find_pair(
    Node a, Node b, const std::function<bool(Value, Value)>& wanted) const {
  std::vector<std::uint32_t> sheet(arity_.size(), 0);
  std::unordered_set<std::uint64_t> hopeless;
  const std::function<bool(Node, Node)> walk = [&](Node x, Node y) {
    const std::uint32_t v = std::min(nodes_[x].variable, nodes_[y].variable);
    if (v == arity_.size()) {
      return wanted(static_cast<Value>(nodes_[x].first), static_cast<Value>(nodes_[y].first));
    }
    const std::uint64_t key = (std::uint64_t{x} << 32) | y;
    if (hopeless.count(key) != 0) return false;
    for (std::uint32_t i = 0; i < arity_[v]; ++i) {
      sheet[v] = i;
      if (walk(child(x, v, i), child(y, v, i))) return true;
    }
    sheet[v] = 0;
    hopeless.insert(key);
    return false;
  };
  if (!walk(a, b)) return std::nullopt;
  return sheet;
}

bool Diagram::at_most(Node a, Node b) {
  if (a == b) return true;
  if (is_constant(a) && is_constant(b)) return nodes_[a].first <= nodes_[b].first;
  const std::uint64_t key = (std::uint64_t{a} << 32) | b;
  const auto known = at_most_.find(key);
  if (known != at_most_.end()) return known->second;
  const std::uint32_t v = std::min(nodes_[a].variable, nodes_[b].variable);
  bool holds = true;
  for (std::uint32_t i = 0; i < arity_[v] && holds; ++i) {
    holds = at_most(child(a, v, i), child(b, v, i));
  }
  at_most_.emplace(key, holds);
  return holds;
}

// Only nodes of variable v can tell its values apart, so it is enough to look at each of them.
bool Diagram::never_lowers(Node a, std::uint32_t v, std::uint32_t i, std::uint32_t j) {
  std::unordered_set<Node> seen;
  const std::function<bool(Node)> walk = [&](Node node) {
    const std::uint32_t at = nodes_[node].variable;
    if (at > v || !seen.insert(node).second) return true;
    if (at == v) return at_most(child(node, v, i), child(node, v, j));
    for (std::uint32_t c = 0; c < arity_[at]; ++c) {
      if (!walk(child(node, at, c))) return false;
    }
    return true;
  };
  return walk(a);
}

Diagram::Value Diagram::evaluate(Node a, const std::vector<std::uint32_t>& sheet) const {
  while (!is_constant(a)) a = child(a, nodes_[a].variable, sheet[nodes_[a].variable]);
  return static_cast<Value>(nodes_[a].first);
}

Count Diagram::space() const {
  Count all(1);
  for (const std::uint32_t arity : arity_) all *= arity;
  return all;
}

std::array<Count, 16> Diagram::count(Node a) const {
  // counts[node]: over the variables from the node's own downwards.
  std::unordered_map<Node, std::array<Count, 16>> done;
  const auto scaled = [&](std::array<Count, 16> counts, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t v = from; v < to; ++v) {
      for (Count& count : counts) count *= arity_[v];
    }
    return counts;
  };
  const std::function<const std::array<Count, 16>&(Node)> walk =
      [&](Node node) -> const std::array<Count, 16>& {
    const auto known = done.find(node);
    if (known != done.end()) return known->second;
    std::array<Count, 16> total{};
    if (is_constant(node)) {
      total[nodes_[node].first & 15u] = Count(1);
    } else {
      const std::uint32_t v = nodes_[node].variable;
      for (std::uint32_t i = 0; i < arity_[v]; ++i) {
        const Node next = child(node, v, i);
        const auto part = scaled(walk(next), v + 1, nodes_[next].variable);
        for (std::size_t value = 0; value < total.size(); ++value) total[value] += part[value];
      }
    }
    return done.emplace(node, total).first->second;
  };
  return scaled(walk(a), 0, nodes_[a].variable);
}

}  // namespace limber
