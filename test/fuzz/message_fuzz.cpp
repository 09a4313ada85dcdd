// Any pattern of the text catalogue: checked without harm, and formatted even when it is malformed.
#include <cstdint>

#include "base/message.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view pattern(reinterpret_cast<const char*>(data), size);
  (void)limber::message_arguments(pattern);
  (void)limber::format_message(pattern, {{"n", "2"}, {"name", "{x}"}, {"kind", "neck"}});
  return 0;
}
