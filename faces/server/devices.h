// Which browsers may use the record: tokens that open a door once, cookies that keep it open.
//
// A token stands in an address that is shown or opened; using it makes a device with a cookie of 32
// random bytes. Only a hash of the cookie is kept (limber.devices, 0600), so that a browser stays
// paired when the server is started anew and the file opens no door. A device that was not seen
// for 180 days is forgotten; there are at most 64.
#pragma once

#include <limber/result.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports.h"
#include "base/day.h"

namespace limber::server {

enum class DeviceKind : std::uint8_t { computer, phone };
[[nodiscard]] std::string_view kind_id(DeviceKind kind);

struct Device {
  std::string id;  // 16 hex digits
  DeviceKind kind = DeviceKind::computer;
  std::string hash;  // of the cookie, 64 hex digits
  Day since = 0, seen = 0;
};

class Devices {
 public:
  static constexpr int kForgetDays = 180;
  static constexpr std::size_t kMost = 64;

  // An unreadable or foreign file counts as empty: everybody pairs again.
  Devices(std::string path, Clock& clock, Entropy& entropy);

  // A token for an address. `lasts_ms` 0: as long as the server runs; `uses` 0: any number.
  [[nodiscard]] std::string make_token(DeviceKind kind, int uses, std::int64_t lasts_ms);
  // Uses it up. Nothing if it is wrong, used or too old.
  [[nodiscard]] std::optional<DeviceKind> redeem(std::string_view token);

  // A new device; the cookie to give it. Errors: store.
  [[nodiscard]] Result<std::string> admit(DeviceKind kind);
  // The device with this cookie; nothing if there is none. Notes the day.
  [[nodiscard]] const Device* find(std::string_view cookie);
  // False if there is no such device. Errors: store.
  [[nodiscard]] Result<bool> revoke(std::string_view id);
  [[nodiscard]] const std::vector<Device>& all() const { return devices_; }

 private:
  struct Token {
    DeviceKind kind = DeviceKind::computer;
    int uses = 0;
    std::int64_t until_ms = 0;
  };
  void read();
  [[nodiscard]] Result<void> write() const;
  [[nodiscard]] Day today();
  [[nodiscard]] std::string random_text(std::size_t bytes);

  std::string path_;
  Clock& clock_;
  Entropy& entropy_;
  std::vector<Device> devices_;
  std::map<std::string, Token> tokens_;  // by hash
};

}  // namespace limber::server
