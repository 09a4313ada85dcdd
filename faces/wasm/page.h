// The page around the core: its clock and its randomness, as three functions that the page lends.
//
//   limber.now_ms()          milliseconds since 1970, a whole number
//   limber.offset_min(at_ms) minutes east of UTC at that moment
//   limber.random(at, n)     fills n bytes of our memory; fit for keys (crypto.getRandomValues)
#pragma once

#include "app/ports.h"
#include "record/uuid.h"

namespace limber::wasm {

class PageClock final : public Clock {
 public:
  [[nodiscard]] std::int64_t now_ms() override;
  [[nodiscard]] std::int32_t offset_min(std::int64_t at_ms) override;
};

class PageEntropy final : public Entropy {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
  [[nodiscard]] std::string uuid(std::int64_t now_ms) override;

 private:
  UuidSequence sequence_;
};

}  // namespace limber::wasm
