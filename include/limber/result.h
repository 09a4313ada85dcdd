// How Limber says that something went wrong.
//
// Whatever people or data can cause comes back as a Result<T>: either the value, or an Error that
// says what was wrong, where, and what to do about it. Our own bugs stop the program instead
// (LIMBER_CHECK in src/base/check.h). Nothing in the core throws.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace limber {

// What kind of trouble it is; faces turn it into an exit code or an HTTP status.
enum class ErrorKind {
  usage,      // the call itself is off: an unknown command, a missing argument
  input,      // the data is off: wrong type, out of range, not JSON
  store,      // the record could not be read or written; nothing was lost by us
  refused,    // understood, and not done, because it would not be safe
  not_found,  // there is no such thing
};

struct Error {
  ErrorKind kind = ErrorKind::input;
  std::string message;  // what was wrong, as a sentence without a full stop
  std::string where;    // "line 3, column 9", "/answers/age", "facts.toml:12"; empty if nowhere
  std::string hint;     // what to do now; empty if there is nothing to add
};

template <class T>
using Result = std::expected<T, Error>;

// return fail(ErrorKind::input, "age must be a number", "/answers/age", "write it as 42");
[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, std::string message,
                                                 std::string where = {}, std::string hint = {}) {
  return std::unexpected(Error{kind, std::move(message), std::move(where), std::move(hint)});
}

// "where: message (hint)", for people.
[[nodiscard]] std::string describe(const Error& error);

}  // namespace limber
