// From Beast's request header to ours. Included by the sources that include Beast, and by the fuzz
// target of the request path.
#pragma once

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "faces/server/message.h"

namespace limber::server {

namespace http = boost::beast::http;
using Parser = http::request_parser<http::string_body>;

inline constexpr std::uint32_t kHeaderLimit = 16 * 1024;

inline std::unique_ptr<Parser> new_parser() {
  auto parser = std::make_unique<Parser>();
  parser->header_limit(kHeaderLimit);
  parser->body_limit(boost::none);  // set when the header is known
  return parser;
}

inline Method method_of(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::get;
    case http::verb::head:
      return Method::head;
    case http::verb::post:
      return Method::post;
    case http::verb::put:
      return Method::put;
    case http::verb::delete_:
      return Method::del;
    default:
      return Method::other;
  }
}

// The fields of a header that was read; those of the connection are the caller's.
inline Head head_of(Parser& parser) {
  const auto& message = parser.get();
  Head head;
  head.method = method_of(message.method());
  head.target = std::string(message.target());
  const auto take = [&](auto name, std::string& into) {
    const auto range = message.equal_range(name);
    if (range.first == range.second) return;
    into = std::string(range.first->value());
    head.doubled = head.doubled || std::next(range.first) != range.second;
  };
  take(http::field::host, head.host);
  take(http::field::origin, head.origin);
  take("Sec-Fetch-Site", head.fetch_site);
  take("Sec-Purpose", head.purpose);
  take(http::field::cookie, head.cookie);
  take(http::field::content_type, head.content_type);
  take(http::field::accept_encoding, head.accept_encoding);
  take(http::field::if_none_match, head.if_none_match);
  head.upgrade = parser.upgrade() || message.method() == http::verb::connect;
  const auto length = parser.content_length();
  head.has_body = parser.chunked() || (length && *length > 0);
  return head;
}

}  // namespace limber::server
