// Names of events and devices: UUIDs in their one canonical form, 8-4-4-4-12 lower-case hex digits.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace limber {

using UuidBytes = std::array<std::uint8_t, 16>;

// Nothing if the text is not in canonical form.
[[nodiscard]] std::optional<UuidBytes> parse_uuid(std::string_view text);
[[nodiscard]] std::string uuid_text(std::span<const std::uint8_t, 16> bytes);
// Version 7 (RFC 9562): 48 bits of Unix milliseconds, 12 bits `counter`, 62 bits of `noise`.
[[nodiscard]] UuidBytes uuid_v7(std::uint64_t unix_ms, std::uint16_t counter, std::uint64_t noise);

// Ids that ascend: within one millisecond, and while the clock runs behind an earlier reading, by a
// counter; when its 12 bits are used up, the id borrows the next millisecond.
class UuidSequence {
 public:
  // A time before 1970 counts as 1970. `noise`: 62 random bits.
  [[nodiscard]] std::string next(std::int64_t now_ms, std::uint64_t noise);

 private:
  std::uint64_t last_ms_ = 0;
  std::uint16_t counter_ = 0;
};

}  // namespace limber
