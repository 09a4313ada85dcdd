#include "knowledge/knowledge.h"

namespace limber {
namespace {

template <class Table>
int find(const Table& table, std::string_view id) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace

int Knowledge::fact(std::string_view id) const {
  return find(facts, id);
}
int Knowledge::rule(std::string_view id) const {
  return find(rules, id);
}
int Knowledge::condition(std::string_view id) const {
  return find(conditions, id);
}
int Knowledge::technique(std::string_view id) const {
  return find(techniques, id);
}
int Knowledge::screen(std::string_view id) const {
  return find(screens, id);
}

}  // namespace limber
