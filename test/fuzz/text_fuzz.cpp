// Any bytes as text: widths, wrapping and numbers never read out of bounds, and wrapping loses no
// word.
#include <cstdint>
#include <cstdlib>

#include "base/day.h"
#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)limber::parse_number(text);
  (void)limber::parse_day(text);
  (void)limber::display_width(text);
  const std::vector<std::string> candidates = {"age", "pain_now", "stiff_neck"};
  (void)limber::nearest(text.substr(0, 64), candidates);
  if (limber::find_invalid_utf8(text)) return 0;
  const auto lines = limber::wrap(text, 20);
  if (limber::words(limber::join(lines, " ")) != limber::words(text)) std::abort();
  return 0;
}
