// limber serve: puts the parts together, says where the page is, and serves until it is told to
// stop.
#pragma once

#include <limber/result.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace limber::server {

struct ServeOptions {
  std::string folder;  // of the record
  std::uint16_t port = 5462;
  std::uint16_t tls_port = 5463;
  bool tls = false;
  bool open = true;  // the page in the desktop's browser
  bool log = false;
  bool colours = true;  // a QR code can be drawn
  std::optional<std::string> passphrase;
};

// `say`: for the person who started it, whole lines. Errors: usage (a taken port), store, input.
[[nodiscard]] Result<void> serve(const ServeOptions& options,
                                 const std::function<void(const std::string&)>& say);

}  // namespace limber::server
