// Numbers to decimal text and back, exactly, in a few hundred bytes of code and without tables.
//
// The standard library does the same faster, with 120 kB of tables that compress badly: too much
// for a page. The results are equal by definition (correctly rounded, shortest), so a program may
// link either; the tests hold this one against the standard library's.
#pragma once

#include <string>
#include <string_view>

namespace limber {

// The digits of |value| with `count` significant ones (1..17), correctly rounded, ties to even, and
// the exponent of the first: 12.5 with 3 is {"125", 1}. `value` is finite and not 0.
struct Digits {
  std::string text;
  int exponent = 0;
};
[[nodiscard]] Digits exact_digits(double value, int count);

// The fewest digits that read back as the same number, as std::to_chars writes them: the shorter of
// 0.001 and 1e-03. `value` is finite.
[[nodiscard]] std::string shortest_text(double value);

// `value` with `decimals` (0..20) places, correctly rounded, ties to even. `value` is finite.
[[nodiscard]] std::string exact_fixed(double value, int decimals);

// The number nearest to digits * 10^exponent, ties to even; infinity above the largest. `digits`:
// 0-9 only.
[[nodiscard]] double nearest_double(std::string_view digits, long long exponent);

// The number at the beginning of a text: -12.5e3, with no sign but minus before it. `length` is how
// much of the text it takes, 0 if there is none.
struct Scanned {
  double value = 0;
  std::size_t length = 0;
};
[[nodiscard]] Scanned scan_number(std::string_view text);

}  // namespace limber
