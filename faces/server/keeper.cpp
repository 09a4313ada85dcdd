#include "faces/server/keeper.h"

#include <algorithm>
#include <chrono>

#include "faces/server/events_in.h"
#include "faces/server/reply.h"
#include "host/files.h"
#include "host/key_file.h"
#include "host/paths.h"
#include "host/sealed_store.h"
#include "record/exchange.h"
#include "record/kinds.h"

namespace limber::server {
namespace {

constexpr std::size_t kLongestPassphrase = 1024;

std::int64_t steady_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Error locked_error() {
  return {ErrorKind::refused, "the record is locked with a passphrase", "",
          "unlock it with the passphrase first"};
}

// The texts of a small body, and nothing else in it.
Result<std::vector<std::string>> read_texts(std::string_view body,
                                            const std::vector<std::string>& required,
                                            const std::vector<std::string>& optional = {}) {
  const auto json = parse_json(body);
  if (!json) return std::unexpected(json.error());
  if (!json->is_object()) return fail(ErrorKind::input, "the body is a JSON object");
  Reader in(*json, "");
  std::vector<std::string> texts, known = required;
  for (const std::string& name : required) texts.push_back(in.text(name));
  for (const std::string& name : optional) texts.push_back(in.text_or(name, ""));
  known.insert(known.end(), optional.begin(), optional.end());
  in.refuse_unknown(known);
  if (in.error()) return std::unexpected(*in.error());
  for (const std::string& text : texts) {
    if (text.size() > kLongestPassphrase) {
      return fail(ErrorKind::input, "longer than " + std::to_string(kLongestPassphrase) + " bytes");
    }
  }
  return texts;
}

}  // namespace

Json to_json(const Standing& standing) {
  return {{"record", standing.record}, {"last", standing.last}, {"record_id", standing.record_id}};
}

Result<std::unique_ptr<Keeper>> Keeper::open(std::string folder,
                                             std::optional<std::string> passphrase) {
  std::unique_ptr<Keeper> keeper(new Keeper(std::move(folder), std::move(passphrase)));
  auto app =
      App::open(embedded_knowledge(), {nullptr, &keeper->clock_, &keeper->entropy_, nullptr});
  if (!app) return std::unexpected(app.error());
  keeper->app_.emplace(std::move(*app));
  return keeper;
}

bool Keeper::there() const {
  return host::file_exists(host::record_file(folder_));
}

void Keeper::close() {
  app_->core().ports.store = nullptr;
  replay_.reset();
  store_.reset();
  last_ = 0;
}

Result<void> Keeper::open_with(std::optional<std::string> passphrase) {
  host::StoreOptions options;
  options.folder = folder_;
  options.passphrase = std::move(passphrase);
  auto store = host::open_store(options, entropy_);
  if (!store) return std::unexpected(store.error());
  store_ = std::move(*store);
  app_->core().ports.store = store_.get();
  replay_.emplace(app_->core());
  last_ = 0;
  auto caught = catch_up();
  if (!caught) close();
  return caught;
}

Result<void> Keeper::ready(bool make) {
  if (store_ != nullptr) return {};
  if (!make && !there()) return fail(ErrorKind::not_found, "there is no record yet");
  const auto needed = host::needs_passphrase(folder_);
  if (!needed) return std::unexpected(needed.error());
  if (*needed && !passphrase_) return std::unexpected(locked_error());
  return open_with(*needed ? passphrase_ : std::nullopt);
}

Result<void> Keeper::catch_up() {
  const auto listing = store_->list(last_);
  if (!listing) return std::unexpected(listing.error());
  replay_->learn(listing->events);
  last_ = listing->last;
  return {};
}

Standing Keeper::look() {
  Standing now;
  const auto opened = ready(false);
  if (opened && catch_up()) return {"open", last_, store_->device()};
  if (opened) {
    now.record = "broken";
  } else if (opened.error().kind == ErrorKind::refused) {
    now.record = "locked";
  } else if (opened.error().kind != ErrorKind::not_found) {
    now.record = "broken";
  }
  return now;
}

Result<Json> Keeper::about() {
  const auto answer = parse_json(app_->call("about"));
  if (!answer) return std::unexpected(answer.error());
  Json about = Reader(*answer, "").object("ok");
  about["record"] = look().record;
  const auto needed = host::needs_passphrase(folder_);
  about["passphrase"] = needed && *needed;
  return about;
}

Response Keeper::not_ready(const Error& error) {
  if (error.kind == ErrorKind::refused) return failure(423, error);
  return failure(error);
}

Response Keeper::list(std::int64_t since) {
  if (const auto opened = ready(false); !opened) {
    if (opened.error().kind != ErrorKind::not_found) return not_ready(opened.error());
    return ok_text(R"({"events":[],"last":0,"record_id":""})");
  }
  const auto listing = store_->list(since);
  if (!listing) return failure(listing.error());
  std::string text = "{\"events\":[";
  for (const Event& event : listing->events) {
    if (text.back() != '[') text += ',';
    text += event_text(event);
  }
  text += "],\"last\":" + std::to_string(listing->last) + ",\"record_id\":\"" + store_->device() +
          "\"}";
  return ok_text(text);
}

Response Keeper::kept(const Appended& appended) {
  return ok(Json{{"added", appended.added},
                 {"known", appended.known},
                 {"conflicts", appended.conflicts},
                 {"last", last_},
                 {"record_id", store_->device()}});
}

std::optional<Response> Keeper::refusal_of(const std::vector<Event>& events) {
  const bool agreed = std::any_of(events.begin(), events.end(),
                                  [](const Event& event) { return event.kind == kinds::kConsent; });
  const bool begin = store_ == nullptr && !there();
  if (begin && !agreed) {
    return failure({ErrorKind::refused, "nothing is kept before a person has agreed to it",
                    "/events", "begin a new record with a consent event"});
  }
  // Checked before a record is made: what is refused must not leave an empty one behind.
  if (begin) {
    if (auto fine = Replay(app_->core()).check(events); !fine) return failure(fine.error());
  }
  if (const auto opened = ready(begin); !opened) return not_ready(opened.error());
  if (auto fine = replay_->check(events); !fine) return failure(fine.error());
  return std::nullopt;
}

std::vector<Response> Keeper::append(std::span<const std::string> bodies) {
  std::vector<Response> answers(bodies.size());
  std::vector<Taken> taken;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    auto events = read_events(bodies[i]);
    if (!events) {
      answers[i] = failure(events.error());
    } else if (auto refusal = refusal_of(*events)) {
      answers[i] = std::move(*refusal);
    } else {
      replay_->learn(*events);  // what comes after it may build on it
      taken.push_back({i, std::move(*events)});
    }
  }
  if (!taken.empty()) keep(taken, answers);
  return answers;
}

