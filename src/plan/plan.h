// A plan for this person today: a warm-up and at most four gentle techniques, in at most ten
// minutes, each with the reason why it is in or out.
//
// Order of power: safety first (verdict, neck lock, pack rules), then what can be done here
// (position, kit), then what helps where it is stiff, then variety. What does not fit the minutes
// walks down its own ladder, never below the start dose; what still does not fit is left out, least
// useful first. The same input always gives the same plan.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "plan/history.h"

namespace limber {

struct Wishes {
  std::vector<std::string> regions;    // region facts: where it is stiff; empty: anywhere
  std::vector<std::string> positions;  // options of fact `position`; empty: any
  std::vector<std::string> kit;        // kit facts: what is at hand; empty: nothing
  int minutes = 10;                    // 3..10, warm-up and changeovers included
};

inline constexpr int kFewestMinutes = 3;
inline constexpr int kMostMinutes = 10;

// Reasons (PlanItem::reasons), texts in the catalogue:
//   plan.reason.warm_up .region .modified .new .climbed .halved .after_break .change .shortened
//   .asked
// Reasons (Excluded::reason):
//   plan.excluded.avoid .neck_locked .no_row .position .kit .region .enough .minutes .warm_up
//   .swapped
//
// Errors: refused, when the verdict allows no plan or nothing is safe today;
//         not_found, when nothing that is safe fits the wishes (the hint says what would);
//         input, when the wishes name something unknown or minutes are out of range.
[[nodiscard]] Result<Plan> make_plan(const Knowledge& knowledge, const Verdict& verdict,
                                     const Wishes& wishes, const History& history);

// The same plan with one technique (or warm-up) exchanged for another of its kind. What the person
// asks for by name need not match the wishes, but it must be safe and fit the minutes; doses of
// the others may come down for that, never below their start.
// Errors: as make_plan; not_found also when `from` is not in the plan or `to` is not known.
[[nodiscard]] Result<Plan> swap_technique(const Knowledge& knowledge, const Verdict& verdict,
                                          const Wishes& wishes, const History& history,
                                          const Plan& plan, std::string_view from,
                                          std::string_view to);

}  // namespace limber
