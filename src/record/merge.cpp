#include "record/merge.h"

#include "base/sort.h"

#include <tuple>

namespace limber {

bool comes_before(const Event& a, const Event& b) {
  return std::tie(a.at_ms, a.id, a.device, a.kind, a.offset_min, a.payload) <
         std::tie(b.at_ms, b.id, b.device, b.kind, b.offset_min, b.payload);
}

Merged merge(std::span<const Event> a, std::span<const Event> b) {
  std::vector<Event> all(a.begin(), a.end());
  all.insert(all.end(), b.begin(), b.end());
  // By id first, so that the copies of one event stand together, the one that stays in front.
  sort_stably(all, [](const Event& x, const Event& y) {
    return x.id != y.id ? x.id < y.id : comes_before(x, y);
  });
  Merged merged;
  for (Event& event : all) {
    if (merged.events.empty() || merged.events.back().id != event.id) {
      merged.events.push_back(std::move(event));
    } else if (merged.events.back() != event &&
               (merged.conflicts.empty() || merged.conflicts.back() != event.id)) {
      merged.conflicts.push_back(event.id);
    }
  }
  sort_stably(merged.events, comes_before);
  return merged;
}

}  // namespace limber
