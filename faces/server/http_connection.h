// What the server knows of each connection, whatever it runs over. For http_*.cpp only.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <list>
#include <memory>
#include <string>

#include "faces/server/http_server.h"
#include "faces/server/message.h"

namespace limber::server {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Instant = std::chrono::steady_clock::time_point;

enum class Phase : std::uint8_t {
  handshake,
  idle,     // waits for a request
  head,     // some of a header came
  body,     // the header is read
  working,  // the site has it
  writing,
  streaming,  // events, until either side ends it
  ending,     // the last bytes are out; the other side may still be sending
};

class Connection {
 public:
  virtual ~Connection() = default;
  virtual void start() = 0;
  virtual void close() = 0;  // at once
  // Its time is over: an answer where a request is under way, else the end.
  virtual void expire() = 0;
  virtual void tell(const std::string& message) = 0;  // where there is a device
  virtual void finish() = 0;                          // as soon as what runs is answered

  Phase phase = Phase::idle;
  Instant deadline;
  std::string peer;    // its address
  std::string device;  // whose stream of events it is; empty: none
  bool secure = false;
  std::list<Connection*>::iterator place;  // in the hub's list
};

// What connections share. One thread only.
struct Hub {
  HttpOptions options;
  Site* site = nullptr;
  bool draining = false;
  std::string date;  // of the header "Date", renewed every second
  std::list<Connection*> connections;
  std::size_t streams = 0;
  // Bytes of bodies that may be in memory at once.
  std::uint64_t body_room = 192u << 20;

  void enter(Connection& connection) {
    connection.place = connections.insert(connections.end(), &connection);
  }
  void leave(Connection& connection) { connections.erase(connection.place); }
};

// A line without address, query, cookie or browser: nothing that says who.
void log_request(const Hub& hub, Method method, const Response& response, Instant since);
[[nodiscard]] std::string response_head(const Hub& hub, const Response& response, bool close);

// http_tls.cpp: the certificate, ready for connections.
class TlsDoor {
 public:
  virtual ~TlsDoor() = default;
  [[nodiscard]] virtual std::shared_ptr<Connection> connect(tcp::socket socket, Hub& hub) = 0;
};
// Errors: store, if certificate or key are unsound.
[[nodiscard]] Result<std::unique_ptr<TlsDoor>> open_tls(const HttpOptions& options);

}  // namespace limber::server
