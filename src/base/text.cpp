#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace limber {
namespace {

// One code point starting at text[at]; its length, or 0 if it is not valid UTF-8 there.
std::size_t decode(std::string_view text, std::size_t at, char32_t& point) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) {
    point = lead;
    return 1;
  }
  std::size_t length = 0;
  char32_t low = 0;  // anything smaller was written longer than needed
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, low = 0x80, point = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, low = 0x800, point = lead & 0x0F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, low = 0x10000, point = lead & 0x07;
  } else {
    return 0;
  }
  if (at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
    point = (point << 6) | (byte(at + i) & 0x3Fu);
  }
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  return point < low || point > 0x10FFFF || surrogate ? 0 : length;
}

bool in(char32_t point, char32_t low, char32_t high) {
  return point >= low && point <= high;
}

bool takes_no_column(char32_t point) {
  return in(point, 0x300, 0x36F) || in(point, 0x200B, 0x200F) || in(point, 0x20D0, 0x20FF) ||
         in(point, 0xFE00, 0xFE0F) || point == 0xFEFF;
}

bool takes_two_columns(char32_t point) {
  return in(point, 0x1100, 0x115F) || in(point, 0x2E80, 0xA4CF) || in(point, 0xAC00, 0xD7A3) ||
         in(point, 0xF900, 0xFAFF) || in(point, 0xFE30, 0xFE6F) || in(point, 0xFF00, 0xFF60) ||
         in(point, 0x1F300, 0x1FAFF);
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = 0;
    const std::size_t length = decode(text, at, point);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    char32_t point = 0;
    const std::size_t length = decode(utf8, at, point);
    if (length == 0) {  // a broken byte shows as one replacement mark
      ++width, ++at;
      continue;
    }
    width += takes_no_column(point) ? 0 : takes_two_columns(point) ? 2 : 1;
    at += length;
  }
  return width;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  // Untrusted words may be huge; nobody means an id by them.
  if (word.empty() || word.size() > 100) return std::nullopt;
  const std::string* best = nullptr;
  std::size_t best_distance = word.size();
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (best == nullptr || distance < best_distance) best = &candidate, best_distance = distance;
  }
  if (best == nullptr) return std::nullopt;
  const std::size_t longer = std::max(word.size(), best->size());
  return best_distance * 3 <= longer + 1 ? std::optional(*best) : std::nullopt;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (true) {
    const std::size_t end = text.find(separator, start);
    parts.emplace_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) found.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c == '\'' || byte >= 0x80;
    if (letter) {
      word += c;
    } else {
      finish();
    }
  }
  finish();
  return found;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const std::string& paragraph : split(text, '\n')) {
    std::string line;
    for (const std::string& piece : split(paragraph, ' ')) {
      if (piece.empty()) continue;
      if (!line.empty() && display_width(line) + 1 + display_width(piece) > width) {
        lines.push_back(line);
        line.clear();
      }
      if (!line.empty()) line += ' ';
      line += piece;
    }
    lines.push_back(line);
  }
  return lines;
}

}  // namespace limber
