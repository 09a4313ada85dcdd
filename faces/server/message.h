// A request and an answer as the site sees them: plain data, without sockets or a library's types.
//
// http_*.cpp makes the first from bytes and bytes from the second; everything between is tested and
// fuzzed without a network.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace limber::server {

enum class Method : std::uint8_t { get, head, post, put, del, other };

// What is known when the header has been read, before the body.
struct Head {
  Method method = Method::other;
  std::string target;  // as sent: "/api/v1/events?since=4"
  // Header fields, empty where there is none.
  std::string host, origin, fetch_site, purpose, cookie, content_type, accept_encoding,
      if_none_match;
  bool doubled = false;   // one of these came twice
  bool upgrade = false;   // asks for another protocol
  bool has_body = false;  // a length above 0, or chunked
  // Of the connection.
  std::string here;  // address and port it came in at: "127.0.0.1:5462"
  std::string peer;  // who it came from; for rates, never logged
  bool secure = false;
};

struct Response {
  int status = 200;
  std::string headers;  // further lines, each ended; never holds what came from outside
  std::string body;
  std::string_view lasting;  // instead of `body`: bytes that live as long as the program
  std::string_view route;    // what the log calls it; a literal
  bool close = false;        // the connection ends with this answer
  std::string stream_of;     // not empty: a stream of events follows, for this device
};

using Reply = std::function<void(Response)>;

// How large a body may come, or the answer if it must not come at all.
struct Admission {
  std::optional<Response> refusal;
  std::uint64_t body_limit = 0;
};

// What a server asks of what it serves. Called from the server's thread only.
class Site {
 public:
  virtual ~Site() = default;
  [[nodiscard]] virtual Admission admit(const Head& head) = 0;
  // Exactly one reply, at once or later, on the server's thread.
  virtual void answer(const Head& head, std::string body, Reply reply) = 0;
  // About once a second. `streams`: how many streams of events are open.
  virtual void tick(std::size_t streams) = 0;
};

}  // namespace limber::server
