// A sheet as faces hand it over: answers, how the unnamed ones count, and a clearance.
#pragma once

#include <optional>
#include <string>

#include "app/core.h"
#include "base/day.h"
#include "knowledge/answers.h"
#include "screen/judge.h"

namespace limber {

inline constexpr Day kClearanceDays = 84;  // 12 weeks

struct SheetInput {
  Sheet sheet;
  std::optional<Clearance> clearance;
  Cleared cleared;             // empty unless the clearance is valid today
  std::string clearance_note;  // why a clearance was not taken; empty if it was, or there is none
};

// Reads {"answers", "unanswered", "clearance", "today"}. Errors: input.
[[nodiscard]] Result<SheetInput> read_sheet(Core& core, Reader& in, Denied denied = Denied::kept);

// The day a use-case counts as today: "today" in the input, else the clock's, else none.
[[nodiscard]] Result<std::optional<Day>> read_today(Core& core, Reader& in);

}  // namespace limber
