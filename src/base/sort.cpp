#include "base/sort.h"

#include <algorithm>

namespace limber {

// Merges runs of 1, 2, 4 ... places. A pair of runs that is in order already costs one comparison.
std::vector<std::uint32_t> sorted_places(std::size_t count, LessPlaces less, const void* context) {
  std::vector<std::uint32_t> places(count), merged(count);
  for (std::size_t i = 0; i < count; ++i) places[i] = static_cast<std::uint32_t>(i);
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * run) {
      const std::size_t middle = std::min(begin + run, count),
                        end = std::min(begin + 2 * run, count);
      const bool ordered = middle == end || !less(context, places[middle], places[middle - 1]);
      std::size_t a = begin, b = ordered ? end : middle;
      for (std::size_t out = begin; out < end; ++out) {
        const bool second =
            !ordered && (a == middle || (b < end && less(context, places[b], places[a])));
        merged[out] = places[second ? b++ : a++];
      }
    }
    places.swap(merged);
  }
  return places;
}

}  // namespace limber