void Keeper::keep(std::span<const Taken> taken, std::vector<Response>& answers) {
  std::vector<std::span<const Event>> requests;
  for (const Taken& each : taken) requests.emplace_back(each.events);
  const auto group = store_->append_each(requests);
  if (!group) {
    for (const Taken& each : taken) answers[each.place] = failure(group.error());
    return learn_anew();
  }
  // Another program may have added to the record meanwhile.
  Result<void> caught;
  if (group->before == last_) {
    last_ = group->last;
  } else {
    caught = catch_up();
  }
  for (std::size_t i = 0; i < taken.size(); ++i) {
    answers[taken[i].place] = caught ? kept(group->each[i]) : failure(caught.error());
  }
}

void Keeper::learn_anew() {
  replay_.emplace(app_->core());
  last_ = 0;
  if (!catch_up()) close();
}

Response Keeper::export_all() {
  if (const auto opened = ready(false); !opened) return not_ready(opened.error());
  const auto listing = store_->list();
  if (!listing) return failure(listing.error());
  const std::int64_t now = clock_.now_ms();
  const std::int32_t offset = clock_.offset_min(now);
  Response response;
  response.headers =
      "Content-Type: application/json\r\nCache-Control: no-store\r\n"
      "Content-Disposition: attachment; filename=\"limber-" +
      day_text(local_day(now, offset)) + ".json\"\r\n";
  write_export(listing->events, store_->device(), {now, offset},
               [&response](std::string_view piece) { response.body += piece; });
  return response;
}

