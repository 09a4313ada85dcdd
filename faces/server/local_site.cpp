#include "faces/server/local_site.h"

#include <chrono>

#include "faces/server/assets.h"
#include "faces/server/gate.h"
#include "faces/server/reply.h"

namespace limber::server {
namespace {

constexpr std::string_view kCookieLife = "; Path=/; Max-Age=15552000; HttpOnly; SameSite=Strict";

std::int64_t steady_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

bool api_path(std::string_view path) {
  return path.starts_with("/api/");
}

// For a person who looks at it, not for the page.
Response words(int status, std::string_view text) {
  Response response;
  response.status = status;
  response.headers = "Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\n";
  response.body = text;
  response.route = "page";
  return response;
}

Response redirect(int status, std::string_view to, std::string more = "") {
  Response response;
  response.status = status;
  response.headers = std::move(more);
  response.headers.append("Location: ").append(to).append("\r\nCache-Control: no-store\r\n");
  response.route = "page";
  return response;
}

}  // namespace

Admission LocalSite::refused(const Head& head, int status, const Error& error) const {
  Response response = api_path(head.target) ? failure(status, error)
                                            : words(status, "Limber: " + describe(error) + "\n");
  response.route = "refused";
  if (status == 405) response.headers += "Allow: GET, HEAD\r\n";
  return {std::move(response), 0};
}

Admission LocalSite::admit(const Head& head) {
  if (const auto no = refused_at_gate(head)) {
    Admission off = refused(head, no->status, no->error);
    off.refusal->close = no->status == 400;
    return off;
  }
  if (head.target.size() > kLongestTarget) {
    return refused(head, 414, {ErrorKind::usage, "the address is too long", "", ""});
  }
  const auto target = parse_target(head.target);
  if (!target) return refused(head, 404, {ErrorKind::not_found, "there is no such page", "", ""});
  if (head.secure && devices_.find(cookie_of(head)) == nullptr &&
      !strangers_.take(head.peer, steady_ms())) {
    return refused(head, 429, {ErrorKind::refused, "too many requests", "", "wait a second"});
  }
  if (api_path(target->path)) return api_.admit(head, *target);
  if (head.method != Method::get && head.method != Method::head) {
    return refused(head, 405, {ErrorKind::usage, "a page is only looked at", "", ""});
  }
  if (head.has_body) {
    return refused(head, 413, {ErrorKind::usage, "a page takes no body", "", ""});
  }
  if (find_asset(target->path) == nullptr) {
    return refused(head, 404, {ErrorKind::not_found, "there is no such page", "", ""});
  }
  return {};
}

void LocalSite::answer(const Head& head, std::string body, Reply reply) {
  const auto target = parse_target(head.target);
  if (!target) return reply(words(404, "There is no such page.\n"));
  if (api_path(target->path)) return api_.answer(head, *target, std::move(body), std::move(reply));
  // localhost and 127.0.0.1 are two sites to a browser; what the page keeps must be in one place.
  if (target->path == "/" && sent_to_localhost(head) && head.here.starts_with("127.")) {
    return reply(redirect(308, "http://" + head.here + head.target));
  }
  const auto token = target->query.find("token");
  if (target->path == "/" && token != target->query.end()) return reply(enter(head, token->second));
  const Asset* asset = find_asset(target->path);
  if (asset == nullptr) return reply(words(404, "There is no such page.\n"));
  reply(serve_asset(*asset, head));
}

Response LocalSite::enter(const Head& head, const std::string& token) {
  // Looking ahead, as browsers do, must not use up what is good once.
  if (head.method != Method::get || !head.purpose.empty()) return words(503, "Open it to go on.\n");
  const std::string home = (head.secure ? "https://" : "http://") + head.here + "/";
  const auto kind = devices_.redeem(token);
  if (!kind) {
    if (devices_.find(cookie_of(head)) != nullptr) return redirect(303, home);
    if (!wrong_tokens_.take(head.peer, steady_ms())) {
      return words(429, "Too many tries. Wait a minute.\n");
    }
    return words(403,
                 "This address was used already or is too old.\n"
                 "Start limber serve again, or pair the phone again in the settings.\n");
  }
  if (devices_.find(cookie_of(head)) != nullptr) return redirect(303, home);  // the same browser
  const auto cookie = devices_.admit(*kind);
  if (!cookie) return words(503, "Limber: " + describe(cookie.error()) + "\n");
  paired_();
  return redirect(303, home,
                  "Set-Cookie: " + cookie_name(head) + "=" + *cookie + std::string(kCookieLife) +
                      (head.secure ? "; Secure" : "") + "\r\n");
}

}  // namespace limber::server
