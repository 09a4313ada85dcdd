// The machine's clock and time zone.
#pragma once

#include "app/ports.h"

namespace limber::host {

class SystemClock final : public Clock {
 public:
  [[nodiscard]] std::int64_t now_ms() override;
  [[nodiscard]] std::int32_t offset_min(std::int64_t at_ms) override;
};

}  // namespace limber::host
