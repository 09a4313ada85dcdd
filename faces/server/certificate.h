// A certificate of our own making, so that a phone on the same network can talk to us in private.
//
// Nobody vouches for it: a browser warns, and the person compares the fingerprint. It names this
// machine's addresses, lasts 398 days, and is kept (limber.tls, 0600) so that the warning comes
// once; a new one is made when it runs out within 30 days or an address is not in it.
#pragma once

#include <limber/result.h>

#include <string>
#include <vector>

#include "app/ports.h"

namespace limber::server {

struct Certificate {
  std::string certificate, key;  // PEM
  std::string fingerprint;       // SHA-256, "AB:CD:..."
  bool fresh = false;            // made just now
};

// `addresses`: IPv4 in dots. Errors: store.
[[nodiscard]] Result<Certificate> certificate_in(const std::string& folder,
                                                 const std::vector<std::string>& addresses,
                                                 Clock& clock);

}  // namespace limber::server
