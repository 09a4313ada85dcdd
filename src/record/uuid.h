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

}  // namespace limber
