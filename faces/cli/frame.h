// A screen as plain data: lines of spans, each in one of a few inks.
//
// Whoever draws says what a word means (care, stop, faint), not which colour it has; `paint` turns
// that into the bytes of this terminal, and without colour the meaning is still there in bold and
// faint. Painter writes only what changed since the last frame, so a calm screen stays calm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limber::cli {

enum class Ink : std::uint8_t {
  plain,
  faint,   // what can be overlooked
  strong,  // what to read first
  calm,    // Limber's own colour: titles, the pacer
  good,    // all is well, done
  care,    // be careful
  stop,    // stop, emergency
  chosen,  // the line the cursor is on
};

struct Span {
  std::string text;
  Ink ink = Ink::plain;
  bool operator==(const Span&) const = default;
};
using Line = std::vector<Span>;

struct Size {
  int width = 80;
  int height = 24;
  bool operator==(const Size&) const = default;
};

// What this terminal can show.
struct Look {
  bool colour = true;  // false: NO_COLOR, or a terminal without colours
  bool utf8 = true;    // false: bars and marks are drawn with ASCII
};

[[nodiscard]] Line line(std::string_view text, Ink ink = Ink::plain);
[[nodiscard]] std::size_t width_of(const Line& line);
// At most `width` columns; what is cut off is shown by an ellipsis.
[[nodiscard]] Line cut(const Line& line, std::size_t width, const Look& look);
[[nodiscard]] std::string cut_text(std::string_view text, std::size_t width, const Look& look);
// Spaces before the line so that it stands in the middle of `width` columns.
[[nodiscard]] Line centred(const Line& line, std::size_t width);
// Lines of at most `width` columns in one ink, broken at spaces.
[[nodiscard]] std::vector<Line> paragraph(std::string_view text, std::size_t width,
                                          Ink ink = Ink::plain);
// "left        right" over the whole width; the right part gives way first.
[[nodiscard]] Line spread(const Line& left, const Line& right, std::size_t width, const Look& look);
// A bar of `width` columns, filled to `fraction` (0..1, by eighths of a column in UTF-8).
[[nodiscard]] Line bar(double fraction, std::size_t width, const Look& look, Ink ink = Ink::calm);

// The words alone, trailing spaces removed: for plain output and golden tests.
[[nodiscard]] std::string plain_text(const Line& line);
// The bytes for a terminal, ink switched off again at the end. Control characters become '?'.
[[nodiscard]] std::string paint(const Line& line, const Look& look);

class Painter {
 public:
  // The bytes that turn the last frame into this one. Lines beyond the size are left out.
  [[nodiscard]] std::string frame(const std::vector<Line>& lines, Size size, const Look& look);
  // Forget what is on the screen: the next frame is drawn whole.
  void forget() { known_ = false; }

 private:
  bool known_ = false;
  Size size_;
  std::vector<std::string> shown_;
};

}  // namespace limber::cli
