#include "faces/server/api.h"

#include <algorithm>
#include <chrono>

#include "faces/server/gate.h"
#include "faces/server/reply.h"

namespace limber::server {
namespace {

constexpr std::uint64_t kSmall = 4096, kEvents = 4u << 20, kDocument = 64u << 20;
constexpr std::int64_t kPairing_ms = 600'000;

std::int64_t steady_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

enum class What : std::uint8_t {
  health,
  about,
  list,
  append,
  changes,
  export_all,
  import_all,
  unlock,
  lock,
  set_passphrase,
  remove_passphrase,
  erase,
  devices,
  revoke,
  pair,
};

std::string message(std::string_view event, const Json& data) {
  return "event: " + std::string(event) + "\ndata: " + print_json(data) + "\n\n";
}

std::string_view method_id(Method method) {
  constexpr std::string_view kIds[] = {"GET", "HEAD", "POST", "PUT", "DELETE", ""};
  return kIds[static_cast<std::size_t>(method)];
}

}  // namespace

struct Api::Route {
  Method method;
  std::string_view path;  // after /api/v1; "*" at the end: one more piece
  What what;
  std::uint64_t body = 0;  // the largest
  std::string_view query = "";
};

namespace {

constexpr Api::Route kRoutes[] = {
    {Method::get, "/api/v1/health", What::health},
    {Method::get, "/api/v1/about", What::about},
    {Method::get, "/api/v1/events", What::list, 0, "since"},
    {Method::post, "/api/v1/events", What::append, kEvents},
    {Method::get, "/api/v1/changes", What::changes},
    {Method::get, "/api/v1/export", What::export_all},
    {Method::post, "/api/v1/import", What::import_all, kDocument},
    {Method::post, "/api/v1/unlock", What::unlock, kSmall},
    {Method::post, "/api/v1/lock", What::lock},
    {Method::put, "/api/v1/passphrase", What::set_passphrase, kSmall},
    {Method::del, "/api/v1/passphrase", What::remove_passphrase, kSmall},
    {Method::del, "/api/v1/record", What::erase, kSmall},
    {Method::get, "/api/v1/devices", What::devices},
    {Method::del, "/api/v1/devices/*", What::revoke},
    {Method::post, "/api/v1/pairing", What::pair},
};

bool matches(std::string_view pattern, std::string_view path) {
  if (!pattern.ends_with('*')) return pattern == path;
  pattern.remove_suffix(1);
  return path.starts_with(pattern) && path.size() > pattern.size() &&
         path.find('/', pattern.size()) == path.npos;
}

const Api::Route* find_route(Method method, std::string_view path) {
  for (const Api::Route& route : kRoutes) {
    if (route.method == method && matches(route.path, path)) return &route;
  }
  return nullptr;
}

// "GET, POST": what the path takes; empty for a path that is none.
std::string allowed(std::string_view path) {
  std::string all;
  for (const Api::Route& route : kRoutes) {
    if (!matches(route.path, path)) continue;
    if (!all.empty()) all += ", ";
    all += method_id(route.method);
  }
  return all;
}

Admission refuse(int status, const Error& error, std::string_view route = "api") {
  Response response = failure(status, error);
  response.route = route;
  return {std::move(response), 0};
}

}  // namespace

Api::Api(Keeper& keeper, Devices& devices, Backstage backstage, PhoneDoor door)
    : keeper_(keeper),
      devices_(devices),
      backstage_(std::move(backstage)),
      door_(std::move(door)),
      requests_({200, 2000}) {}

Admission Api::admit(const Head& head, const Target& target) {
  const Route* route = find_route(head.method, target.path);
  if (route == nullptr) {
    const std::string methods = allowed(target.path);
    if (methods.empty()) {
      return refuse(404, {ErrorKind::not_found, "there is nothing at this path", "",
                          "docs/openapi.yaml lists what there is"});
    }
    Admission off = refuse(405, {ErrorKind::usage, "this path takes " + methods, "", ""});
    off.refusal->headers += "Allow: " + methods + "\r\n";
    return off;
  }
  const Device* device = devices_.find(cookie_of(head));
  const bool public_too = route->what == What::health;
  if (device == nullptr && !public_too) {
    return refuse(401,
                  {ErrorKind::refused, "this browser is not paired", "",
                   "open the address that limber serve shows"},
                  route->path);
  }
  if (!requests_.take(device == nullptr ? "from " + head.peer : device->id, steady_ms())) {
    return refuse(429, {ErrorKind::refused, "too many requests", "", "wait a second"}, route->path);
  }
  for (const auto& [name, value] : target.query) {
    if (name != route->query) {
      return refuse(400, {ErrorKind::usage, "this path has no such parameter", name, ""},
                    route->path);
    }
  }
  if (route->body == 0 && head.has_body) {
    return refuse(413, {ErrorKind::usage, "this path takes no body", "", ""}, route->path);
  }
  if (route->body > 0 && !is_json(head.content_type)) {
    return refuse(415, {ErrorKind::usage, "the body must be application/json", "Content-Type", ""},
                  route->path);
  }
  return {std::nullopt, route->body};
}

void Api::answer(const Head& head, const Target& target, std::string body, Reply reply) {
  const Route* route = find_route(head.method, target.path);
  const Device* device = devices_.find(cookie_of(head));
  if (route->what != What::health && device == nullptr) {  // revoked while the body came
    return reply(failure(401, {ErrorKind::refused, "this browser is not paired", "", ""}));
  }
  switch (route->what) {
    case What::health:
      return health(head, reply);
    case What::about:
      return about(*device, reply);
    case What::changes:
      return changes(*device, reply);
    case What::devices:
      return devices(*device, reply);
    case What::revoke:
      return revoke(std::string_view(target.path).substr(target.path.rfind('/') + 1), reply);
    case What::pair:
      return pair(reply);
    case What::append:
      return append(std::move(body), std::move(reply));
    default:
      break;
  }
  std::int64_t since = 0;
  if (const auto asked = target.query.find("since"); asked != target.query.end()) {
    const auto count = parse_count(asked->second);
    if (!count) {
      return reply(failure({ErrorKind::input, "since is a whole number, 0 or more", "since", ""}));
    }
    since = *count;
  }
  const What what = route->what;
  at_desk(
      [what, since, body = std::move(body)](Keeper& keeper) {
        switch (what) {
          case What::list:
            return keeper.list(since);
          case What::export_all:
            return keeper.export_all();
          case What::import_all:
            return keeper.import_all(body);
          case What::unlock:
            return keeper.unlock(body);
          case What::lock:
            return keeper.lock();
          case What::set_passphrase:
            return keeper.set_passphrase(body);
          case What::remove_passphrase:
            return keeper.remove_passphrase(body);
          default:
            return keeper.erase(body);
        }
      },
      route->path, reply);
}

void Api::at_desk(std::function<Response(Keeper&)> job, std::string_view route,
                  const Reply& reply) {
  const bool taken = backstage_.on_desk([this, job = std::move(job), route, reply] {
    Response response = job(keeper_);
    response.route = route;
    // Looking is cheap: only what is new is read.
    Standing now = streams_ > 0 ? keeper_.look() : Standing{};
    backstage_.on_server([this, reply, response = std::move(response), now = std::move(now)] {
      reply(response);
      if (streams_ > 0) tell_if_new(now);
    });
  });
  if (!taken) {
    reply(failure(503, {ErrorKind::store, "too much is waiting to be written", "", "try again"}));
  }
}

void Api::append(std::string body, Reply reply) {
  std::vector<Append> turned_away;
  bool first = false;
  {
    const std::lock_guard lock(appends_mutex_);
    first = appends_.empty();
    std::vector<Append>& place = appends_.size() < kMostAppends ? appends_ : turned_away;
    place.push_back({std::move(body), std::move(reply)});
  }
  if (first && !backstage_.on_desk([this] { keep_waiting_appends(); })) {
    const std::lock_guard lock(appends_mutex_);
    turned_away.swap(appends_);
  }
  for (const Append& each : turned_away) {
    each.reply(
        failure(503, {ErrorKind::store, "too much is waiting to be written", "", "try again"}));
  }
}

// At the desk.
void Api::keep_waiting_appends() {
  std::vector<Append> all;
  {
    const std::lock_guard lock(appends_mutex_);
    all.swap(appends_);
  }
  std::vector<std::string> bodies;
  std::vector<Reply> replies;
  for (Append& each : all) {
    bodies.push_back(std::move(each.body));
    replies.push_back(std::move(each.reply));
  }
  std::vector<Response> responses = keeper_.append(bodies);
  const Standing now = streams_ > 0 ? keeper_.look() : Standing{};
  backstage_.on_server(
      [this, replies = std::move(replies), responses = std::move(responses), now]() mutable {
        for (std::size_t i = 0; i < replies.size(); ++i) {
          responses[i].route = "/api/v1/events";
          replies[i](std::move(responses[i]));
        }
        if (streams_ > 0) tell_if_new(now);
      });
}

void Api::tell_if_new(const Standing& now) {
  if (now == told_) return;
  told_ = now;
  backstage_.tell(message("record", to_json(now)));
}

void Api::tick(std::size_t streams) {
  streams_ = streams;
  if (streams == 0 || looking_) return;
  looking_ = backstage_.on_desk([this] {
    Standing now = keeper_.look();
    backstage_.on_server([this, now = std::move(now)] {
      looking_ = false;
      tell_if_new(now);
    });
  });
}

void Api::health(const Head& head, const Reply& reply) {
  Response response = ok(Json{{"name", "limber"},
                              {"version", version()},
                              {"api", 1},
                              {"paired", devices_.find(cookie_of(head)) != nullptr}});
  response.route = "/api/v1/health";
  reply(std::move(response));
}

void Api::about(const Device& device, const Reply& reply) {
  const bool phones = !door_.origin.empty();
  at_desk(
      [id = device.id, phones](Keeper& keeper) {
        auto about = keeper.about();
        if (!about) return failure(about.error());
        (*about)["this_device"] = id;
        (*about)["phones"] = phones;
        return ok(*about);
      },
      "/api/v1/about", reply);
}

void Api::changes(const Device& device, const Reply& reply) {
  if (streams_ >= kMostStreams) {
    return reply(failure(
        429, {ErrorKind::refused, "too many open streams", "", "let one tab listen for all"}, 5));
  }
  ++streams_;  // until the next tick counts them
  const bool taken = backstage_.on_desk([this, id = device.id, reply] {
    const Standing now = keeper_.look();
    backstage_.on_server([this, id, reply, now] {
      Response response;
      response.headers = "Content-Type: text/event-stream\r\nCache-Control: no-store\r\n";
      response.body = "retry: 2000\n" + message("record", to_json(now));
      response.route = "/api/v1/changes";
      response.stream_of = id;
      reply(std::move(response));
      tell_if_new(now);
    });
  });
  if (!taken) reply(failure(503, {ErrorKind::store, "too much is waiting", "", "try again"}));
}

void Api::devices(const Device& device, const Reply& reply) {
  Json list = Json::array();
  std::vector<Device> all = devices_.all();
  std::reverse(all.begin(), all.end());
  for (const Device& each : all) {
    list.push_back({{"id", each.id},
                    {"kind", kind_id(each.kind)},
                    {"since", day_text(each.since)},
                    {"seen", day_text(each.seen)},
                    {"this", each.id == device.id}});
  }
  Response response = ok(Json{{"devices", std::move(list)}});
  response.route = "/api/v1/devices";
  reply(std::move(response));
}

void Api::revoke(std::string_view id, const Reply& reply) {
  const std::string name(id);
  const auto revoked = devices_.revoke(name);
  Response response;
  if (!revoked) {
    response = failure(revoked.error());
  } else if (!*revoked) {
    response = failure({ErrorKind::not_found, "there is no such device", "", ""});
  } else {
    response = ok(Json{{"revoked", name}});
  }
  response.route = "/api/v1/devices/*";
  const bool gone = response.status == 200;
  reply(std::move(response));
  if (gone) {
    backstage_.hang_up(name);
    backstage_.tell(message("devices", Json::object()));
  }
}

void Api::pair(const Reply& reply) {
  Response response;
  if (door_.origin.empty()) {
    response = failure({ErrorKind::refused, "phones cannot reach this server", "",
                        "start it with limber serve --tls"});
  } else {
    const std::string url =
        door_.origin + "/?token=" + devices_.make_token(DeviceKind::phone, 1, kPairing_ms);
    response = ok(Json{{"url", url},
                       {"minutes", kPairing_ms / 60'000},
                       {"fingerprint", door_.fingerprint},
                       {"qr", door_.draw_qr(url)}});
  }
  response.route = "/api/v1/pairing";
  reply(std::move(response));
}

}  // namespace limber::server
