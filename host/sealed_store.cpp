// Invariants:
//  1. No database without a key: the key file is made first, exclusively, and flushed.
//  2. Nothing is written to a file before it is known to be ours and not newer.
//  3. A row is never updated or deleted (triggers in the schema hold this too).
//  4. An event is acknowledged only after the commit that holds it.
//  5. Every event handed out was opened with our key: none is skipped, none is guessed.
#include "host/sealed_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

#include "host/files.h"
#include "host/paths.h"
#include "host/schema.h"
#include "record/event_check.h"

namespace limber::host {
namespace {

constexpr std::int64_t kLeftoverAge_s = 60;

Result<Database> open_database(const std::string& path, const StoreOptions& options) {
  // SQLite gives its log and shared memory the rights of the database file.
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0 && errno != EEXIST) return std::unexpected(file_error("open", path));
  if (file >= 0) {
    ::close(file);
    if (auto flushed = flush_folder(options.folder); !flushed) {
      return std::unexpected(flushed.error());
    }
  }
  auto database = Database::open(path, {.vfs = options.vfs, .busy_ms = options.busy_ms});
  if (!database) return database;

  // The header lags behind the log, so ask again now, all three from one moment; a refused record
  // keeps its log as it is.
  database->keep_log_on_close(true);
  if (auto begun = database->run("BEGIN"); !begun) return std::unexpected(begun.error());
  const auto version = database->number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  const auto application = database->number("PRAGMA application_id");
  if (!application) return std::unexpected(application.error());
  const auto tables = database->number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return std::unexpected(tables.error());
  if (auto done = database->run("COMMIT"); !done) return std::unexpected(done.error());
  const bool fresh = *version == 0 && *application == 0 && *tables == 0;
  if (!fresh && *application != kApplicationId) return std::unexpected(foreign_record(path));
  if (*version > static_cast<std::int64_t>(migrations().size())) {
    return std::unexpected(newer_record(path));
  }
  database->keep_log_on_close(false);
  return database;
}

// Two processes that make the same new record both want to change its journal mode; SQLite turns
// one away at once instead of waiting, because waiting could be a deadlock. So we wait here.
Result<std::string> to_log_mode(Database& database, int busy_ms) {
  using namespace std::chrono;
  const auto deadline = steady_clock::now() + milliseconds(busy_ms);
  while (true) {
    auto mode = database.text("PRAGMA journal_mode = WAL");
    if (mode || !database.busy() || steady_clock::now() >= deadline) return mode;
    std::this_thread::sleep_for(milliseconds(5));
  }
}

Result<void> prepare(Database& database, int busy_ms) {
  const auto mode = to_log_mode(database, busy_ms);
  if (!mode) return std::unexpected(mode.error());
  if (*mode != "wal") {
    return fail(ErrorKind::store, "this disk cannot keep a safe log", database.path(),
                "choose a folder on a local disk with --data DIR");
  }
  if (auto set = database.run("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                              "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
      !set) {
    return set;
  }
  return migrate(database, migrations());
}

// Reads an entry of `about`, or files `fresh` under that name if there is none yet.
Result<std::string> about(Database& database, const std::string& name, const std::string& fresh) {
  auto read = database.prepare("SELECT value FROM about WHERE name = ?1");
  if (!read) return std::unexpected(read.error());
  for (int attempt = 0; attempt < 2; ++attempt) {
    read->bind(1, std::string_view(name));
    auto row = read->step();
    if (!row) return std::unexpected(row.error());
    std::string value(*row ? read->text(0) : "");
    read->reset();
    if (*row) return value;
    auto write = database.prepare("INSERT OR IGNORE INTO about (name, value) VALUES (?1, ?2)");
    if (!write) return std::unexpected(write.error());
    write->bind(1, std::string_view(name));
    write->bind(2, std::string_view(fresh));
    if (auto done = write->step(); !done) return std::unexpected(done.error());
  }
  return fail(ErrorKind::store, "the record lacks its " + name, database.path(),
              "run `limber doctor`");
}

Result<KeyFile> find_or_make_key(const std::string& path, bool record_exists) {
  sweep_key_leftovers(path, kLeftoverAge_s);
  auto file = read_key_file(path);
  if (!file) return std::unexpected(file.error());
  if (!*file && record_exists) {
    return fail(ErrorKind::store, "the key of the record is missing", path,
                "put it back from a backup; if it is lost, `limber erase` starts a new record");
  }
  if (!*file) {
    // Whoever comes first makes the key; the others use it.
    const auto made = write_key_file(path, bare_key(Key::random()), Replace::no);
    if (!made && made.error().kind != ErrorKind::refused) return std::unexpected(made.error());
    file = read_key_file(path);
    if (!file) return std::unexpected(file.error());
    if (!*file) return fail(ErrorKind::store, "the key file vanished", path, "try again");
  }
  return std::move(**file);
}

Result<SealedRow> row_of(const Statement& statement, const std::string& path) {
  SealedRow row;
  const Bytes id = statement.blob(1), device = statement.blob(2), sealed = statement.blob(4);
  if (id.size() != row.id.size() || device.size() != row.device.size()) {
    return fail(ErrorKind::store, "event " + std::to_string(statement.integer(0)) + " is damaged",
                path, "run `limber doctor`: it reads what can still be read");
  }
  std::ranges::copy(id, row.id.begin());
  std::ranges::copy(device, row.device.begin());
  row.at_ms = statement.integer(3);
  row.sealed.assign(sealed.begin(), sealed.end());
  return row;
}

// What every append needs, prepared once.
struct AppendStatements {
  Statement newest, put, find;
};

Result<AppendStatements> prepare_append(Database& database) {
  AppendStatements ready;
  for (const auto& [statement, sql] :
       {std::pair{&ready.newest, "SELECT coalesce(max(seq), 0) FROM event"},
        std::pair{&ready.put,
                  "INSERT INTO event (id, device, at_ms, sealed) VALUES (?1, ?2, ?3, ?4)"
                  " ON CONFLICT (id) DO NOTHING"},
        std::pair{&ready.find, "SELECT seq, id, device, at_ms, sealed FROM event WHERE id = ?1"}}) {
    auto prepared = database.prepare(sql);
    if (!prepared) return std::unexpected(prepared.error());
    *statement = std::move(*prepared);
  }
  return ready;
}

// A statement that was stepped holds on to the database until it is reset.
struct ResetAtEnd {
  Statement& statement;
  ~ResetAtEnd() { statement.reset(); }
};

class SealedStore final : public GroupStore {
 public:
  SealedStore(StoreOptions options, const Key& key, const KeyFile& file, Database database,
              std::string device)
      : options_(std::move(options)),
        key_(key),
        locked_(file.locked()),
        database_(std::move(database)),
        device_(std::move(device)) {}

  Result<Appended> append(std::span<const Event> events) override {
    auto group = append_each(std::span(&events, 1));
    if (!group) return std::unexpected(group.error());
    return std::move(group->each.front());
  }

  Result<Group> append_each(std::span<const std::span<const Event>> requests) override {
    if (!database_) return std::unexpected(erased());
    std::vector<std::vector<SealedRow>> rows;
    rows.reserve(requests.size());
    for (const auto& events : requests) {
      auto sealed = seal_all(events);  // before the transaction, to keep that short
      if (!sealed) return std::unexpected(sealed.error());
      rows.push_back(std::move(*sealed));
    }
    if (!ready_) {
      auto prepared = prepare_append(*database_);
      if (!prepared) return std::unexpected(prepared.error());
      ready_.emplace(std::move(*prepared));
    }
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return std::unexpected(transaction.error());
    Group group;
    const auto before = newest();
    if (!before) return std::unexpected(before.error());
    group.before = *before;
    for (std::size_t i = 0; i < requests.size(); ++i) {
      auto done = insert(requests[i], rows[i]);
      if (!done) return std::unexpected(done.error());
      group.each.push_back(std::move(*done));
    }
    const auto last = newest();
    if (!last) return std::unexpected(last.error());
    group.last = *last;
    if (auto committed = transaction->commit(); !committed) {
      return std::unexpected(committed.error());
    }
    return group;
  }

  Result<Listing> list(std::int64_t after) override {
    if (!database_) return std::unexpected(erased());
    auto rows = database_->prepare(
        "SELECT seq, id, device, at_ms, sealed FROM event WHERE seq > ?1 ORDER BY seq");
    if (!rows) return std::unexpected(rows.error());
    rows->bind(1, after);
    Listing listing{{}, after};
    while (true) {
      const auto more = rows->step();
      if (!more) return std::unexpected(more.error());
      if (!*more) return listing;
      auto event = open(*rows);
      if (!event) return std::unexpected(event.error());
      listing.last = rows->integer(0);
      listing.events.push_back(std::move(*event));
    }
  }

  Result<std::size_t> count() override {
    if (!database_) return std::unexpected(erased());
    const auto number = database_->number("SELECT count(*) FROM event");
    if (!number) return std::unexpected(number.error());
    return static_cast<std::size_t>(*number);
  }

  const std::string& device() const override { return device_; }

  Result<void> lock(std::string_view passphrase) override {
    if (!database_) return std::unexpected(erased());
    auto file = wrapped_key(key_, passphrase, options_.cost);
    if (!file) return std::unexpected(file.error());
    return replace_key(*file);
  }

  Result<void> unlock() override {
    if (!database_) return std::unexpected(erased());
    return replace_key(bare_key(key_));
  }

  bool locked() const override { return locked_; }

  Result<void> erase() override {
    if (!database_) return std::unexpected(erased());
    ready_.reset();
    database_.reset();  // our own connection must not stand in the way
    auto gone = erase_record(options_.folder);
    if (gone) return gone;
    // Refused: go on as if nothing had been asked.
    auto again = open_database(record_file(options_.folder), options_);
    if (again && prepare(*again, options_.busy_ms)) database_.emplace(std::move(*again));
    return gone;
  }

 private:
  static Error erased() {
    return {ErrorKind::store, "the record has been erased", "", "start Limber again"};
  }

  Result<void> replace_key(const KeyFile& file) {
    auto written = write_key_file(key_file(options_.folder), file, Replace::yes);
    if (written) locked_ = file.locked();
    return written;
  }

  Result<Event> open(const Statement& row) const {
    auto sealed = row_of(row, database_->path());
    if (!sealed) return std::unexpected(sealed.error());
    auto event = unseal(*sealed, key_);
    if (!event) {
      return fail(ErrorKind::store,
                  "event " + std::to_string(row.integer(0)) + " was changed or is damaged",
                  database_->path(), "run `limber doctor`: it reads what can still be read");
    }
    return std::move(*event);
  }

  Result<std::vector<SealedRow>> seal_all(std::span<const Event> events) const {
    std::vector<SealedRow> rows;
    rows.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (auto ok = check_event(events[i], "/events/" + std::to_string(i)); !ok) {
        return std::unexpected(ok.error());
      }
      rows.push_back(seal(events[i], key_));
    }
    return rows;
  }

  Result<std::int64_t> newest() {
    const ResetAtEnd end{ready_->newest};
    const auto row = ready_->newest.step();
    if (!row) return std::unexpected(row.error());
    return ready_->newest.integer(0);
  }

  // Whether what is stored under the id of a row is the same event.
  Result<bool> stored_same(const Event& event, const SealedRow& row) {
    const ResetAtEnd end{ready_->find};
    ready_->find.bind(1, Bytes(row.id));
    const auto there = ready_->find.step();
    if (!there) return std::unexpected(there.error());
    const auto stored = open(ready_->find);
    if (!stored) return std::unexpected(stored.error());
    return *stored == event;
  }

  Result<Appended> insert(std::span<const Event> events, const std::vector<SealedRow>& rows) {
    Appended result;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const ResetAtEnd end{ready_->put};
      ready_->put.bind(1, Bytes(rows[i].id));
      ready_->put.bind(2, Bytes(rows[i].device));
      ready_->put.bind(3, rows[i].at_ms);
      ready_->put.bind(4, Bytes(rows[i].sealed));
      if (auto done = ready_->put.step(); !done) return std::unexpected(done.error());
      if (database_->changes() > 0) {
        ++result.added;
        continue;
      }
      const auto same = stored_same(events[i], rows[i]);
      if (!same) return std::unexpected(same.error());
      if (*same) {
        ++result.known;
      } else {
        result.conflicts.push_back(events[i].id);
      }
    }
    return result;
  }

