// Small things with text that several floors need: UTF-8, nearest name, words, wrapping, days.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

// Byte offset of the first invalid UTF-8 sequence (overlong and surrogates included), if any.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Columns a terminal needs: 0 for combining marks, 2 for wide East Asian characters, else 1.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

// The candidate nearest in spelling, if it is near enough to be meant (at most a third differs).
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string join(std::span<const std::string> parts, std::string_view separator);
[[nodiscard]] std::string_view trim(std::string_view text);
// Words: runs of letters, digits and apostrophes; "5-minute" is two.
[[nodiscard]] std::vector<std::string> words(std::string_view text);
// Lines of at most `width` columns, broken at spaces; a longer word stands alone.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

// Shortest text that reads back as the same number; "5" rather than "5.0".
[[nodiscard]] std::string number_text(double value);
// Rounded to `decimals` places.
[[nodiscard]] std::string fixed_text(double value, int decimals);
// The whole text as a finite number, or nothing. Accepts no locale, no spaces, no hex.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

}  // namespace limber
