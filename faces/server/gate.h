// Who may speak to the server at all: no rebound name, no other site, nothing ambiguous.
//
// A page on another site can make a browser send requests here, and a name that it controls can be
// made to point here (DNS rebinding). So the Host must be the very address the connection came in
// at, and where a browser says which site asks, it must be our own page.
#pragma once

#include <limber/result.h>

#include <optional>
#include <string>
#include <string_view>

#include "faces/server/message.h"

namespace limber::server {

struct Refusal {
  int status = 400;
  Error error;
};

// Nothing if the request may go on.
[[nodiscard]] std::optional<Refusal> refused_at_gate(const Head& head);

// "http://127.0.0.1:5462", of the address the request names.
[[nodiscard]] std::string origin_of(const Head& head);
// Whether it was sent to "localhost", which browsers take for another site than 127.0.0.1.
[[nodiscard]] bool sent_to_localhost(const Head& head);

// The value of our cookie, "limber_PORT"; empty where there is none or more than one.
[[nodiscard]] std::string cookie_of(const Head& head);
[[nodiscard]] std::string cookie_name(const Head& head);

// application/json, with or without a charset of UTF-8.
[[nodiscard]] bool is_json(std::string_view content_type);

}  // namespace limber::server
