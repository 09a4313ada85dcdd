#include "host/doctor.h"

#include <algorithm>
#include <map>
#include <set>

#include "host/carve.h"
#include "host/files.h"
#include "host/paths.h"
#include "host/schema.h"
#include "record/merge.h"

namespace limber::host {
namespace {

constexpr std::size_t kRecordLimit = 1u << 30;
constexpr std::size_t kFindingsShown = 8;

struct RecordBytes {
  std::string main_file, log;
  bool operator==(const RecordBytes&) const = default;
};

// Both files as they are at one moment: read until two readings agree, because another Limber may
// be writing.
Result<std::optional<RecordBytes>> read_record(const std::string& path) {
  std::optional<RecordBytes> last;
  for (int attempt = 0; attempt < 5; ++attempt) {
    auto main_file = read_file(path, kRecordLimit);
    if (!main_file) return std::unexpected(main_file.error());
    if (!*main_file) return std::nullopt;
    auto log = read_file(path + "-wal", kRecordLimit);
    if (!log) return std::unexpected(log.error());
    RecordBytes now{std::move(**main_file), log->value_or("")};
    if (last && *last == now) break;
    last = std::move(now);
  }
  return last;
}

// What the copy gives when SQLite reads it.
struct Reading {
  std::vector<std::string> complaints;  // of the integrity check; empty if it is sound
  std::vector<SealedRow> rows;
  std::optional<std::int64_t> count;
  std::optional<std::string> key_id;
};

void read_rows(Database& database, Reading& reading) {
  if (auto count = database.number("SELECT count(*) FROM event"); count) reading.count = *count;
  auto rows = database.prepare("SELECT id, device, at_ms, sealed FROM event");
  if (!rows) {
    reading.complaints.push_back(rows.error().message);
    return;
  }
  while (true) {
    const auto more = rows->step();
    if (!more) reading.complaints.push_back(more.error().message);
    if (!more || !*more) return;
    SealedRow row;
    const Bytes id = rows->blob(0), device = rows->blob(1), sealed = rows->blob(3);
    if (id.size() != row.id.size() || device.size() != row.device.size()) continue;
    std::ranges::copy(id, row.id.begin());
    std::ranges::copy(device, row.device.begin());
    row.at_ms = rows->integer(2);
    row.sealed.assign(sealed.begin(), sealed.end());
    reading.rows.push_back(std::move(row));
  }
}

Reading read_with_sqlite(const RecordBytes& bytes) {
  Reading reading;
  const auto complain = [&reading](const Error& error) {
    reading.complaints.push_back(error.message);
  };
  auto folder = ScratchFolder::make();
  if (!folder) return complain(folder.error()), reading;
  const std::string copy = folder->path() + "/copy.db";
  for (const auto& [path, content] :
       {std::pair{copy, &bytes.main_file}, std::pair{copy + "-wal", &bytes.log}}) {
    if (content->empty()) continue;
    if (auto written = write_file(path, *content); !written) {
      return complain(written.error()), reading;
    }
  }
  auto database = Database::open(copy, {});
  if (!database) return complain(database.error()), reading;
  auto check = database->prepare("PRAGMA integrity_check(20)");
  if (!check) return complain(check.error()), reading;
  while (true) {
    const auto row = check->step();
    if (!row) complain(row.error());
    if (!row || !*row) break;
    if (check->text(0) != "ok") reading.complaints.emplace_back(check->text(0));
  }
  if (auto id = database->text("SELECT value FROM about WHERE name = 'key'"); id) {
    reading.key_id = *id;
  }
  read_rows(*database, reading);
  return reading;
}

struct Opened {
  std::map<std::string, Event> events;  // by id
  std::set<UuidBytes> closed;           // rows that did not open
};

void open_rows(const std::vector<SealedRow>& rows, const Key& key, Opened& opened) {
  for (const SealedRow& row : rows) {
    if (auto event = unseal(row, key)) {
      opened.closed.erase(row.id);
      opened.events.emplace(event->id, std::move(*event));
    } else if (!opened.events.contains(uuid_text(row.id))) {
      opened.closed.insert(row.id);
    }
  }
}

Diagnosis::State state_of_key_error(const Error& error, const std::optional<KeyFile>& file) {
  if (error.kind == ErrorKind::refused || (file && file->locked())) return Diagnosis::State::locked;
  return Diagnosis::State::no_key;
}

void say(Diagnosis& diagnosis, const Error& error) {
  diagnosis.findings.push_back(error.message);
  if (diagnosis.hint.empty()) diagnosis.hint = error.hint;
}

}  // namespace

Diagnosis diagnose(const StoreOptions& options) {
  Diagnosis diagnosis;
  const std::string path = record_file(options.folder), key_path = key_file(options.folder);
  const auto fail_with = [&diagnosis](Diagnosis::State state, const Error& error) {
    diagnosis.state = state;
    say(diagnosis, error);
    return diagnosis;
  };
  const auto bytes = read_record(path);
  if (!bytes) return fail_with(Diagnosis::State::unreachable, bytes.error());
  if (!*bytes || (*bytes)->main_file.empty()) {
    diagnosis.findings.push_back("there is no record here yet");
    return diagnosis;
  }

  // What the file says of itself. A damaged beginning must not keep us from the rest.
  const auto untouched = check_untouched(path);
  const auto header = read_header(path);
  const bool newer = header && header->application_id == kApplicationId &&
                     header->user_version > static_cast<int>(migrations().size());
  const Reading reading = read_with_sqlite(**bytes);

  auto file = read_key_file(key_path);
  if (!file) return fail_with(Diagnosis::State::no_key, file.error());
  if (!*file) {
    return fail_with(Diagnosis::State::no_key,
                     {ErrorKind::store, "the key of the record is missing", key_path,
                      "put it back from a backup; without it the record cannot be read"});
  }
  const auto key = open_key(**file, options.passphrase, key_path);
  if (!key) return fail_with(state_of_key_error(key.error(), *file), key.error());

  // Every way to a row is tried; the key tells real rows from what only looks like one.
  Opened opened;
  open_rows(reading.rows, *key, opened);
  const bool sound = reading.complaints.empty() && untouched && opened.closed.empty();
  if (!sound) open_rows(carve_rows((*bytes)->main_file, (*bytes)->log), *key, opened);
  for (auto& [id, event] : opened.events) diagnosis.readable.push_back(std::move(event));
  std::ranges::sort(diagnosis.readable, comes_before);
  diagnosis.unreadable = opened.closed.size();
  if (reading.count &&
      static_cast<std::size_t>(*reading.count) > diagnosis.readable.size() + diagnosis.unreadable) {
    diagnosis.unreadable = static_cast<std::size_t>(*reading.count) - diagnosis.readable.size();
  }

  using State = Diagnosis::State;
  if (sound) {
    diagnosis.state = State::healthy;
    diagnosis.findings.push_back(
        "the record is whole: " + std::to_string(diagnosis.readable.size()) +
        " events, all of them can be read");
    return diagnosis;
  }
  const bool other_key = reading.key_id && *reading.key_id != key->id();
  if (newer) {
    diagnosis.state = State::newer;
    say(diagnosis, newer_record(path));
  } else if (other_key && diagnosis.readable.empty()) {
    diagnosis.state = State::wrong_key;
    say(diagnosis, {ErrorKind::store, "this key belongs to another record", key_path,
                    "put back the key that was beside this record"});
  } else if (!untouched && diagnosis.readable.empty()) {
    diagnosis.state = State::foreign;
    say(diagnosis, untouched.error());
  } else {
    diagnosis.state = State::damaged;
    diagnosis.findings.push_back("the record is damaged");
    diagnosis.hint = "save what can be read with `limber doctor --rescue FILE`";
  }
  diagnosis.findings.push_back(std::to_string(diagnosis.readable.size()) + " events can be read, " +
                               std::to_string(diagnosis.unreadable) + " cannot");
  for (const std::string& complaint : reading.complaints) {
    if (diagnosis.findings.size() >= kFindingsShown) break;
    diagnosis.findings.push_back("SQLite says: " + complaint);
  }
  return diagnosis;
}

Result<Appended> rescue_into(const Diagnosis& diagnosis, const StoreOptions& fresh,
                             Entropy& entropy) {
  if (file_exists(record_file(fresh.folder)) || file_exists(key_file(fresh.folder))) {
    return fail(ErrorKind::refused, "there is a record already", fresh.folder,
                "choose an empty folder");
  }
  auto store = open_store(fresh, entropy);
  if (!store) return std::unexpected(store.error());
  return (*store)->append(diagnosis.readable);
}

}  // namespace limber::host
