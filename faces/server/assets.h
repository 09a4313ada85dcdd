// The page's files, as they lie in this program: whole, gzip and brotli, made when it was built.
//
// A file whose name holds the hash of its contents may be kept by the browser for good; every other
// is asked for anew each time and answered with 304 while it is the same.
#pragma once

#include <span>
#include <string_view>

#include "faces/server/message.h"

namespace limber::server {

struct Asset {
  std::string_view path;  // "/assets/index-4f3a9c2b.js"
  std::string_view type, tag;
  std::string_view whole, gzip, brotli;  // the latter two empty where they are no smaller
  bool forever = false;
};

// Generated when the program is built (cmake/pack_web.cmake).
[[nodiscard]] std::span<const Asset> embedded_assets();
// False: the files are the placeholder that says the page is missing.
[[nodiscard]] bool page_built();

// "/" is "/index.html". Nothing (404) for a path that is not among them.
[[nodiscard]] const Asset* find_asset(std::string_view path);
[[nodiscard]] Response serve_asset(const Asset& asset, const Head& head);

// Whether a browser that sends this Accept-Encoding takes `coding`.
[[nodiscard]] bool accepts(std::string_view accept_encoding, std::string_view coding);

}  // namespace limber::server
