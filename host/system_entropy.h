// Randomness from the operating system, through libsodium.
#pragma once

#include "app/ports.h"

namespace limber::host {

class SystemEntropy final : public Entropy {
 public:
  SystemEntropy();
  void fill(std::span<std::uint8_t> bytes) override;
  [[nodiscard]] std::string uuid(std::int64_t now_ms) override;

 private:
  std::uint64_t last_ms_ = 0;
  std::uint16_t counter_ = 0;
};

}  // namespace limber::host
