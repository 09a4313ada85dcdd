#include "host/system_entropy.h"

#include <sodium.h>

#include <algorithm>

#include "base/check.h"
#include "record/uuid.h"

namespace limber::host {

SystemEntropy::SystemEntropy() {
  LIMBER_CHECK(sodium_init() >= 0);
}

void SystemEntropy::fill(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

std::string SystemEntropy::uuid(std::int64_t now_ms) {
  // Within one millisecond, and while the clock runs behind an earlier reading, a counter keeps
  // the ids ascending; when its 12 bits are used up, the id borrows the next millisecond.
  const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(now_ms, 0));
  if (ms > last_ms_) {
    last_ms_ = ms;
    counter_ = 0;
  } else if (++counter_ == 0x1000) {
    ++last_ms_;
    counter_ = 0;
  }
  std::uint64_t noise = 0;
  randombytes_buf(&noise, sizeof noise);
  return uuid_text(uuid_v7(last_ms_, counter_, noise));
}

}  // namespace limber::host
