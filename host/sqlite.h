// A thin, owning wrapper over the SQLite C interface: connection, statement, transaction.
//
// Every failure becomes an Error that says, in plain words, what happened to the record and what
// to do. Nothing above this file sees a SQLite type.
#pragma once

#include <limber/result.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace limber::host {

using Bytes = std::span<const std::uint8_t>;

class Statement {
 public:
  // Parameters and columns count as SQLite counts them: parameters from 1, columns from 0.
  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view text);  // copied
  void bind(int index, Bytes blob);             // copied
  // True if there is a row, false when done.
  [[nodiscard]] Result<bool> step();
  void reset();  // ready to be bound and stepped again

  [[nodiscard]] std::int64_t integer(int column) const;
  // Valid until the next step or reset.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] Bytes blob(int column) const;

 private:
  friend class Database;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

class Database {
 public:
  struct Options {
    bool create = false;
    bool read_only = false;
    std::string vfs;     // empty: the system's
    int busy_ms = 5000;  // how long to wait for another process
  };
  [[nodiscard]] static Result<Database> open(const std::string& path, const Options& options);

  [[nodiscard]] Result<void> run(const std::string& sql);  // one or more statements, no rows
  [[nodiscard]] Result<Statement> prepare(std::string_view sql);
  // The first column of the first row as a number or a text; an error if there is no row.
  [[nodiscard]] Result<std::int64_t> number(std::string_view sql);
  [[nodiscard]] Result<std::string> text(std::string_view sql);
  // How many rows the last statement put in.
  [[nodiscard]] int changes() const;
  // Whether the last connection to close leaves the write-ahead log as it is.
  void keep_log_on_close(bool keep);
  // Whether the last failure was another process holding the record.
  [[nodiscard]] bool busy() const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  [[nodiscard]] Result<Statement> first_row(std::string_view sql);
  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  std::unique_ptr<sqlite3, Closer> connection_;
  std::string path_;
};

// Takes the write lock at once, so that two processes queue instead of colliding later.
// Rolls back unless committed.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Database& database);
  [[nodiscard]] Result<void> commit();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace limber::host
