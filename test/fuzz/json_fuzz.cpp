// Any bytes: parse_json answers or explains, and what it accepts reads back as the same bytes.
#include <cstdlib>

#include "base/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parsed = limber::parse_json({reinterpret_cast<const char*>(data), size});
  if (!parsed) {
    if (parsed.error().message.empty()) std::abort();
    return 0;
  }
  const std::string printed = limber::print_json(*parsed);
  const auto again = limber::parse_json(printed);
  if (!again || limber::print_json(*again) != printed) std::abort();
  return 0;
}
