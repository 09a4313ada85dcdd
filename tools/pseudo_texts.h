// Two languages nobody speaks, made from the English texts, for layout tests of page and terminal:
//   xa   every vowel doubled and accented, in brackets: about 40 % longer, still readable, and a
//        text without brackets is one that does not come from the catalogue
//   xb   every letter a Hebrew one: runs from right to left
// Arguments, plurals and their numbers stay as they are.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace limber {

using Messages = std::map<std::string, std::string, std::less<>>;

// The same message with `letter` put in place of each letter of its words.
template <typename Letter>
std::string pseudo_message(std::string_view message, const Letter& letter) {
  std::string out;
  std::string kinds;  // of the open braces: t the text of a branch, n a name, p plural or select
  for (std::size_t i = 0; i < message.size(); ++i) {
    const char c = message[i];
    const char inside = kinds.empty() ? 't' : kinds.back();
    if (c == '{') {
      kinds += inside == 'p' ? 't' : 'n';
    } else if (c == '}') {
      if (!kinds.empty()) kinds.pop_back();
    } else if (c == ',' && inside == 'n') {
      kinds.back() = 'p';
    } else if (inside == 't') {
      out += letter(c);
      continue;
    }
    out += c;
  }
  return out;
}

inline Messages pseudo_long(const Messages& english) {
  const auto letter = [](char c) -> std::string {
    constexpr std::string_view kPlain = "aeiouAEIOU";
    constexpr std::string_view kAccented =
        "\u00e1\u00e9\u00ed\u00f3\u00fa\u00c1\u00c9\u00cd\u00d3\u00da";
    const std::size_t at = kPlain.find(c);
    if (at == std::string_view::npos) return std::string(1, c);
    const std::string accented(kAccented.substr(2 * at, 2));
    return accented + accented;
  };
  Messages made;
  for (const auto& [key, message] : english) {
    made[key] = "[" + pseudo_message(message, letter) + "]";
  }
  return made;
}

inline Messages pseudo_right_to_left(const Messages& english) {
  const auto letter = [](char c) -> std::string {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c < 'a' || c > 'z') return std::string(1, c);
    constexpr std::string_view kHebrew =
        "\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05db\u05dc\u05de\u05e0"
        "\u05e1\u05e2\u05e4\u05e6\u05e7\u05e8\u05e9\u05ea";
    const std::size_t at = static_cast<std::size_t>(c - 'a') % (kHebrew.size() / 2);
    return std::string(kHebrew.substr(2 * at, 2));
  };
  Messages made;
  for (const auto& [key, message] : english) made[key] = pseudo_message(message, letter);
  return made;
}

}  // namespace limber
