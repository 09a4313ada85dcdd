#include "record/uuid.h"

#include <algorithm>

namespace limber {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

constexpr bool dash_at(std::size_t i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

}  // namespace

std::optional<UuidBytes> parse_uuid(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  UuidBytes bytes{};
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (dash_at(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const auto value = kHex.find(text[i]);
    if (value == std::string_view::npos) return std::nullopt;
    auto& byte = bytes[digits++ / 2];
    byte = static_cast<std::uint8_t>(byte << 4 | value);
  }
  return bytes;
}

std::string uuid_text(std::span<const std::uint8_t, 16> bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes) {
    if (dash_at(text.size())) text += '-';
    text += kHex[byte >> 4];
    text += kHex[byte & 15];
  }
  return text;
}

UuidBytes uuid_v7(std::uint64_t unix_ms, std::uint16_t counter, std::uint64_t noise) {
  UuidBytes bytes{};
  for (std::size_t i = 0; i < 6; ++i) {
    bytes[i] = static_cast<std::uint8_t>(unix_ms >> (40 - 8 * i));
  }
  bytes[6] = static_cast<std::uint8_t>(0x70 | (counter >> 8 & 0x0f));
  bytes[7] = static_cast<std::uint8_t>(counter);
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[8 + i] = static_cast<std::uint8_t>(noise >> (56 - 8 * i));
  }
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
  return bytes;
}

std::string UuidSequence::next(std::int64_t now_ms, std::uint64_t noise) {
  const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(now_ms, 0));
  if (ms > last_ms_) {
    last_ms_ = ms;
    counter_ = 0;
  } else if (++counter_ == 0x1000) {
    ++last_ms_;
    counter_ = 0;
  }
  return uuid_text(uuid_v7(last_ms_, counter_, noise));
}

}  // namespace limber
