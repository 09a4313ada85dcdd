// Seals events with XChaCha20-Poly1305, so that a record without its key is noise.
//
// What a row shows: the event's id, its device and its time. What it seals: kind, offset and
// payload, padded to 64 bytes so that the length tells little. The shown columns are bound in as
// associated data: a row whose id or time was changed, or whose sealed part was taken from another
// row, does not open.
#pragma once

#include <limber/types.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "record/uuid.h"

namespace limber::host {

// 32 secret bytes, wiped when they go out of scope.
class Key {
 public:
  static constexpr std::size_t kBytes = 32;
  Key() = default;
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();
  [[nodiscard]] static Key random();
  [[nodiscard]] std::span<std::uint8_t, kBytes> bytes() { return bytes_; }
  [[nodiscard]] std::span<const std::uint8_t, kBytes> bytes() const { return bytes_; }
  // Names the key without telling it: 32 hex digits of a keyed BLAKE2b hash.
  [[nodiscard]] std::string id() const;

 private:
  std::array<std::uint8_t, kBytes> bytes_{};
};

// An event as a row of the record.
struct SealedRow {
  UuidBytes id{};
  UuidBytes device{};
  std::int64_t at_ms = 0;
  std::vector<std::uint8_t> sealed;
};

// The event has passed check_event.
[[nodiscard]] SealedRow seal(const Event& event, const Key& key);
// Nothing if any byte of the row, or the key, is not the one it was sealed with.
[[nodiscard]] std::optional<Event> unseal(const SealedRow& row, const Key& key);

}  // namespace limber::host
