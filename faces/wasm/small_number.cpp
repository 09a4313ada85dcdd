// Numbers as text without the tables of the standard library, which would make up a third of what a
// page loads. Same results (base/decimal.h); the linker takes these and leaves base/number.cpp and
// the C library's own in their libraries. limber_lab.wasm has the library's.
#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdarg>

#include "base/check.h"
#include "base/decimal.h"
#include "base/text.h"

namespace limber {

std::string number_text(double value) {
  return shortest_text(value);
}

std::string fixed_text(double value, int decimals) {
  return exact_fixed(value, std::clamp(decimals, 0, 20));
}

std::optional<double> parse_number(std::string_view text) {
  const Scanned read = scan_number(text);
  if (text.empty() || read.length != text.size() || !std::isfinite(read.value)) return std::nullopt;
  return read.value;
}

}  // namespace limber

extern "C" {

// strtod, for the JSON reader, which hands over what it has seen to be a number.
double limber_read_double(const char* text, char** end) __asm__("strtod");
double limber_read_double(const char* text, char** end) {
  const limber::Scanned read = limber::scan_number(text);
  if (end != nullptr) *end = const_cast<char*>(text) + read.length;
  return read.value;
}

// The JSON library writes code points with it ("\\u%04x", "<U+%.4X>"), and nothing else.
int snprintf(char* out, std::size_t size, const char* format, ...);
int snprintf(char* out, std::size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  std::size_t length = 0;
  const auto put = [&](char c) {
    if (length + 1 < size) out[length] = c;
    ++length;
  };
  for (; *format != 0; ++format) {
    if (*format != '%') {
      put(*format);
      continue;
    }
    while (*++format != 'x' && *format != 'X') LIMBER_CHECK(*format != 0);
    const char* digits = *format == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
    const unsigned value = va_arg(arguments, unsigned);
    for (int shift = 12; shift >= 0; shift -= 4) put(digits[value >> shift & 15u]);
  }
  va_end(arguments);
  if (size > 0) out[length < size ? length : size - 1] = 0;
  return static_cast<int>(length);
}

// Numbers have a point here, wherever the page is read.
lconv* localeconv() {
  static char point[] = ".", none[] = "";
  static lconv plain{};
  plain.decimal_point = point;
  plain.thousands_sep = none;
  return &plain;
}

}  // extern "C"
