#include "faces/server/qr.h"

#include <qrcodegen/qrcodegen.hpp>
#include <stdexcept>

namespace limber::server {

std::vector<std::string> qr_rows(const std::string& text) {
  constexpr std::size_t kMost = 1000;
  if (text.size() > kMost) return {};
  const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  std::vector<std::string> rows;
  for (int y = 0; y < code.getSize(); ++y) {
    std::string row;
    for (int x = 0; x < code.getSize(); ++x) row += code.getModule(x, y) ? '1' : '0';
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string qr_for_terminal(const std::vector<std::string>& rows) {
  constexpr int kBorder = 4;
  const int size = static_cast<int>(rows.size());
  const auto dark = [&](int x, int y) {
    return x >= 0 && y >= 0 && x < size && y < size &&
           rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '1';
  };
  std::string out;
  for (int y = -kBorder; y < size + kBorder; y += 2) {
    out += "  \033[30;107m";
    for (int x = -kBorder; x < size + kBorder; ++x) {
      const bool upper = dark(x, y), lower = dark(x, y + 1);
      out += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
    }
    out += "\033[0m\n";
  }
  return out;
}

}  // namespace limber::server
