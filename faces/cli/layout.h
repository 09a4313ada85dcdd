// How a screen is put together: margins, the frame around it, lists that scroll with the cursor.
#pragma once

#include "faces/cli/frame.h"
#include "knowledge/catalogue.h"

namespace limber::cli {

void append(std::vector<Line>& to, const std::vector<Line>& lines);

// The lines of `body` that fit `height`, so that lines first..last are among them, with marks
// where something is hidden above or below.
[[nodiscard]] std::vector<Line> window(const std::vector<Line>& body, std::size_t height,
                                       std::size_t first, std::size_t last, const Look& look,
                                       const Catalogue& words);

// The frame every screen shares: a title line, the body, and the keys at the bottom.
struct Chrome {
  std::string left;   // "Limber"
  std::string right;  // "page 2 of at most 9"
  std::vector<Line> foot;
};
[[nodiscard]] std::size_t body_height(const Chrome& chrome, Size size);
[[nodiscard]] std::vector<Line> framed(const Chrome& chrome, const std::vector<Line>& body,
                                       Size size, const Look& look);

// How much room texts have: margins on wide screens, none on narrow ones, never over 76 columns.
[[nodiscard]] std::size_t text_width(Size size);
[[nodiscard]] std::size_t margin(Size size);
[[nodiscard]] Line indented(std::size_t columns, Line line);
// First line after `lead`, the others under it.
[[nodiscard]] std::vector<Line> hanging(Line lead, std::string_view text, std::size_t width,
                                        Ink ink);

}  // namespace limber::cli
