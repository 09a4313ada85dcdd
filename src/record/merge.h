// Two copies of a record made one, with the same result whichever comes first.
#pragma once

#include <limber/types.h>

#include <span>
#include <string>
#include <vector>

namespace limber {

struct Merged {
  std::vector<Event> events;           // each id once, in the order of the record
  std::vector<std::string> conflicts;  // ids found with different contents, ascending
};

// The order of the record: time, then id; the rest only so that no two different events tie.
[[nodiscard]] bool comes_before(const Event& a, const Event& b);

// The union by id. Of two events with one id and different contents (which no Limber makes) the
// one that comes before stays, and the id is reported. Duplicates within one copy are fine.
// Commutative, associative and idempotent in `events`.
[[nodiscard]] Merged merge(std::span<const Event> a, std::span<const Event> b);

}  // namespace limber
