#include "faces/cli/keys.h"

#include <array>

#include "base/text.h"

namespace limber::cli {
namespace {

// An escape sequence longer than this is noise: no key sends one.
constexpr std::size_t kLongestSequence = 32;

std::size_t utf8_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  if (first >= 0xF0 && first < 0xF5) return 4;
  return 0;
}

Key::Kind final_letter(char letter) {
  switch (letter) {
    case 'A':
      return Key::Kind::up;
    case 'B':
      return Key::Kind::down;
    case 'C':
      return Key::Kind::right;
    case 'D':
      return Key::Kind::left;
    case 'H':
      return Key::Kind::home;
    case 'F':
      return Key::Kind::end;
    case 'Z':
      return Key::Kind::back_tab;
    case 'M':
      return Key::Kind::enter;  // the keypad in application mode
    default:
      return Key::Kind::none;
  }
}

// "5~" and its relatives: the number before the tilde.
Key::Kind tilde_number(std::string_view number) {
  if (number == "1" || number == "7") return Key::Kind::home;
  if (number == "4" || number == "8") return Key::Kind::end;
  if (number == "3") return Key::Kind::erase;
  if (number == "5") return Key::Kind::page_up;
  if (number == "6") return Key::Kind::page_down;
  return Key::Kind::none;
}

bool is_final(char c) {
  return c >= 0x40 && c <= 0x7E;
}

}  // namespace

std::optional<Key> KeyDecoder::next() {
  return decode(true);
}
std::optional<Key> KeyDecoder::flush() {
  return decode(false);
}

std::optional<Key> KeyDecoder::decode(bool more_may_come) {
  while (!pending_.empty()) {
    const auto first = static_cast<unsigned char>(pending_[0]);
    if (first == 0x1B) {
      const std::size_t before = pending_.size();
      auto key = decode_escape(more_may_come);
      if (!key) {
        if (pending_.size() == before) return std::nullopt;
        continue;  // a sequence we have no name for was swallowed
      }
      return key;
    }
    if (first == '\r' || first == '\n') {
      drop(1);
      return Key{Key::Kind::enter, {}};
    }
    if (first == '\t') {
      drop(1);
      return Key{Key::Kind::tab, {}};
    }
    if (first == 0x7F || first == 0x08) {
      drop(1);
      return Key{Key::Kind::backspace, {}};
    }
    if (first < 0x20) {
      drop(1);
      if (first == 0 || first > 26) continue;
      return Key{Key::Kind::control, std::string(1, static_cast<char>('a' + first - 1))};
    }
    const std::size_t length = utf8_length(first);
    if (length == 0) {
      drop(1);
      continue;
    }
    if (pending_.size() < length) {
      if (more_may_come) return std::nullopt;
      pending_.clear();  // half a character, and the rest never came
      return std::nullopt;
    }
    std::string text = pending_.substr(0, length);
    if (find_invalid_utf8(text)) {
      drop(1);
      continue;
    }
    drop(length);
    return Key{Key::Kind::text, std::move(text)};
  }
  return std::nullopt;
}

// pending_ starts with an escape byte.
std::optional<Key> KeyDecoder::decode_escape(bool more_may_come) {
  if (pending_.size() == 1) {
    if (more_may_come) return std::nullopt;
    drop(1);
    return Key{Key::Kind::escape, {}};
  }
  const char second = pending_[1];
  if (second != '[' && second != 'O') {
    drop(1);  // two escapes, or Alt and a key: the escape stands for itself
    return Key{Key::Kind::escape, {}};
  }
  std::size_t end = 2;
  while (end < pending_.size() && !is_final(pending_[end])) {
    // A control byte in the middle: the sequence was broken off.
    if (static_cast<unsigned char>(pending_[end]) < 0x20 || end >= kLongestSequence) {
      drop(end);
      return std::nullopt;
    }
    ++end;
  }
  if (end == pending_.size()) {
    if (more_may_come && end < kLongestSequence) return std::nullopt;
    const bool lone_bracket = end == 2 && !more_may_come;
    drop(end);
    if (lone_bracket) return Key{Key::Kind::escape, {}};
    return std::nullopt;
  }
  const char last = pending_[end];
  const std::string middle = pending_.substr(2, end - 2);
  drop(end + 1);
  const Key::Kind kind = last == '~'
                             ? tilde_number(std::string_view(middle).substr(0, middle.find(';')))
                             : final_letter(last);
  if (kind == Key::Kind::none) return std::nullopt;
  return Key{kind, {}};
}

}  // namespace limber::cli
