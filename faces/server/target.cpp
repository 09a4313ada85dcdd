#include "faces/server/target.h"

#include <algorithm>
#include <charconv>

namespace limber::server {
namespace {

bool plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

bool path_ok(std::string_view path) {
  if (path.empty() || path.front() != '/') return false;
  std::string_view rest = path.substr(1);
  while (true) {
    const std::size_t slash = rest.find('/');
    const std::string_view piece = rest.substr(0, slash);
    if (piece.starts_with('.') || !std::all_of(piece.begin(), piece.end(), plain)) return false;
    if (slash == std::string_view::npos) return true;
    if (piece.empty()) return false;
    rest.remove_prefix(slash + 1);
  }
}

bool take_query(std::string_view text, Target& target) {
  while (!text.empty()) {
    const std::size_t end = text.find('&');
    const std::string_view pair = text.substr(0, end);
    const std::size_t is = pair.find('=');
    if (is == std::string_view::npos || is == 0) return false;
    const std::string_view name = pair.substr(0, is), value = pair.substr(is + 1);
    if (!std::all_of(name.begin(), name.end(), plain)) return false;
    if (!std::all_of(value.begin(), value.end(), plain)) return false;
    if (!target.query.emplace(name, value).second) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  if (text.size() > kLongestTarget) return std::nullopt;
  const std::size_t mark = text.find('?');
  const std::string_view path = text.substr(0, mark);
  if (!path_ok(path)) return std::nullopt;
  Target target;
  target.path = path;
  if (mark != std::string_view::npos && !take_query(text.substr(mark + 1), target)) {
    return std::nullopt;
  }
  return target;
}

std::optional<std::int64_t> parse_count(std::string_view text) {
  constexpr std::int64_t kMost = std::int64_t{1} << 53;
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  std::int64_t value = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc() || end != text.data() + text.size() || value > kMost) {
    return std::nullopt;
  }
  return value;
}

}  // namespace limber::server
