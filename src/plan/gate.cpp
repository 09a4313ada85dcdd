#include "plan/gate.h"

namespace limber {

Gate gate(const Knowledge& knowledge, const Verdict& verdict, const History& history,
          int technique) {
  const Technique& t = knowledge.techniques[static_cast<std::size_t>(technique)];
  Gate result;
  bool named = false;
  for (const Allowed& allowed : verdict.techniques) {
    if (allowed.technique != t.id) continue;
    // Named twice: the stricter one counts.
    if (!named || allowed.permission > result.allowed.permission) result.allowed = allowed;
    named = true;
  }
  if (!named || (!t.has_row && verdict.level != Level::go)) {
    result.reason = "plan.excluded.no_row";
  } else if (result.allowed.permission == Permission::avoid) {
    result.reason = "plan.excluded.avoid";
  } else if (history.neck_locked && t.neck) {
    result.reason = "plan.excluded.neck_locked";
  } else {
    result.open = true;
  }
  return result;
}

}  // namespace limber
