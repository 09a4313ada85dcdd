// The report as one page of plain text, to print or to hand over on a screen.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace limber {

inline constexpr std::size_t kPageColumns = 80;
inline constexpr std::size_t kPageLines = 66;  // A4 at 10 points

// At most kPageLines lines of at most kPageColumns columns. What does not fit is shortened from the
// end of its list, notes first, then sessions, then what was not found, and the page says how much
// is missing. The level, its reasons and what was answered "yes" are never shortened: if they alone
// need more than a page, it gets longer.
[[nodiscard]] std::vector<std::string> report_page(const ReportModel& model,
                                                   const Catalogue& texts);

}  // namespace limber
