// The tables of the record, and how an older record becomes a newer one.
//
// Migrations are numbered from 1 and run forwards only, each in one transaction together with the
// new number in `user_version`: a crash leaves the old schema or the new one. A record with a
// higher number than we know is refused and left as it is.
#pragma once

#include <limber/result.h>

#include <span>
#include <string>
#include <string_view>

#include "host/sqlite.h"

namespace limber::host {

inline constexpr int kApplicationId = 0x4c6d6272;  // "Lmbr", in the header of the file

// The migrations of this Limber; the last one's number is the schema's version.
[[nodiscard]] std::span<const std::string_view> migrations();

// Brings the record up to the last of `steps`. Errors: store; refused by a newer record.
[[nodiscard]] Result<void> migrate(Database& database, std::span<const std::string_view> steps);

// What the first bytes of a file say, read without opening it as a database.
struct FileHeader {
  bool empty = true;    // no file, or no byte in it
  bool sqlite = false;  // starts like an SQLite database
  int application_id = 0;
  int user_version = 0;  // may lag behind what the write-ahead log holds
};
[[nodiscard]] Result<FileHeader> read_header(const std::string& path);

[[nodiscard]] Error newer_record(const std::string& path);
[[nodiscard]] Error foreign_record(const std::string& path);

}  // namespace limber::host
