#include "host/schema.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "host/files.h"

namespace limber::host {
namespace {

// seq is the order of arrival on this machine. Rows are never changed or removed; the triggers
// make that a rule of the file and not only of this program.
constexpr std::array<std::string_view, 1> kMigrations = {R"sql(
CREATE TABLE event (
  seq    INTEGER PRIMARY KEY,
  id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  at_ms  INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
)sql"};

int big_endian(const std::uint8_t* bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | bytes[i];
  return static_cast<int>(value);
}

}  // namespace

std::span<const std::string_view> migrations() {
  return kMigrations;
}

Result<void> migrate(Database& database, std::span<const std::string_view> steps) {
  const auto newest = static_cast<std::int64_t>(steps.size());
  while (true) {
    auto version = database.number("PRAGMA user_version");
    if (!version) return std::unexpected(version.error());
    if (*version > newest) return std::unexpected(newer_record(database.path()));
    if (*version == newest) return {};

    auto transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    // Another process may have done the step while we waited for the lock.
    version = database.number("PRAGMA user_version");
    if (!version) return std::unexpected(version.error());
    if (*version >= newest) continue;
    const auto step = static_cast<std::size_t>(*version);
    std::string sql(steps[step]);
    sql += "PRAGMA user_version = " + std::to_string(step + 1) + ";";
    if (step == 0) sql += "PRAGMA application_id = " + std::to_string(kApplicationId) + ";";
    if (auto done = database.run(sql); !done) return done;
    if (auto done = transaction->commit(); !done) return done;
  }
}

Result<FileHeader> read_header(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    if (errno == ENOENT) return FileHeader{};
    return std::unexpected(file_error("read", path));
  }
  std::array<std::uint8_t, 100> bytes{};
  const ssize_t got = ::pread(file, bytes.data(), bytes.size(), 0);
  Error error = file_error("read", path);
  ::close(file);
  if (got < 0) return std::unexpected(std::move(error));
  FileHeader header;
  header.empty = got == 0;
  constexpr std::string_view kMagic{"SQLite format 3\0", 16};
  header.sqlite = got == static_cast<ssize_t>(bytes.size()) &&
                  std::string_view(reinterpret_cast<const char*>(bytes.data()), 16) == kMagic;
  if (header.sqlite) {
    header.user_version = big_endian(bytes.data() + 60);
    header.application_id = big_endian(bytes.data() + 68);
  }
  return header;
}

Error newer_record(const std::string& path) {
  return {ErrorKind::store, "the record was written by a newer Limber", path,
          "install the newer Limber; this one leaves the record as it is"};
}

Error foreign_record(const std::string& path) {
  return {ErrorKind::store, "this file is not a Limber record", path,
          "choose another folder with --data DIR, or run `limber doctor`"};
}

}  // namespace limber::host
