// The latest answer to every fact, and how long it may be taken for granted.
//
// Each fact has a shelf: this session, a day (24 hours), 28 days, permanent. What is past its shelf
// is asked again; what belongs to a session is asked at every session start, so it is never carried
// over. An answer with a time in the future (a wrong clock) is asked again as well.
#pragma once

#include "record/record.h"
#include "record/screened.h"
#include "record/when.h"

namespace limber {

// How long an answer on this shelf stays fresh, in milliseconds; nothing means for good.
[[nodiscard]] std::optional<std::int64_t> shelf_ms(Shelf shelf);

// Of each fact the answer given last, however old. `until_ms`: only what was answered by then.
[[nodiscard]] TimedSheet latest_answers(const Record& record, const Knowledge& knowledge,
                                        std::int64_t until_ms = INT64_MAX);

// Those of them that need not be asked again now.
[[nodiscard]] TimedSheet fresh_answers(const Record& record, const Knowledge& knowledge,
                                       const Now& now);

}  // namespace limber
