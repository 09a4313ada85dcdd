#include "faces/server/assets.h"

#include <algorithm>

#include "base/text.h"

namespace limber::server {
namespace {

struct Coded {
  std::string_view bytes, coding;
};

Coded best(const Asset& asset, std::string_view accept_encoding) {
  if (!asset.brotli.empty() && accepts(accept_encoding, "br")) return {asset.brotli, "br"};
  if (!asset.gzip.empty() && accepts(accept_encoding, "gzip")) return {asset.gzip, "gzip"};
  return {asset.whole, ""};
}

// If-None-Match: a list of tags, each perhaps weak, or *.
bool known_already(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    const std::size_t end = if_none_match.find(',');
    std::string_view each = trim(if_none_match.substr(0, end));
    if (each.starts_with("W/")) each.remove_prefix(2);
    if (each == tag || each == "*") return true;
    if (end == std::string_view::npos) break;
    if_none_match.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace

bool accepts(std::string_view accept_encoding, std::string_view coding) {
  while (!accept_encoding.empty()) {
    const std::size_t end = accept_encoding.find(',');
    const std::string_view each = accept_encoding.substr(0, end);
    const std::size_t mark = each.find(';');
    if (trim(each.substr(0, mark)) == coding) {
      if (mark == std::string_view::npos) return true;
      const std::string_view weight = trim(each.substr(mark + 1));
      // "q=0", "q=0.000": not this one.
      return !weight.starts_with("q=0") || weight.find_first_of("123456789") != weight.npos;
    }
    if (end == std::string_view::npos) return false;
    accept_encoding.remove_prefix(end + 1);
  }
  return false;
}

const Asset* find_asset(std::string_view path) {
  if (path == "/") path = "/index.html";
  const auto all = embedded_assets();  // in the order of their names
  const auto found = std::lower_bound(
      all.begin(), all.end(), path,
      [](const Asset& asset, std::string_view wanted) { return asset.path < wanted; });
  return found == all.end() || found->path != path ? nullptr : &*found;
}

Response serve_asset(const Asset& asset, const Head& head) {
  const Coded coded = best(asset, head.accept_encoding);
  std::string tag = "\"" + std::string(asset.tag);
  if (!coded.coding.empty()) tag.append("-").append(coded.coding);
  tag += "\"";

  Response response;
  response.route = "page";
  response.headers = "ETag: " + tag + "\r\nVary: Accept-Encoding\r\nCache-Control: ";
  response.headers += asset.forever ? "public, max-age=31536000, immutable\r\n" : "no-cache\r\n";
  if (known_already(head.if_none_match, tag)) {
    response.status = 304;
    return response;
  }
  response.headers.append("Content-Type: ").append(asset.type).append("\r\n");
  if (!coded.coding.empty()) {
    response.headers.append("Content-Encoding: ").append(coded.coding).append("\r\n");
  }
  response.lasting = coded.bytes;
  return response;
}

}  // namespace limber::server