  StoreOptions options_;
  Key key_;
  bool locked_;
  std::optional<Database> database_;
  std::optional<AppendStatements> ready_;  // after database_: goes before it
  std::string device_;
};

}  // namespace

Result<void> check_untouched(const std::string& database_path) {
  const auto header = read_header(database_path);
  if (!header) return std::unexpected(header.error());
  if (header->empty) return {};
  // Until the log is folded in, the header of our own new file still says 0 and 0.
  const bool blank = header->application_id == 0 && header->user_version == 0;
  if (!header->sqlite || (!blank && header->application_id != kApplicationId)) {
    return std::unexpected(foreign_record(database_path));
  }
  if (header->user_version > static_cast<int>(migrations().size())) {
    return std::unexpected(newer_record(database_path));
  }
  return {};
}

Result<std::unique_ptr<GroupStore>> open_store(const StoreOptions& options, Entropy& entropy) {
  if (auto made = make_private_folder(options.folder); !made) {
    return std::unexpected(made.error());
  }
  const std::string path = record_file(options.folder), key_path = key_file(options.folder);
  if (auto ours = check_untouched(path); !ours) return std::unexpected(ours.error());
  const auto header = read_header(path);
  if (!header) return std::unexpected(header.error());
  auto file = find_or_make_key(key_path, !header->empty);
  if (!file) return std::unexpected(file.error());
  auto key = open_key(*file, options.passphrase, key_path);
  if (!key) return std::unexpected(key.error());

  auto database = open_database(path, options);
  if (!database) return std::unexpected(database.error());
  if (auto ready = prepare(*database, options.busy_ms); !ready)
    return std::unexpected(ready.error());
  const auto owner = about(*database, "key", key->id());
  if (!owner) return std::unexpected(owner.error());
  if (*owner != key->id()) {
    return fail(ErrorKind::store, "this key belongs to another record", key_path,
                "put back the key that was beside this record");
  }
  auto device = about(*database, "device", entropy.uuid(0));
  if (!device) return std::unexpected(device.error());
  return std::make_unique<SealedStore>(options, std::move(*key), std::move(*file),
                                       std::move(*database), std::move(*device));
}

