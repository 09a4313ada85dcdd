// The interview: which page to show next, given the answers so far.
//
// A pure function of the sheet, so going back or changing one's mind is just another sheet. It asks
// for the most urgent thing that is still open, page by page in the knowledge's order, and on each
// page only what can still change the result. Wishes for the plan (kit, minutes) come last and only
// if there will be a plan.
#pragma once

#include <optional>
#include <vector>

#include "screen/open.h"

namespace limber {

struct Page {
  int screen = 0;          // index into Knowledge::screens
  std::vector<int> facts;  // to ask on it, in the knowledge's order; never empty
  int at_most = 1;         // pages still to come at the most, this one included
};

// Nothing if the result is settled.
[[nodiscard]] std::optional<Page> next_page(const Knowledge& knowledge, const Compiled& compiled,
                                            const Sheet& sheet, Goal goal = Goal::level,
                                            const Cleared& cleared = {});

// The wishes not asked yet, page by page; nothing if all are known.
[[nodiscard]] std::optional<Page> next_wish(const Knowledge& knowledge, const Sheet& sheet);

}  // namespace limber
