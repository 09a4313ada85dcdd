// Answers of the API and of the page, with the headers that keep a browser from being misled.
#pragma once

#include <limber/result.h>

#include <string>
#include <string_view>

#include "base/json.h"
#include "faces/server/message.h"

namespace limber::server {

// On every answer, whatever it is: strict content policy, no framing, no sniffing, no referrer.
inline constexpr std::string_view kSecurityHeaders =
    "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
    "serial=(), hid=(), midi=()\r\n";

[[nodiscard]] std::string_view reason(int status);

// {"ok": ...} with status 200. `text` is JSON already.
[[nodiscard]] Response ok(const Json& value);
[[nodiscard]] Response ok_text(std::string_view text);
// {"error": ...}. A status of 429 or 503 says when to try again.
[[nodiscard]] Response failure(int status, const Error& error, int retry_after_s = 1);
// The status that fits the kind: 400, 404, 409 or 503.
[[nodiscard]] Response failure(const Error& error);

}  // namespace limber::server
