// The record as the server keeps it: open, locked, or not there yet.
//
// Everything here may take its time (a disk that flushes, a key that is derived), so it runs on a
// thread of its own (desk.h), one call after the other, and its answers are handed back. The record
// is opened when it is first needed and made only when a person has agreed (a `consent` among the
// events) or imports one. Other programs may add to it meanwhile; look() notices.
#pragma once

#include <limber/app.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/replay.h"
#include "faces/server/message.h"
#include "faces/server/rates.h"
#include "host/sealed_store.h"
#include "host/system_clock.h"
#include "host/system_entropy.h"

namespace limber::server {

// How the record stands; what a stream of changes tells.
struct Standing {
  std::string record = "none";  // none | open | locked | broken
  std::int64_t last = 0;
  std::string record_id;
  bool operator==(const Standing&) const = default;
};
[[nodiscard]] Json to_json(const Standing& standing);

class Keeper {
 public:
  // `passphrase`: opens a locked record without asking. Errors: input, if the knowledge is unsound.
  [[nodiscard]] static Result<std::unique_ptr<Keeper>> open(std::string folder,
                                                            std::optional<std::string> passphrase);

  // What is new since the last look, from whichever program.
  [[nodiscard]] Standing look();
  [[nodiscard]] Result<Json> about();

  [[nodiscard]] Response list(std::int64_t since);
  // Many requests at once: one transaction and one flush for all that are sound. One answer each,
  // in their order; what is wrong with one is nothing to the others.
  [[nodiscard]] std::vector<Response> append(std::span<const std::string> bodies);
  [[nodiscard]] Response export_all();
  [[nodiscard]] Response import_all(const std::string& document);
  [[nodiscard]] Response unlock(std::string_view body);
  [[nodiscard]] Response lock();
  [[nodiscard]] Response set_passphrase(std::string_view body);
  [[nodiscard]] Response remove_passphrase(std::string_view body);
  [[nodiscard]] Response erase(std::string_view body);

 private:
  Keeper(std::string folder, std::optional<std::string> passphrase)
      : folder_(std::move(folder)), passphrase_(std::move(passphrase)) {}

  // Opens the record if that needs nobody. `make`: also where there is none.
  [[nodiscard]] Result<void> ready(bool make);
  [[nodiscard]] Result<void> open_with(std::optional<std::string> passphrase);
  void close();
  [[nodiscard]] bool there() const;
  [[nodiscard]] Result<void> catch_up();
  [[nodiscard]] Response not_ready(const Error& error);
  // Why these events cannot be kept; nothing if they can.
  [[nodiscard]] std::optional<Response> refusal_of(const std::vector<Event>& events);
  struct Taken {
    std::size_t place = 0;  // among the answers
    std::vector<Event> events;
  };
  void keep(std::span<const Taken> taken, std::vector<Response>& answers);
  // Learns anew what the record holds, after something that was learned could not be kept.
  void learn_anew();
  [[nodiscard]] Response state();
  // Nothing if the passphrase is right, else the refusal; counts wrong ones.
  [[nodiscard]] std::optional<Response> guess(const std::string& passphrase);
  [[nodiscard]] Response kept(const Appended& appended);

  std::string folder_;
  std::optional<std::string> passphrase_;
  host::SystemClock clock_;
  host::SystemEntropy entropy_;
  std::optional<App> app_;
  std::unique_ptr<host::GroupStore> store_;
  std::optional<Replay> replay_;
  std::int64_t last_ = 0;
  Guesses guesses_;
};

}  // namespace limber::server
