// The contact sheet: every technique in a row, from the start to the end and back, then what not to
// do; to look at, to print, and to compare with the approved one.
#pragma once

#include <string>
#include <vector>

#include "draw/figure.h"

namespace limber::figure {

struct SheetRow {
  const Motion* motion;
  std::string name;
  std::vector<std::string> errors;  // one line each, in the order of the motion's errors
};

[[nodiscard]] std::string sheet(const std::vector<SheetRow>& rows, std::string_view title);

}  // namespace limber::figure
