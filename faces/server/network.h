// Where this machine can be reached on its network, and showing an address in a browser.
#pragma once

#include <string>
#include <vector>

namespace limber::server {

// IPv4 addresses of interfaces that are up, those of home and office networks first.
[[nodiscard]] std::vector<std::string> addresses_here();

// Hands the address to the desktop's browser, without waiting. False where there is no desktop.
[[nodiscard]] bool open_in_browser(const std::string& url);

}  // namespace limber::server
