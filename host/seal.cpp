// Layout of the sealed part: 24 bytes of nonce, then the ciphertext with its 16-byte tag.
// Layout of what is inside, little-endian: offset_min (4), length of kind (1), kind, payload.
#include "host/seal.h"

#include <sodium.h>

#include <cstring>

#include "base/check.h"

namespace limber::host {
namespace {

constexpr std::size_t kSealNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kPadding = 64;
constexpr std::string_view kPurpose = "limber event 1";
constexpr std::size_t kHead = 5;  // offset and length of kind

void put_little_endian(std::vector<std::uint8_t>& out, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>(value >> 8 * i));
}

std::vector<std::uint8_t> shown_part(const SealedRow& row) {
  std::vector<std::uint8_t> data(kPurpose.begin(), kPurpose.end());
  data.insert(data.end(), row.id.begin(), row.id.end());
  data.insert(data.end(), row.device.begin(), row.device.end());
  put_little_endian(data, static_cast<std::uint64_t>(row.at_ms), 8);
  return data;
}

std::vector<std::uint8_t> plain_part(const Event& event) {
  std::vector<std::uint8_t> plain;
  plain.reserve(kHead + event.kind.size() + event.payload.size() + kPadding);
  put_little_endian(plain, static_cast<std::uint32_t>(event.offset_min), 4);
  plain.push_back(static_cast<std::uint8_t>(event.kind.size()));
  plain.insert(plain.end(), event.kind.begin(), event.kind.end());
  plain.insert(plain.end(), event.payload.begin(), event.payload.end());
  const std::size_t filled = plain.size();
  plain.resize((filled / kPadding + 1) * kPadding);
  std::size_t padded = 0;
  LIMBER_CHECK(sodium_pad(&padded, plain.data(), filled, kPadding, plain.size()) == 0);
  return plain;
}

}  // namespace

Key::~Key() {
  sodium_memzero(bytes_.data(), bytes_.size());
}

Key Key::random() {
  Key key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

std::string Key::id() const {
  constexpr std::string_view kName = "limber key name";
  std::array<std::uint8_t, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const std::uint8_t*>(kName.data()),
                     kName.size(), bytes_.data(), bytes_.size());
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

SealedRow seal(const Event& event, const Key& key) {
  const auto id = parse_uuid(event.id), device = parse_uuid(event.device);
  LIMBER_CHECK(id && device && event.kind.size() <= 255);
  SealedRow row{*id, *device, event.at_ms, {}};
  std::vector<std::uint8_t> plain = plain_part(event);
  const std::vector<std::uint8_t> shown = shown_part(row);
  row.sealed.resize(kSealNonce + plain.size() + kTag);
  randombytes_buf(row.sealed.data(), kSealNonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt(row.sealed.data() + kSealNonce, nullptr, plain.data(),
                                             plain.size(), shown.data(), shown.size(), nullptr,
                                             row.sealed.data(), key.bytes().data());
  sodium_memzero(plain.data(), plain.size());
  return row;
}

std::optional<Event> unseal(const SealedRow& row, const Key& key) {
  if (row.sealed.size() < kSealNonce + kTag) return std::nullopt;
  std::vector<std::uint8_t> plain(row.sealed.size() - kSealNonce - kTag);
  const std::vector<std::uint8_t> shown = shown_part(row);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          plain.data(), nullptr, nullptr, row.sealed.data() + kSealNonce,
          row.sealed.size() - kSealNonce, shown.data(), shown.size(), row.sealed.data(),
          key.bytes().data()) != 0) {
    return std::nullopt;
  }
  std::size_t filled = 0;
  if (sodium_unpad(&filled, plain.data(), plain.size(), kPadding) != 0 || filled < kHead ||
      filled < kHead + plain[4]) {
    return std::nullopt;
  }
  std::uint32_t offset = 0;
  for (std::size_t i = 0; i < 4; ++i) offset |= std::uint32_t{plain[i]} << 8 * i;
  const auto* text = reinterpret_cast<const char*>(plain.data());
  const std::size_t kind = plain[4];
  Event event;
  event.id = uuid_text(row.id);
  event.device = uuid_text(row.device);
  event.at_ms = row.at_ms;
  event.offset_min = static_cast<std::int32_t>(offset);
  event.kind.assign(text + kHead, kind);
  event.payload.assign(text + kHead + kind, filled - kHead - kind);
  return event;
}

}  // namespace limber::host
