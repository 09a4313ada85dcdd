#include "host/sqlite.h"

#include <sqlite3.h>

namespace limber::host {
namespace {

// SQLite's result codes, as a person would say them.
Error explain(int code, const char* detail, const std::string& path) {
  Error error{ErrorKind::store, "", path, ""};
  switch (code & 0xff) {
    case SQLITE_FULL:
      error.message = "the disk is full, so nothing was written";
      error.hint = "free some space and try again; what was saved before is safe";
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      error.message = "the record can be read but not written";
      error.hint = "check who owns the folder, or choose another with --data DIR";
      break;
    case SQLITE_CANTOPEN:
      error.message = "the record cannot be opened";
      error.hint = "check that the folder exists and is yours, or choose another with --data DIR";
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      error.message = "another Limber is using the record";
      error.hint = "wait a moment, or close the other one, and try again";
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      error.message = "the record is damaged";
      error.hint = "run `limber doctor`: it reads what can still be read and changes nothing";
      break;
    case SQLITE_IOERR:
      error.message = "the disk refused to read or write the record";
      error.hint = "check the disk and its free space; what was saved before is safe";
      break;
    default:
      error.message = "the record could not be used";
      error.hint = "run `limber doctor`";
  }
  if (detail != nullptr && *detail != '\0') error.message += std::string(" (") + detail + ")";
  return error;
}

Error explain(sqlite3_stmt* statement) {
  sqlite3* connection = sqlite3_db_handle(statement);
  const char* path = sqlite3_db_filename(connection, "main");
  return explain(sqlite3_extended_errcode(connection), sqlite3_errmsg(connection),
                 path == nullptr ? "" : path);
}

}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), index, value);
}

void Statement::bind(int index, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), index, text.data(), text.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
}

void Statement::bind(int index, Bytes blob) {
  sqlite3_bind_blob64(statement_.get(), index, blob.data(), blob.size(), SQLITE_TRANSIENT);
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return std::unexpected(explain(statement_.get()));
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Bytes Statement::blob(int column) const {
  const auto* data =
      static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Database::Closer::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

Result<Database> Database::open(const std::string& path, const Options& options) {
  int flags = options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (options.create) flags |= SQLITE_OPEN_CREATE;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX,
                                   options.vfs.empty() ? nullptr : options.vfs.c_str());
  Database database;
  database.connection_.reset(raw);
  database.path_ = path;
  if (code != SQLITE_OK) {
    return std::unexpected(explain(code, raw == nullptr ? "" : sqlite3_errmsg(raw), path));
  }
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_timeout(raw, options.busy_ms);
  return database;
}

Result<void> Database::run(const std::string& sql) {
  const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return {};
  return std::unexpected(explain(code, sqlite3_errmsg(connection_.get()), path_));
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                      &raw, nullptr);
  if (code != SQLITE_OK) {
    return std::unexpected(explain(code, sqlite3_errmsg(connection_.get()), path_));
  }
  Statement statement;
  statement.statement_.reset(raw);
  return statement;
}

Result<Statement> Database::first_row(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return statement;
  auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return fail(ErrorKind::store, "the record lacks an entry that must be there", path_);
  return statement;
}

Result<std::int64_t> Database::number(std::string_view sql) {
  auto row = first_row(sql);
  if (!row) return std::unexpected(row.error());
  return row->integer(0);
}

Result<std::string> Database::text(std::string_view sql) {
  auto row = first_row(sql);
  if (!row) return std::unexpected(row.error());
  return std::string(row->text(0));
}

int Database::changes() const {
  return sqlite3_changes(connection_.get());
}

void Database::keep_log_on_close(bool keep) {
  sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

bool Database::busy() const {
  const int code = sqlite3_errcode(connection_.get()) & 0xff;
  return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

Result<Transaction> Transaction::begin(Database& database) {
  if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) return std::unexpected(begun.error());
  return Transaction(database);
}

Result<void> Transaction::commit() {
  if (auto committed = database_->run("COMMIT"); !committed) return committed;
  database_ = nullptr;
  return {};
}

Transaction::Transaction(Transaction&& other) noexcept : database_(other.database_) {
  other.database_ = nullptr;
}

Transaction::~Transaction() {
  // A failed commit may have rolled back already; a second rollback is harmless.
  if (database_ != nullptr) (void)database_->run("ROLLBACK");
}

}  // namespace limber::host
