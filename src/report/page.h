// The report as one page of plain text, to print or to hand over on a screen.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace limber {

inline constexpr std::size_t kPageColumns = 80;
inline constexpr std::size_t kPageLines = 66;  // A4 at 10 points
inline constexpr std::size_t kLeastColumns = 40, kMostColumns = 120;

// At most kPageLines lines of at most `columns` columns (kLeastColumns..kMostColumns); narrower
// than kPageColumns it is read on a small screen, and gets as many more lines as it is narrower.
// What does not fit is shortened from the end of its list, notes first, then sessions, then what
// was not found, and the page says how much is missing. The level, its reasons and what was
// answered "yes" are never shortened: if they alone need more than a page, it gets longer.
[[nodiscard]] std::vector<std::string> report_page(const ReportModel& model, const Catalogue& texts,
                                                   std::size_t columns = kPageColumns);

}  // namespace limber
