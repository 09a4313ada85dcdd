// The verdict on a sheet: which rules hold, how far each counts, what the conditions allow.
//
// A rule that holds only because "not sure" is read as worrying counts one level below itself.
// A clearance lowers the professional-level rules it covers to gentle_with_modifications, never a
// same-day or emergency rule. The highest level wins. What was not asked is read like "not sure",
// so an unfinished sheet is never taken for a reassuring one; `complete` tells the two apart.
#pragma once

#include <limber/types.h>

#include <vector>

#include "screen/compiled.h"

namespace limber {

// Which rules a valid clearance covers; one flag per rule, empty for none.
using Cleared = std::vector<bool>;
[[nodiscard]] Cleared covered_rules(const Knowledge& knowledge, const Clearance& clearance);

// At which level a rule counts when it holds: for certain, or by doubt.
[[nodiscard]] Level counted(const Rule& rule, bool sure, bool covered);

// How far one rule counts.
struct Standing {
  Level now = Level::go;    // by the answers given
  Level could = Level::go;  // at most, whatever the open answers turn out to be
  bool sure = false;        // holds for certain
  bool by_doubt = false;    // holds only because a doubt is read as worrying
  bool cleared = false;     // holds, and was lowered by the clearance
};

struct Standings {
  std::vector<Standing> rules;
  Level established = Level::go;  // the highest `now`
  Level ceiling = Level::go;      // the highest `could`
};

[[nodiscard]] Standings standings(const Knowledge& knowledge, const Compiled& compiled,
                                  const Reading& reading, const Cleared& cleared = {});

[[nodiscard]] Verdict judge(const Knowledge& knowledge, const Compiled& compiled,
                            const Sheet& sheet, const Cleared& cleared = {});

}  // namespace limber
