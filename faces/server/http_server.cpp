#include "faces/server/http_server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdio>
#include <ctime>

#include "faces/server/http_connection.h"
#include "faces/server/http_session.h"

namespace limber::server {
namespace {

using namespace std::chrono_literals;

// As many files as the system lets us have; some are kept for the record and the terminal.
std::size_t room_for_connections(std::size_t wanted) {
  constexpr rlim_t kOwn = 64;
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return std::min<std::size_t>(wanted, 512);
  if (limit.rlim_cur < wanted + kOwn) {
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted + kOwn);
    (void)setrlimit(RLIMIT_NOFILE, &limit);
    (void)getrlimit(RLIMIT_NOFILE, &limit);
  }
  return std::min<std::size_t>(wanted, limit.rlim_cur > kOwn * 2 ? limit.rlim_cur - kOwn : kOwn);
}

std::string date_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[64];
  const std::size_t length = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc);
  return {text, length};
}

Result<void> listen_at(tcp::acceptor& acceptor, const tcp::endpoint& where) {
  error_code off;
  (void)acceptor.open(where.protocol(), off);
  if (!off) (void)acceptor.set_option(asio::socket_base::reuse_address(true), off);
  if (!off) (void)acceptor.bind(where, off);
  if (!off) (void)acceptor.listen(4096, off);
  if (!off) return {};
  const std::string port = std::to_string(where.port());
  if (off == asio::error::address_in_use) {
    return fail(ErrorKind::usage, "port " + port + " is taken", "",
                "perhaps Limber is served already; else choose another with --port");
  }
  return fail(ErrorKind::usage, "port " + port + " cannot be used: " + off.message(), "",
              "choose another with --port");
}

}  // namespace

void log_request(const Hub& hub, Method method, const Response& response, Instant since) {
  if (!hub.options.log) return;
  constexpr const char* kMethods[] = {"GET", "HEAD", "POST", "PUT", "DELETE", "?"};
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - since;
  const std::string route(response.route.empty() ? "api" : response.route);
  std::fprintf(stderr, "%02d:%02d:%02d %s %s %d %.1f ms\n", local.tm_hour, local.tm_min,
               local.tm_sec, kMethods[static_cast<std::size_t>(method)], route.c_str(),
               response.status, took.count());
}

std::string response_head(const Hub& hub, const Response& response, bool close) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + " ";
  text.append(reason(response.status)).append("\r\nDate: ").append(hub.date).append("\r\n");
  text.append(kSecurityHeaders).append(response.headers);
  if (response.stream_of.empty() && response.status != 304) {
    const std::size_t length =
        response.lasting.empty() ? response.body.size() : response.lasting.size();
    text.append("Content-Length: ").append(std::to_string(length)).append("\r\n");
  }
  text.append(close ? "Connection: close\r\n\r\n" : "\r\n");
  return text;
}

// Connections refer to the hub until the very last of them is gone with `io`.
class HttpServer::Impl {
 public:
  explicit Impl(const HttpOptions& options) {
    hub_.options = options;
    hub_.options.most = room_for_connections(options.most);
    hub_.date = date_now();
  }

  Result<void> open() {
    const auto& options = hub_.options;
    if (auto up = listen_at(plain_, {asio::ip::address_v4::loopback(), options.port}); !up) {
      return up;
    }
    if (options.certificate.empty()) return {};
    auto door = open_tls(options);
    if (!door) return std::unexpected(door.error());
    door_ = std::move(*door);
    return listen_at(tls_, {asio::ip::address_v4::any(), options.tls_port});
  }

  bool serve(Site& site) {
    hub_.site = &site;
    signals_.async_wait([this](error_code off, int) {
      if (!off) drain();
    });
    accept_plain();
    if (tls_.is_open()) accept_tls();
    sweep();
    io_.run();
    return in_time_;
  }

  void drain() {
    if (hub_.draining) return io_.stop();  // asked for twice: at once
    hub_.draining = true;
    error_code ignored;
    (void)plain_.close(ignored);
    (void)tls_.close(ignored);
    // A second signal, or the end of patience.
    signals_.async_wait([this](error_code off, int) {
      if (!off) io_.stop();
    });
    patience_.expires_after(std::chrono::seconds(hub_.options.drain_s));
    patience_.async_wait([this](error_code off) {
      if (off) return;
      in_time_ = hub_.connections.empty();
      io_.stop();
    });
    tell("event: bye\ndata: {}\n\n");
    each([](Connection& connection) { connection.finish(); });
    look_whether_done();
  }

