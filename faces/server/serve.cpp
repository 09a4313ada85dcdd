#include "faces/server/serve.h"

#include "faces/server/api.h"
#include "faces/server/assets.h"
#include "faces/server/certificate.h"
#include "faces/server/desk.h"
#include "faces/server/devices.h"
#include "faces/server/http_server.h"
#include "faces/server/keeper.h"
#include "faces/server/local_site.h"
#include "faces/server/network.h"
#include "faces/server/qr.h"

namespace limber::server {
namespace {

constexpr std::int64_t kOpening_ms = 120'000, kPairing_ms = 600'000;

using Say = std::function<void(const std::string&)>;

void say_phone(const ServeOptions& options, const PhoneDoor& door, Devices& devices,
               const Say& say) {
  const std::string url =
      door.origin + "/?token=" + devices.make_token(DeviceKind::phone, 1, kPairing_ms);
  say("\nTo use it on a phone in the same network, scan this or type the address below. It is "
      "good once,\nfor ten minutes; the settings of the page make another.\n");
  if (options.colours) say(qr_for_terminal(qr_rows(url)));
  say("  " + url +
      "\n\nThe phone will warn, because nobody else vouches for this machine. Go on "
      "only if it shows this\nfingerprint (SHA-256):\n  " +
      door.fingerprint.substr(0, 47) + "\n  " + door.fingerprint.substr(48) +
      "\nBehind such an address a phone's browser keeps nothing for offline use: it needs this "
      "machine running.\nThe static site (see docs/server.md) is the way to have Limber offline on "
      "a phone.\n");
}

}  // namespace

Result<void> serve(const ServeOptions& options, const Say& say) {
  host::SystemClock clock;
  host::SystemEntropy entropy;
  HttpOptions http;
  http.port = options.port;
  http.tls_port = options.tls_port;
  http.log = options.log;
  PhoneDoor door;
  std::vector<std::string> addresses;
  if (options.tls) {
    addresses = addresses_here();
    if (addresses.empty()) {
      return fail(ErrorKind::usage, "this machine is on no network a phone could share", "",
                  "join one, or leave out --tls");
    }
    auto certificate = certificate_in(options.folder, addresses, clock);
    if (!certificate) return std::unexpected(certificate.error());
    http.certificate = certificate->certificate;
    http.key = certificate->key;
    door.fingerprint = certificate->fingerprint;
    door.draw_qr = qr_rows;
  }
  auto server = HttpServer::open(http);
  if (!server) return std::unexpected(server.error());
  if (options.tls) {
    door.origin = "https://" + addresses.front() + ":" + std::to_string((*server)->tls_port());
  }
  auto keeper = Keeper::open(options.folder, options.passphrase);
  if (!keeper) return std::unexpected(keeper.error());
  Devices devices(options.folder + "/limber.devices", clock, entropy);
  Desk desk;
  HttpServer& hub = **server;
  Api api(**keeper, devices,
          {[&desk](std::function<void()> job) { return desk.post(std::move(job)); },
           [&hub](std::function<void()> job) { hub.post(std::move(job)); },
           [&hub](const std::string& message) { hub.tell(message); },
           [&hub](const std::string& device) { hub.hang_up(device); }},
          door);
  LocalSite site(api, devices, [&hub] { hub.tell("event: devices\ndata: {}\n\n"); });

  const std::string home = "http://127.0.0.1:" + std::to_string(hub.port()) + "/?token=";
  say("Limber is at\n  " + home + devices.make_token(DeviceKind::computer, 0, 0) +
      "\nOnly this machine can reach it, and only with this address. Ctrl-C stops it.\n");
  if (!page_built()) {
    say("The page was not built into this program: there is only the record's API. "
        "./dev build makes it.\n");
  }
  if (options.tls) say_phone(options, door, devices, say);
  if (options.open) {
    (void)open_in_browser(home + devices.make_token(DeviceKind::computer, 1, kOpening_ms));
  }
  const bool in_time = hub.serve(site);
  say(in_time ? "Stopped.\n" : "Stopped; some connections were cut.\n");
  return {};
}

}  // namespace limber::server
