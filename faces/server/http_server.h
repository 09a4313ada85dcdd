// The sockets: HTTP/1.1 on this machine, and with a certificate HTTPS on its network.
//
// One thread serves all connections; a connection that waits for its next request holds no buffer,
// so ten thousand of them fit into a few megabytes. Whoever is slow (a header in 10 s, a body at a
// fair pace, an answer taken in time) is let go; when there are too many, the longest idle goes
// first. SIGTERM and SIGINT end it: running requests are answered, streams told, the rest closed.
// Boost.Beast stays behind this header.
#pragma once

#include <limber/result.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "faces/server/message.h"

namespace limber::server {

struct HttpOptions {
  std::uint16_t port = 5462;  // 0: any that is free
  // On every address of this machine, where there is a certificate (PEM).
  std::string certificate, key;
  std::uint16_t tls_port = 5463;
  bool log = false;  // a line per request on standard error, without anything personal

  std::size_t most = 16'384;       // connections; fewer where the system allows fewer files
  std::size_t most_tls = 256;      // of them over the network,
  std::size_t most_per_peer = 64;  // and from one address there
  int head_s = 10;                 // to send a header
  int idle_s = 120;                // between two requests
  int write_s = 30;                // to take an answer
  int drain_s = 5;                 // to finish at the end
};

class HttpServer {
 public:
  // Errors: usage if the port is taken or not allowed; store if the certificate is unsound.
  [[nodiscard]] static Result<std::unique_ptr<HttpServer>> open(const HttpOptions& options);
  ~HttpServer();

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] std::uint16_t tls_port() const;

  // Until a signal or stop(); then drains. True if everybody was done in time.
  [[nodiscard]] bool serve(Site& site);

  // From any thread.
  void stop();
  void post(std::function<void()> job);
  // From the server's thread: to every stream of events; and the end of a device's streams.
  void tell(const std::string& message);
  void hang_up(const std::string& device);

 private:
  class Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace limber::server
