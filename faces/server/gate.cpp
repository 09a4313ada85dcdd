#include "faces/server/gate.h"

#include <algorithm>

#include "base/text.h"

namespace limber::server {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view port_of(std::string_view address) {
  return address.substr(address.rfind(':') + 1);
}

bool loopback(std::string_view address) {
  return address.starts_with("127.") || address.starts_with("[::1]");
}

// A browser leaves out the port that its scheme has anyway.
std::string with_port(std::string_view host, bool secure) {
  const std::size_t colon = host.rfind(':');
  const bool has = colon != std::string_view::npos && host.find(']', colon) == host.npos;
  return lower(host) + (has ? "" : secure ? ":443" : ":80");
}

bool host_ok(const Head& head) {
  const std::string host = with_port(head.host, head.secure);
  if (host == head.here) return true;
  return loopback(head.here) && host == "localhost:" + std::string(port_of(head.here));
}

}  // namespace

std::string origin_of(const Head& head) {
  return (head.secure ? "https://" : "http://") + lower(head.host);
}

bool sent_to_localhost(const Head& head) {
  return lower(head.host).starts_with("localhost");
}

std::optional<Refusal> refused_at_gate(const Head& head) {
  if (head.doubled) {
    return Refusal{400, {ErrorKind::usage, "a header that must stand once came twice", "", ""}};
  }
  if (head.upgrade) {
    return Refusal{400, {ErrorKind::usage, "there is no other protocol here", "Upgrade", ""}};
  }
  if (!host_ok(head)) {
    return Refusal{400,
                   {ErrorKind::refused, "this is not the address Limber is served at", "Host",
                    "open the address that limber serve shows"}};
  }
  const bool foreign_origin = !head.origin.empty() && head.origin != origin_of(head);
  // A link or a typed address may come from anywhere, but only to look at the page.
  const bool looks = head.method == Method::get || head.method == Method::head;
  const bool page = looks && !head.target.starts_with("/api/");
  const bool foreign_site = !head.fetch_site.empty() && head.fetch_site != "same-origin" &&
                            head.fetch_site != "none" && !page;
  if (foreign_origin || foreign_site) {
    return Refusal{403,
                   {ErrorKind::refused, "this came from another site", "Origin",
                    "only Limber's own page may ask"}};
  }
  return std::nullopt;
}

std::string cookie_name(const Head& head) {
  return "limber_" + std::string(port_of(head.here));
}

std::string cookie_of(const Head& head) {
  const std::string name = cookie_name(head) + "=";
  std::string found;
  std::string_view rest = head.cookie;
  while (!rest.empty()) {
    const std::size_t end = rest.find(';');
    const std::string_view pair = trim(rest.substr(0, end));
    if (pair.starts_with(name)) {
      if (!found.empty()) return "";
      found = pair.substr(name.size());
    }
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return found;
}

bool is_json(std::string_view content_type) {
  const std::string text = lower(content_type);
  const std::size_t end = text.find(';');
  if (trim(std::string_view(text).substr(0, end)) != "application/json") return false;
  return end == std::string::npos ||
         trim(std::string_view(text).substr(end + 1)) == "charset=utf-8";
}

}  // namespace limber::server
