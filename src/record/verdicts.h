// Every verdict there ever was, and what changed from one to the next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/record.h"
#include "record/screened.h"
#include "record/when.h"
#include "record/worry.h"

namespace limber {

struct PastVerdict {
  std::string event;  // its id
  std::int64_t at_ms = 0;
  std::int32_t offset_min = 0;
  std::string knowledge;  // version it was made with
  Verdict verdict;
};

// Oldest first.
[[nodiscard]] std::vector<PastVerdict> verdict_history(const Record& record);

// A session may start on a verdict for 24 hours, and never on one from the future.
[[nodiscard]] bool verdict_fresh(const PastVerdict& verdict, const Now& now);

struct AnswerChange {
  int fact = 0;
  Answer before, after;
  Shift shift = Shift::different;
};

struct Change {
  std::int64_t before_ms = 0, after_ms = 0;
  Level before = Level::go, after = Level::go;
  std::vector<std::string> rules_new, rules_gone;  // fired now but not then, and the reverse
  std::vector<AnswerChange> answers;               // what worries more first
};

// Between the last two screenings. Facts that only one of them asked are left out, unless the new
// answer worries. Nothing if there are not two.
[[nodiscard]] std::optional<Change> change_since_last(const Record& record,
                                                      const Knowledge& knowledge);

}  // namespace limber
