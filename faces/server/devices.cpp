#include "faces/server/devices.h"

#include <sodium.h>

#include <algorithm>

#include "base/json.h"
#include "host/files.h"

namespace limber::server {
namespace {

constexpr std::size_t kFileLimit = 1 << 16;
constexpr int kVersion = 1;

std::string hex(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : bytes) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

// A secret is looked up by its hash, so the time a comparison takes tells nothing of the secret.
std::string hash_of(std::string_view secret) {
  std::array<std::uint8_t, 32> out{};
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(secret.data()),
                     secret.size(), nullptr, 0);
  return hex(out);
}

bool hex_of(const std::string& text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::optional<Device> read_device(const Json& json) {
  Reader in(json, "");
  Device device;
  device.id = in.text("id");
  device.hash = in.text("hash");
  device.kind = in.text("kind") == "phone" ? DeviceKind::phone : DeviceKind::computer;
  const auto since = parse_day(in.text("since")), seen = parse_day(in.text("seen"));
  if (in.error() || !since || !seen || !hex_of(device.id, 16) || !hex_of(device.hash, 64)) {
    return std::nullopt;
  }
  device.since = *since;
  device.seen = *seen;
  return device;
}

}  // namespace

std::string_view kind_id(DeviceKind kind) {
  return kind == DeviceKind::phone ? "phone" : "computer";
}

Devices::Devices(std::string path, Clock& clock, Entropy& entropy)
    : path_(std::move(path)), clock_(clock), entropy_(entropy) {
  read();
}

Day Devices::today() {
  const std::int64_t now = clock_.now_ms();
  return local_day(now, clock_.offset_min(now));
}

std::string Devices::random_text(std::size_t bytes) {
  std::vector<std::uint8_t> random(bytes);
  entropy_.fill(random);
  return hex(random);
}

void Devices::read() {
  const auto text = host::read_file(path_, kFileLimit);
  if (!text || !*text) return;
  const auto json = parse_json(**text);
  if (!json || !json->is_object()) return;
  Reader in(*json, "");
  if (in.integer_or("limber_devices", 0, 1'000'000, 0) != kVersion) return;
  for (const Json& each : in.array("devices")) {
    const auto device = read_device(each);
    if (device && today() - device->seen <= kForgetDays) devices_.push_back(*device);
  }
}

Result<void> Devices::write() const {
  Json list = Json::array();
  for (const Device& device : devices_) {
    list.push_back({{"id", device.id},
                    {"kind", kind_id(device.kind)},
                    {"hash", device.hash},
                    {"since", day_text(device.since)},
                    {"seen", day_text(device.seen)}});
  }
  const std::size_t slash = path_.rfind('/');
  if (auto made = host::make_private_folder(path_.substr(0, slash)); !made) return made;
  return host::write_file(
      path_, print_json(Json{{"limber_devices", kVersion}, {"devices", std::move(list)}}) + "\n");
}

std::string Devices::make_token(DeviceKind kind, int uses, std::int64_t lasts_ms) {
  const std::string token = random_text(24);
  const std::int64_t now = clock_.now_ms();
  std::erase_if(tokens_, [now](const auto& each) {
    return each.second.until_ms != 0 && each.second.until_ms <= now;
  });
  tokens_[hash_of(token)] = {kind, uses, lasts_ms == 0 ? 0 : now + lasts_ms};
  return token;
}

std::optional<DeviceKind> Devices::redeem(std::string_view token) {
  const auto found = tokens_.find(hash_of(token));
  if (found == tokens_.end()) return std::nullopt;
  Token& entry = found->second;
  const DeviceKind kind = entry.kind;
  const bool late = entry.until_ms != 0 && entry.until_ms <= clock_.now_ms();
  const bool last = entry.uses == 1;
  if (entry.uses != 0) --entry.uses;
  if (late || last) tokens_.erase(found);
  if (late) return std::nullopt;
  return kind;
}

Result<std::string> Devices::admit(DeviceKind kind) {
  std::string cookie = random_text(32);
  const std::vector<Device> before = devices_;
  if (devices_.size() >= kMost) {
    devices_.erase(
        std::min_element(devices_.begin(), devices_.end(),
                         [](const Device& a, const Device& b) { return a.seen < b.seen; }));
  }
  devices_.push_back({random_text(8), kind, hash_of(cookie), today(), today()});
  if (auto written = write(); !written) {
    devices_ = before;
    return std::unexpected(written.error());
  }
  return cookie;
}

const Device* Devices::find(std::string_view cookie) {
  if (cookie.size() != 64) return nullptr;
  const std::string hash = hash_of(cookie);
  const auto found = std::find_if(devices_.begin(), devices_.end(),
                                  [&hash](const Device& device) { return device.hash == hash; });
  if (found == devices_.end()) return nullptr;
  if (found->seen != today()) {
    found->seen = today();
    (void)write();  // the day is a courtesy; a full disk must not keep anyone out
  }
  return &*found;
}

Result<bool> Devices::revoke(std::string_view id) {
  const std::vector<Device> before = devices_;
  if (std::erase_if(devices_, [id](const Device& device) { return device.id == id; }) == 0) {
    return false;
  }
  if (auto written = write(); !written) {
    devices_ = before;
    return std::unexpected(written.error());
  }
  return true;
}

}  // namespace limber::server
