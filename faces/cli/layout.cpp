#include "faces/cli/layout.h"

#include <algorithm>

#include "base/text.h"

namespace limber::cli {
namespace {

constexpr std::size_t kWidest = 76;  // longer lines are hard to read
constexpr int kNarrow = 60;
constexpr int kShort = 16;

}  // namespace

void append(std::vector<Line>& to, const std::vector<Line>& lines) {
  to.insert(to.end(), lines.begin(), lines.end());
}

std::size_t margin(Size size) {
  return size.width >= kNarrow ? 2 : size.width >= 30 ? 1 : 0;
}

std::size_t text_width(Size size) {
  const auto width = static_cast<std::size_t>(std::max(size.width, 8));
  return std::min(width - 2 * margin(size), kWidest);
}

Line indented(std::size_t columns, Line line) {
  if (columns > 0 && !line.empty()) {
    line.insert(line.begin(), {std::string(columns, ' '), Ink::plain});
  }
  return line;
}

std::vector<Line> hanging(Line lead, std::string_view text, std::size_t width, Ink ink) {
  const std::size_t indent = width_of(lead);
  const std::size_t room = width > indent + 8 ? width - indent : 8;
  std::vector<Line> lines;
  lines.push_back(std::move(lead));
  bool first = true;
  for (const std::string& part : wrap(text, room)) {
    if (first) {
      lines.front().push_back({part, ink});
    } else {
      lines.push_back(indented(indent, line(part, ink)));
    }
    first = false;
  }
  return lines;
}

std::vector<Line> window(const std::vector<Line>& body, std::size_t height, std::size_t first,
                         std::size_t last, const Look& look, const Catalogue& words) {
  if (body.size() <= height || height == 0) return body;
  // Two lines of what follows stay in sight where they can, and the marks need a line each.
  std::size_t top = 0;
  const std::size_t wanted = std::min(last + 2, body.size() - 1);
  if (wanted + 1 >= height) top = wanted + 2 - height;
  if (wanted + 1 == body.size() && top > 0) top = body.size() - height;
  top = std::min({top, first > 0 ? first - 1 : 0, body.size() - height});
  std::vector<Line> out(body.begin() + static_cast<std::ptrdiff_t>(top),
                        body.begin() + static_cast<std::ptrdiff_t>(top + height));
  if (height < 3) return out;
  if (top > 0) out.front() = {{(look.utf8 ? "↑ " : "^ ") + words.text("ui.more"), Ink::faint}};
  if (top + height < body.size()) {
    out.back() = {{(look.utf8 ? "↓ " : "v ") + words.text("ui.more"), Ink::faint}};
  }
  return out;
}

std::size_t body_height(const Chrome& chrome, Size size) {
  const auto height = static_cast<std::size_t>(std::max(size.height, 1));
  const std::size_t taken =
      (size.height >= kShort ? 3 : 1) + chrome.foot.size() + (size.height >= kShort ? 1 : 0);
  return height > taken + 1 ? height - taken : 2;
}

std::vector<Line> framed(const Chrome& chrome, const std::vector<Line>& body, Size size,
                         const Look& look) {
  const std::size_t indent = margin(size);
  const std::size_t width = text_width(size);
  const std::size_t room = body_height(chrome, size);
  std::vector<Line> out;
  out.push_back(indented(
      indent, spread(line(chrome.left, Ink::calm), line(chrome.right, Ink::faint), width, look)));
  if (size.height >= kShort) {
    std::string rule;
    for (std::size_t i = 0; i < width; ++i) rule += look.utf8 ? "─" : "-";
    out.push_back(indented(indent, line(rule, Ink::faint)));
    out.push_back({});
  }
  for (std::size_t i = 0; i < room; ++i) {
    out.push_back(i < body.size() ? indented(indent, body[i]) : Line{});
  }
  if (size.height >= kShort) out.push_back({});
  for (const Line& each : chrome.foot) out.push_back(indented(indent, each));
  return out;
}

}  // namespace limber::cli
