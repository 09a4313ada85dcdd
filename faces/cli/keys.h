// What a key press means, from the bytes a terminal sends for it.
//
// Bytes come in any pieces: half of an umlaut, three arrows at once, a paste. The decoder keeps
// what is not whole yet; a lone escape byte becomes the escape key only once the caller says that
// nothing followed it (flush). Bytes that mean nothing to us are swallowed, never passed on as
// text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limber::cli {

struct Key {
  enum class Kind : std::uint8_t {
    none,     // the wait was over and nothing was pressed
    text,     // one printable character, in `text`
    control,  // Ctrl and a letter, the letter in `text`: Ctrl-C is control "c"
    enter,
    tab,
    back_tab,
    escape,
    backspace,
    erase,
    up,
    down,
    left,
    right,
    home,
    end,
    page_up,
    page_down,
    resize,   // the window has a new size
    resumed,  // back in the foreground after a stop
    closed,   // the input has ended; no key will ever come again
  };
  Kind kind = Kind::none;
  std::string text;

  // is('q'): this very character was typed.
  [[nodiscard]] bool is(char c) const {
    return kind == Kind::text && text.size() == 1 && text[0] == c;
  }
  [[nodiscard]] bool is_control(char c) const {
    return kind == Kind::control && text.size() == 1 && text[0] == c;
  }
  bool operator==(const Key&) const = default;
};

class KeyDecoder {
 public:
  void feed(std::string_view bytes) { pending_.append(bytes); }
  // The next whole key, or nothing while more bytes are needed.
  [[nodiscard]] std::optional<Key> next();
  // The same, when no more bytes are coming for now: an escape that waits is the escape key.
  [[nodiscard]] std::optional<Key> flush();
  [[nodiscard]] bool waiting() const { return !pending_.empty(); }

 private:
  std::optional<Key> decode(bool more_may_come);
  std::optional<Key> decode_escape(bool more_may_come);
  void drop(std::size_t bytes) { pending_.erase(0, bytes); }
  std::string pending_;
};

}  // namespace limber::cli
