// A stable sort with little code. std::sort and std::stable_sort are compiled anew for every type,
// 2 to 5 kB each, which a page has to wait for; here only the moving is, and the sorting of places
// stands once. Between n log n and twice that many comparisons, 12 bytes a place.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace limber {

// The places 0 ... count - 1 in order; `less` is given its context and two places.
using LessPlaces = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);
[[nodiscard]] std::vector<std::uint32_t> sorted_places(std::size_t count, LessPlaces less,
                                                       const void* context);

// less(a, b): a comes before b. Equals keep their order.
template <class T, class Less>
void sort_stably(std::vector<T>& list, const Less& less) {
  struct Context {
    const std::vector<T>& list;
    const Less& less;
  };
  const Context context{list, less};
  const auto order = sorted_places(
      list.size(),
      [](const void* given, std::uint32_t a, std::uint32_t b) -> bool {
        const auto& here = *static_cast<const Context*>(given);
        return here.less(here.list[a], here.list[b]);
      },
      &context);
  std::vector<T> sorted;
  sorted.reserve(list.size());
  for (const std::uint32_t place : order) sorted.push_back(std::move(list[place]));
  list = std::move(sorted);
}

// Ascending, each value once.
template <class T>
void sort_and_unite(std::vector<T>& list) {
  sort_stably(list, [](const T& a, const T& b) { return a < b; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (kept > 0 && list[kept - 1] == list[i]) continue;
    if (kept != i) list[kept] = std::move(list[i]);
    ++kept;
  }
  list.resize(kept);
}

}  // namespace limber
