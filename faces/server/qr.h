// A QR code, for a phone's camera to read off a screen.
#pragma once

#include <string>
#include <vector>

namespace limber::server {

// One text per row, 1 is dark, without the light border of four. Empty if the text is too long.
[[nodiscard]] std::vector<std::string> qr_rows(const std::string& text);
// Two rows to a line in half blocks, black on white whatever the terminal's colours are.
[[nodiscard]] std::string qr_for_terminal(const std::vector<std::string>& rows);

}  // namespace limber::server
