// The request path: any bytes as HTTP, from Beast's parser through the gate and the routes to an
// answer. The first byte chooses whether the host is ours and the sender is paired; every request
// gets exactly one answer, whose header no request can end early.
#include <cstdint>
#include <cstdlib>

#include "faces/server/http_head.h"
#include "faces/server/local_site.h"
#include "host/files.h"

namespace {

using namespace limber;
using namespace limber::server;

struct Stage {
  host::ScratchFolder folder = *host::ScratchFolder::make();
  std::unique_ptr<Keeper> keeper = *Keeper::open(folder.path() + "/record", std::nullopt);
  host::SystemClock clock;
  host::SystemEntropy entropy;
  Devices devices{folder.path() + "/limber.devices", clock, entropy};
  Api api{*keeper,
          devices,
          {[](std::function<void()> job) { return job(), true; },
           [](std::function<void()> job) { job(); }, [](const std::string&) {},
           [](const std::string&) {}},
          {}};
  LocalSite site{api, devices, [] {}};
  std::string cookie = *devices.admit(DeviceKind::computer);
};

void check(const Response& response) {
  if (response.status < 200 || response.status > 503) std::abort();
  if (response.headers.find("\r\n\r\n") != std::string::npos) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Stage stage;
  if (size == 0) return 0;
  const auto parser = new_parser();
  std::size_t at = 1;
  boost::system::error_code off;
  // As the server does: first the header, then, if it may come, the body.
  const auto read_on = [&](const auto& done) {
    while (at < size && !off && !done()) {
      const std::size_t used = parser->put(boost::asio::buffer(data + at, size - at), off);
      if (used == 0) return;
      at += used;
    }
  };
  read_on([&] { return parser->is_header_done(); });
  if (off || !parser->is_header_done()) return 0;
  Head head = head_of(*parser);
  head.here = "127.0.0.1:5462";
  head.peer = std::to_string(data[0]);
  if ((data[0] & 1) != 0) head.host = head.here;
  if ((data[0] & 2) != 0) head.cookie = "limber_5462=" + stage.cookie;
  Admission admission = stage.site.admit(head);
  if (admission.refusal) return check(*admission.refusal), 0;
  if (head.has_body) {
    if (parser->content_length().value_or(0) > admission.body_limit) return 0;
    parser->body_limit(admission.body_limit);
    parser->eager(true);
    read_on([&] { return parser->is_done(); });
    if (off || !parser->is_done()) return 0;
    if (parser->get().body().size() > admission.body_limit) std::abort();
  }
  int replies = 0;
  stage.site.answer(head, parser->get().body(), [&](Response response) {
    ++replies;
    check(response);
  });
  if (replies != 1) std::abort();
  return 0;
}
