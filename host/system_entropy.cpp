#include "host/system_entropy.h"

#include <sodium.h>

#include "base/check.h"

namespace limber::host {

SystemEntropy::SystemEntropy() {
  LIMBER_CHECK(sodium_init() >= 0);
}

void SystemEntropy::fill(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

std::string SystemEntropy::uuid(std::int64_t now_ms) {
  std::uint64_t noise = 0;
  randombytes_buf(&noise, sizeof noise);
  return sequence_.next(now_ms, noise);
}

}  // namespace limber::host
