// The same connection over TLS, in a source of its own: the two take a gigabyte each to compile.
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include "faces/server/http_connection.h"
#include "faces/server/http_session.h"

namespace limber::server {
namespace {

namespace ssl = asio::ssl;

class Door final : public TlsDoor {
 public:
  Result<void> open(const HttpOptions& options) {
    error_code off;
    (void)context_.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                                   ssl::context::no_tlsv1_1 | ssl::context::no_compression,
                               off);
    if (!off)
      (void)context_.use_certificate(asio::buffer(options.certificate), ssl::context::pem, off);
    if (!off) (void)context_.use_private_key(asio::buffer(options.key), ssl::context::pem, off);
    if (!off) return {};
    return fail(ErrorKind::store, "the certificate cannot be used: " + off.message(), "",
                "remove limber.tls in the data folder; a new one is then made");
  }

  std::shared_ptr<Connection> connect(tcp::socket socket, Hub& hub) override {
    return std::make_shared<Session<ssl::stream<tcp::socket>>>(hub, std::move(socket), context_);
  }

 private:
  ssl::context context_{ssl::context::tls_server};
};

}  // namespace

Result<std::unique_ptr<TlsDoor>> open_tls(const HttpOptions& options) {
  auto door = std::make_unique<Door>();
  if (auto opened = door->open(options); !opened) return std::unexpected(opened.error());
  return door;
}

}  // namespace limber::server