Result<bool> needs_passphrase(const std::string& folder) {
  const auto file = read_key_file(key_file(folder));
  if (!file) return std::unexpected(file.error());
  return *file && (*file)->locked();
}

Result<void> erase_record(const std::string& folder) {
  const std::string path = record_file(folder), key = key_file(folder);
  // Leaving WAL needs the record to ourselves, and folds the log in. A damaged record may not be
  // able to; that must not keep it from being erased.
  std::optional<Database> database;
  if (file_exists(path)) {
    auto opened = Database::open(path, {.vfs = {}, .busy_ms = 500});
    if (opened) {
      const auto alone = opened->text("PRAGMA journal_mode = DELETE");
      const bool busy = !alone ? opened->busy() : *alone == "wal";
      if (busy) {
        return fail(ErrorKind::refused, "another Limber has the record open", path,
                    "close it and try again; nothing was erased");
      }
      (void)opened->run("BEGIN EXCLUSIVE");  // nobody comes in while the files go
      database.emplace(std::move(*opened));
    }
  }
  if (auto gone = destroy_file(key); !gone) return gone;
  sweep_key_leftovers(key, 0);
  for (const char* suffix : {"-wal", "-shm", "-journal", ""}) {
    if (auto gone = destroy_file(path + suffix); !gone) return gone;
  }
  return {};
}

}  // namespace limber::host
