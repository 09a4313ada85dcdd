// JSON in and out, with every way it can go wrong turned into an Error that names the place.
//
// parse_json refuses what a careless parser lets through: nesting deeper than 32, a key given
// twice, invalid UTF-8, numbers that are not finite, text after the end. Reader gives typed fields
// of an object and keeps the path ("/answers/age") for the message. This is the only file that may
// touch the library's raw accessors; a checker says so.
#pragma once

#include <limber/result.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

// Objects keep their keys sorted, so equal values always print as equal bytes.
using Json = nlohmann::json;

inline constexpr int kJsonDepthLimit = 32;

// Errors: input, with "line L, column C".
[[nodiscard]] Result<Json> parse_json(std::string_view text);

// Compact, sorted keys, invalid UTF-8 replaced (it cannot come from parse_json).
[[nodiscard]] std::string print_json(const Json& value);
// The same with two spaces of indentation, for people.
[[nodiscard]] std::string print_json_pretty(const Json& value);

// {"kind":..., "message":..., "where":..., "hint":...}
[[nodiscard]] Json to_json(const Error& error);

// Reads the fields of one JSON object. The first thing that goes wrong is kept; later reads give
// defaults, so that a long list of fields can be read first and checked once:
//   Reader in(json, "/plan");
//   item.sets = in.integer("sets", 1, 10);
//   if (auto error = in.error()) return std::unexpected(*error);
class Reader {
 public:
  Reader(const Json& object, std::string path);

  // Required fields: missing, wrong type or out of range is an error.
  std::string text(std::string_view key);
  double number(std::string_view key, double low, double high);
  std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high);
  bool flag(std::string_view key);
  const Json& object(std::string_view key);  // an empty object after an error
  const Json& array(std::string_view key);   // an empty array after an error
  std::vector<std::string> texts(std::string_view key);

  // Optional fields: the fallback if absent or null.
  std::string text_or(std::string_view key, std::string fallback);
  double number_or(std::string_view key, double low, double high, double fallback);
  std::int64_t integer_or(std::string_view key, std::int64_t low, std::int64_t high,
                          std::int64_t fallback);
  bool flag_or(std::string_view key, bool fallback);
  std::vector<std::string> texts_or_none(std::string_view key);
  bool has(std::string_view key) const;
  // Any value at all, or null.
  const Json& any(std::string_view key) const;

  // An error for every key that was never asked for, with the nearest known one as a hint.
  void refuse_unknown(const std::vector<std::string>& known);

  std::string path_of(std::string_view key) const;
  void note(Error error);  // keeps the first
  const std::optional<Error>& error() const { return error_; }

 private:
  const Json* find(std::string_view key, bool required, std::string_view wanted);
  const Json& object_;
  std::string path_;
  std::optional<Error> error_;
};

// Raw access in one place: the string in a JSON value, or nothing.
[[nodiscard]] std::optional<std::string> as_text(const Json& value);
[[nodiscard]] std::optional<double> as_number(const Json& value);

}  // namespace limber