Response Keeper::import_all(const std::string& document) {
  const auto events = read_export(document);
  if (!events) return failure(events.error());
  if (const auto opened = ready(true); !opened) return not_ready(opened.error());
  const auto appended = store_->append(*events);
  if (!appended) return failure(appended.error());
  if (const auto caught = catch_up(); !caught) return failure(caught.error());
  return kept(*appended);
}

Response Keeper::state() {
  const Standing now = look();
  const auto needed = host::needs_passphrase(folder_);
  return ok(Json{{"record", now.record}, {"passphrase", needed && *needed}});
}

Response Keeper::unlock(std::string_view body) {
  const auto texts = read_texts(body, {"passphrase"});
  if (!texts) return failure(texts.error());
  const auto needed = host::needs_passphrase(folder_);
  if (!needed) return failure(needed.error());
  if (store_ != nullptr || !there() || !*needed) return state();
  if (const int wait = guesses_.wait_s(steady_ms()); wait > 0) {
    return failure(429, {ErrorKind::refused, "too many tries", "", "wait a little"}, wait);
  }
  const auto opened = open_with(texts->front());
  if (opened) {
    guesses_.right();
    return state();
  }
  // What is off with the key file, other than the record, is the passphrase.
  if (opened.error().where != host::key_file(folder_)) return failure(opened.error());
  guesses_.wrong(steady_ms());
  return failure(403, {ErrorKind::refused, opened.error().message, "/passphrase",
                       "check the keyboard and try again; nobody can reset it"});
}

Response Keeper::lock() {
  const auto needed = host::needs_passphrase(folder_);
  if (!needed) return failure(needed.error());
  if (!*needed) {
    return failure({ErrorKind::refused, "the record has no passphrase", "",
                    "set one first; without it there is nothing to lock with"});
  }
  passphrase_.reset();
  close();
  return state();
}

std::optional<Response> Keeper::guess(const std::string& passphrase) {
  if (const int wait = guesses_.wait_s(steady_ms()); wait > 0) {
    return failure(429, {ErrorKind::refused, "too many tries", "", "wait a little"}, wait);
  }
  const std::string path = host::key_file(folder_);
  const auto file = host::read_key_file(path);
  if (!file) return failure(file.error());
  if (!*file || !(*file)->locked()) return std::nullopt;
  if (host::open_key(**file, passphrase, path)) {
    guesses_.right();
    return std::nullopt;
  }
  guesses_.wrong(steady_ms());
  return failure(403, {ErrorKind::refused, "this is not the passphrase until now", "/now",
                       "check the keyboard and try again"});
}

Response Keeper::set_passphrase(std::string_view body) {
  const auto texts = read_texts(body, {"passphrase"}, {"now"});
  if (!texts) return failure(texts.error());
  if (const auto opened = ready(false); !opened) return not_ready(opened.error());
  if (auto wrong = guess(texts->back())) return std::move(*wrong);
  if (auto locked = store_->lock(texts->front()); !locked) return failure(locked.error());
  passphrase_.reset();
  return state();
}

Response Keeper::remove_passphrase(std::string_view body) {
  const auto texts = read_texts(body, {"now"});
  if (!texts) return failure(texts.error());
  if (const auto opened = ready(false); !opened) return not_ready(opened.error());
  if (auto wrong = guess(texts->front())) return std::move(*wrong);
  if (auto unlocked = store_->unlock(); !unlocked) return failure(unlocked.error());
  return state();
}

Response Keeper::erase(std::string_view body) {
  const auto texts = read_texts(body, {"confirm"});
  if (!texts) return failure(texts.error());
  if (texts->front() != "erase") {
    return failure({ErrorKind::input, "confirm must be \"erase\"", "/confirm", ""});
  }
  close();
  if (const auto erased = host::erase_record(folder_); !erased) return failure(erased.error());
  return state();
}

}  // namespace limber::server
