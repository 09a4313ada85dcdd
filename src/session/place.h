// Where a session is in its plan, and how it gets on from there.
//
// Invariants:
// 1. A cursor names a phase of the item as it is now (eased or not), or the end.
// 2. ms is below the length of that phase; a phase that is full is the next phase at 0.
// 3. Moving forward by d milliseconds adds exactly d to the time that was active, so a session that
//    skips and eases nothing is active for exactly as long as its plan.
#pragma once

#include <limber/types.h>

#include <cstdint>

#include "plan/timeline.h"
#include "session/events.h"

namespace limber {

// The item made easier `times` times: each time a quarter less range, hold and repetitions, but at
// least one repetition and one second.
[[nodiscard]] PlanItem made_easier(const PlanItem& item, int times);
inline constexpr int kMostEased = 3;

// A plan whose items were made easier; one count per item, missing ones are 0.
struct Course {
  const Plan& plan;
  const std::vector<int>& eased;

  [[nodiscard]] int items() const { return static_cast<int>(plan.items.size()); }
  [[nodiscard]] Cursor end() const { return {items(), 0, 0}; }
  [[nodiscard]] bool at_end(const Cursor& at) const { return at.item >= items(); }
  [[nodiscard]] PlanItem item(int index) const;
  [[nodiscard]] std::vector<Phase> phases(int index) const;

  // Whether the cursor keeps invariants 1 and 2.
  [[nodiscard]] bool valid(const Cursor& at) const;
  // The first place at or after this one that keeps them.
  [[nodiscard]] Cursor settled(Cursor at) const;
  [[nodiscard]] Cursor forward(Cursor at, std::int64_t ms) const;
  // From the start of the plan, as it is now.
  [[nodiscard]] std::int64_t elapsed_ms(const Cursor& at) const;
  [[nodiscard]] std::int64_t total_ms() const { return elapsed_ms(end()); }
};

// The same place after the item at the cursor has changed from `before` to `after`: the same
// repetition if there still is one, else what comes next.
[[nodiscard]] Cursor carried_over(const Course& before, const Course& after, const Cursor& at);

}  // namespace limber