  void tell(const std::string& message) {
    each([&message](Connection& connection) {
      if (!connection.device.empty()) connection.tell(message);
    });
  }

  void hang_up(const std::string& device) {
    each([&device](Connection& connection) {
      if (connection.device == device) connection.close();
    });
  }

  asio::io_context& io() { return io_; }
  const tcp::acceptor& plain() const { return plain_; }
  const tcp::acceptor& tls() const { return tls_; }

 private:
  // Closing a connection does not remove it at once, but a callback might add one.
  template <class Do>
  void each(Do what) {
    for (auto at = hub_.connections.begin(); at != hub_.connections.end();) {
      Connection& connection = **at++;
      what(connection);
    }
  }

  void accept_plain() {
    plain_.async_accept([this](error_code off, tcp::socket socket) {
      if (hub_.draining) return;
      if (!off) {
        make_room();
        if (hub_.connections.size() < hub_.options.most) {
          std::make_shared<Session<tcp::socket>>(hub_, std::move(socket))->start();
        }
      } else {
        make_room();
        return after_a_while([this] { accept_plain(); });
      }
      accept_plain();
    });
  }

  void accept_tls() {
    tls_.async_accept([this](error_code off, tcp::socket socket) {
      if (hub_.draining) return;
      if (off) return after_a_while([this] { accept_tls(); });
      error_code unknown;
      const auto peer = socket.remote_endpoint(unknown).address().to_string();
      std::size_t all = 0, theirs = 0;
      each([&](const Connection& connection) {
        all += connection.secure ? 1 : 0;
        theirs += connection.secure && connection.peer == peer ? 1 : 0;
      });
      if (!unknown && all < hub_.options.most_tls && theirs < hub_.options.most_per_peer) {
        door_->connect(std::move(socket), hub_)->start();
      }
      accept_tls();
    });
  }

  // Out of files: waiting is better than spinning.
  void after_a_while(std::function<void()> again) {
    pause_.expires_after(50ms);
    pause_.async_wait([again = std::move(again)](error_code off) {
      if (!off) again();
    });
  }

  // Too many: the one that has been idle the longest goes, for the new one.
  void make_room() {
    if (hub_.connections.size() + 1 < hub_.options.most) return;
    Connection* longest = nullptr;
    each([&longest](Connection& connection) {
      if (connection.phase != Phase::idle) return;
      if (longest == nullptr || connection.deadline < longest->deadline) longest = &connection;
    });
    if (longest != nullptr) longest->close();
  }

  void sweep() {
    hub_.date = date_now();
    const Instant now = std::chrono::steady_clock::now();
    each([now](Connection& connection) {
      if (connection.deadline <= now) connection.expire();
    });
    if (++sweeps_ % 15 == 0) tell(":\n\n");
    if (!hub_.draining) hub_.site->tick(hub_.streams);
    timer_.expires_after(1s);
    timer_.async_wait([this](error_code off) {
      if (!off) sweep();
    });
  }

  void look_whether_done() {
    if (hub_.connections.empty()) return io_.stop();
    done_.expires_after(10ms);
    done_.async_wait([this](error_code off) {
      if (!off) look_whether_done();
    });
  }

  Hub hub_;
  std::unique_ptr<TlsDoor> door_;
  asio::io_context io_{1};
  tcp::acceptor plain_{io_}, tls_{io_};
  asio::signal_set signals_{io_, SIGTERM, SIGINT};
  asio::steady_timer timer_{io_}, patience_{io_}, pause_{io_}, done_{io_};
  unsigned sweeps_ = 0;
  bool in_time_ = true;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::open(const HttpOptions& options) {
  auto impl = std::make_unique<Impl>(options);
  if (auto up = impl->open(); !up) return std::unexpected(up.error());
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

std::uint16_t HttpServer::port() const {
  error_code ignored;
  return impl_->plain().local_endpoint(ignored).port();
}

std::uint16_t HttpServer::tls_port() const {
  error_code ignored;
  return impl_->tls().local_endpoint(ignored).port();
}

bool HttpServer::serve(Site& site) {
  return impl_->serve(site);
}

void HttpServer::stop() {
  asio::post(impl_->io(), [this] { impl_->drain(); });
}

void HttpServer::post(std::function<void()> job) {
  asio::post(impl_->io(), std::move(job));
}

void HttpServer::tell(const std::string& message) {
  impl_->tell(message);
}

void HttpServer::hang_up(const std::string& device) {
  impl_->hang_up(device);
}

}  // namespace limber::server
