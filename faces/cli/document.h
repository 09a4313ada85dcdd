// A page of text to read: headings, paragraphs, lists, notes; laid out for any width.
//
// The same document is shown full screen, printed to a pipe, and read aloud by a screen reader.
#pragma once

#include <string>
#include <vector>

#include "faces/cli/frame.h"

namespace limber::cli {

struct Block {
  enum class Kind : std::uint8_t {
    heading,  // a short line above what follows
    paragraph,
    bullet,
    note,   // small print: sources, versions
    lines,  // as it is, line by line, never broken: plots, telephone numbers
  };
  Kind kind = Kind::paragraph;
  std::string text;
  Ink ink = Ink::plain;
  bool operator==(const Block&) const = default;
};

using Document = std::vector<Block>;

[[nodiscard]] inline Block heading(std::string text, Ink ink = Ink::calm) {
  return {Block::Kind::heading, std::move(text), ink};
}
[[nodiscard]] inline Block text(std::string text, Ink ink = Ink::plain) {
  return {Block::Kind::paragraph, std::move(text), ink};
}
[[nodiscard]] inline Block bullet(std::string text, Ink ink = Ink::plain) {
  return {Block::Kind::bullet, std::move(text), ink};
}
[[nodiscard]] inline Block note(std::string text) {
  return {Block::Kind::note, std::move(text), Ink::faint};
}
[[nodiscard]] inline Block as_is(std::string text, Ink ink = Ink::plain) {
  return {Block::Kind::lines, std::move(text), ink};
}

// Blank lines stand before headings and between paragraphs; bullets and notes stay together.
[[nodiscard]] std::vector<Line> lay_out(const Document& document, std::size_t width,
                                        const Look& look);

}  // namespace limber::cli
