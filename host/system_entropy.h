// Randomness from the operating system, through libsodium.
#pragma once

#include "app/ports.h"
#include "record/uuid.h"

namespace limber::host {

class SystemEntropy final : public Entropy {
 public:
  SystemEntropy();
  void fill(std::span<std::uint8_t> bytes) override;
  [[nodiscard]] std::string uuid(std::int64_t now_ms) override;

 private:
  UuidSequence sequence_;
};

}  // namespace limber::host
