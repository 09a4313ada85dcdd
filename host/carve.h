// Finds sealed rows in the bytes of a database file that SQLite itself no longer opens.
//
// Every page is tried as a leaf of the event table (SQLite file format, sections 1.6 and 2): its
// cells are decoded, long ones followed over their overflow pages, and whatever looks like a row is
// handed out. A row that only looks like one does no harm: it will not open with the key. In a
// write-ahead log every frame's page is tried, so events that were never folded in are found too.
#pragma once

#include <string_view>
#include <vector>

#include "host/seal.h"

namespace limber::host {

// `main_file` and `log` may be cut short, changed or empty. Rows may repeat.
[[nodiscard]] std::vector<SealedRow> carve_rows(std::string_view main_file, std::string_view log);

}  // namespace limber::host
