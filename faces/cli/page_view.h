// The full-screen picture of a page of questions: calm, and never wider or taller than the window.
//
// Long lines are broken under their own beginning. Where a window is too small for the whole page
// the list scrolls with the cursor and says that there is more.
#pragma once

#include "faces/cli/layout.h"
#include "faces/cli/page_keys.h"
#include "knowledge/catalogue.h"

namespace limber::cli {

// "page 2 of at most 9"
[[nodiscard]] std::string page_number(const Page& page, const Catalogue& words);

[[nodiscard]] std::vector<Line> draw_page(const Page& page, const PageState& state, Size size,
                                          const Look& look, const Catalogue& words);

}  // namespace limber::cli
