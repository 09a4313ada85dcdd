#include "faces/server/reply.h"

namespace limber::server {
namespace {

constexpr std::string_view kJson = "Content-Type: application/json\r\nCache-Control: no-store\r\n";

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
    case ErrorKind::input:
      return 400;
    case ErrorKind::not_found:
      return 404;
    case ErrorKind::refused:
      return 409;
    case ErrorKind::store:
      return 503;
  }
  return 500;
}

}  // namespace

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 423:
      return "Locked";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Error";
  }
}

Response ok_text(std::string_view text) {
  Response response;
  response.headers = kJson;
  response.body.reserve(text.size() + 8);
  response.body.append("{\"ok\":").append(text).append("}");
  return response;
}

Response ok(const Json& value) {
  return ok_text(print_json(value));
}

Response failure(int status, const Error& error, int retry_after_s) {
  Response response;
  response.status = status;
  response.headers = kJson;
  if (status == 429 || status == 503) {
    response.headers += "Retry-After: " + std::to_string(retry_after_s) + "\r\n";
  }
  response.body = print_json(Json{{"error", to_json(error)}});
  return response;
}

Response failure(const Error& error) {
  return failure(status_of(error.kind), error);
}

}  // namespace limber::server
