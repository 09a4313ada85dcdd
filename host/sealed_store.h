// The record on a real machine: one SQLite file of sealed events and the key beside it.
//
// WAL with synchronous=FULL: append() returns after the disk has the events. Each call is one
// short transaction, so several processes can share a record; one Store is for one thread at a
// time. The key always exists before the database, and is destroyed before it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/ports.h"
#include "host/key_file.h"
#include "host/sqlite.h"

namespace limber::host {

struct StoreOptions {
  std::string folder;  // see data_folder()
  std::optional<std::string> passphrase;
  PassphraseCost cost;  // of a passphrase set by lock()
  std::string vfs;      // SQLite's file layer; empty: the system's
  int busy_ms = 5000;   // how long to wait for another process
};

// What became of several requests that were kept together.
struct Group {
  std::vector<Appended> each;         // in their order
  std::int64_t before = 0, last = 0;  // as Listing::last, just before and after them
};

// The store of open_store: it also keeps what many ask for at the same time at the price of one.
class GroupStore : public Store {
 public:
  // One transaction and one flush for all of them: all or nothing, and durable when it returns.
  // An id that comes again in a later request counts there as known, or as a conflict.
  [[nodiscard]] virtual Result<Group> append_each(
      std::span<const std::span<const Event>> requests) = 0;
};

// Opens the record, making an empty one if there is none.
// Errors: refused if a passphrase is needed and not given; store for everything else (no access,
// full disk, damaged, key missing, wrong, cut short or open to others, newer schema). A record
// that is refused is left byte for byte as it was.
[[nodiscard]] Result<std::unique_ptr<GroupStore>> open_store(const StoreOptions& options,
                                                             Entropy& entropy);

// Whether open_store will ask for a passphrase. False where there is no record.
[[nodiscard]] Result<bool> needs_passphrase(const std::string& folder);

// Destroys the key, then the record, also a damaged or locked one. Errors: refused while another
// process has it open.
[[nodiscard]] Result<void> erase_record(const std::string& folder);

// The checks of open_store that need no key and change nothing: readable, ours, not newer.
[[nodiscard]] Result<void> check_untouched(const std::string& database_path);

}  // namespace limber::host
