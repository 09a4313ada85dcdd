#include "faces/cli/frame.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace limber::cli {
namespace {

// Colours of the 256-colour table that are readable on black and on white.
std::string_view colour_code(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::faint:
      return "\x1b[2m";
    case Ink::strong:
      return "\x1b[1m";
    case Ink::calm:
      return "\x1b[38;5;37m";
    case Ink::good:
      return "\x1b[38;5;71m";
    case Ink::care:
      return "\x1b[38;5;172m";
    case Ink::stop:
      return "\x1b[1;38;5;167m";
    case Ink::chosen:
      return "\x1b[1;38;5;37m";
  }
  return "";
}

std::string_view plain_code(Ink ink) {
  switch (ink) {
    case Ink::faint:
      return "\x1b[2m";
    case Ink::strong:
    case Ink::care:
    case Ink::chosen:
      return "\x1b[1m";
    case Ink::stop:
      return "\x1b[1;4m";
    default:
      return "";
  }
}

// Where the next character of valid UTF-8 begins; anything else counts as one byte.
std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// The longest beginning of `text` that needs at most `width` columns.
std::string_view fitting(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t next = next_character(text, end);
    const std::size_t columns = display_width(text.substr(end, next - end));
    if (used + columns > width) break;
    used += columns;
    end = next;
  }
  return text.substr(0, end);
}

}  // namespace

Line line(std::string_view text, Ink ink) {
  return {{std::string(text), ink}};
}

std::size_t width_of(const Line& line) {
  std::size_t width = 0;
  for (const Span& span : line) width += display_width(span.text);
  return width;
}

Line cut(const Line& line, std::size_t width, const Look& look) {
  if (width_of(line) <= width) return line;
  const std::string_view mark = look.utf8 ? "\u2026" : "~";
  if (width == 0) return {};
  Line out;
  std::size_t left = width - 1;
  Ink last = Ink::plain;
  for (const Span& span : line) {
    const std::string_view part = fitting(span.text, left);
    last = span.ink;
    if (!part.empty()) out.push_back({std::string(part), span.ink});
    left -= display_width(part);
    if (part.size() < span.text.size()) break;
  }
  out.push_back({std::string(mark), last});
  return out;
}

std::string cut_text(std::string_view text, std::size_t width, const Look& look) {
  std::string out;
  for (const Span& span : cut(line(text), width, look)) out += span.text;
  return out;
}

Line centred(const Line& line, std::size_t width) {
  const std::size_t used = width_of(line);
  if (used >= width) return line;
  Line out{{std::string((width - used) / 2, ' '), Ink::plain}};
  out.insert(out.end(), line.begin(), line.end());
  return out;
}

std::vector<Line> paragraph(std::string_view text, std::size_t width, Ink ink) {
  std::vector<Line> out;
  for (const std::string& part : wrap(text, std::max<std::size_t>(width, 1)))
    out.push_back(line(part, ink));
  return out;
}

Line spread(const Line& left, const Line& right, std::size_t width, const Look& look) {
  Line out = cut(left, width, look);
  const std::size_t used = width_of(out);
  if (used + 2 > width) return out;
  const Line end = cut(right, width - used - 2, look);
  out.push_back({std::string(width - used - width_of(end), ' '), Ink::plain});
  out.insert(out.end(), end.begin(), end.end());
  return out;
}

Line bar(double fraction, std::size_t width, const Look& look, Ink ink) {
  static constexpr std::string_view kEighths[] = {"",       "\u258F", "\u258E", "\u258D",
                                                  "\u258C", "\u258B", "\u258A", "\u2589"};
  const double clean = std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0.0;
  const auto eighths =
      static_cast<std::size_t>(std::lround(clean * 8.0 * static_cast<double>(width)));
  std::size_t full = eighths / 8;
  std::size_t used = full;
  std::string filled;
  if (look.utf8) {
    for (std::size_t i = 0; i < full; ++i) filled += "\u2588";
    if (eighths % 8 != 0) {
      filled += kEighths[eighths % 8];
      ++used;
    }
  } else {
    filled.assign(full, '#');
  }
  std::string rest;
  for (std::size_t i = used; i < width; ++i) rest += look.utf8 ? "\u00B7" : ".";
  Line out;
  if (!filled.empty()) out.push_back({filled, ink});
  if (!rest.empty()) out.push_back({rest, Ink::faint});
  return out;
}

std::string plain_text(const Line& line) {
  std::string out;
  for (const Span& span : line) out += span.text;
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string paint(const Line& line, const Look& look) {
  std::string out;
  for (const Span& span : line) {
    const std::string_view code = look.colour ? colour_code(span.ink) : plain_code(span.ink);
    out += code;
    for (const char c : span.text)
      out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    if (!code.empty()) out += "\x1b[0m";
  }
  return out;
}

std::string Painter::frame(const std::vector<Line>& lines, Size size, const Look& look) {
  const auto height = static_cast<std::size_t>(std::max(size.height, 1));
  const auto width = static_cast<std::size_t>(std::max(size.width, 1));
  std::vector<std::string> wanted(height);
  std::vector<bool> full(height, false);
  for (std::size_t row = 0; row < std::min(height, lines.size()); ++row) {
    const Line fitted = cut(lines[row], width, look);
    full[row] = width_of(fitted) >= width;
    wanted[row] = paint(fitted, look);
  }

  const bool whole = !known_ || size != size_;
  std::string out;
  if (whole) out += "\x1b[H\x1b[2J";
  for (std::size_t row = 0; row < height; ++row) {
    if (whole ? wanted[row].empty() : wanted[row] == shown_[row]) continue;
    out += "\x1b[" + std::to_string(row + 1) + ";1H" + wanted[row];
    // The erase comes after the text, so nothing flickers and no tail of the old line stays. A full
    // line has no tail, and there the cursor still stands on the last column, which must not go.
    if (!whole && !full[row]) out += "\x1b[K";
  }
  known_ = true;
  size_ = size;
  shown_ = std::move(wanted);
  // Terminals that know it show the frame at once; the others ignore it.
  return out.empty() ? out : "\x1b[?2026h" + out + "\x1b[?2026l";
}

}  // namespace limber::cli
