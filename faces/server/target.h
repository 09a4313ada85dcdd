// The address of a request, taken apart strictly: what no page of ours asks for is no address.
//
// A path is made of letters, digits and -._~ between single slashes. There is nothing to decode and
// nothing to normalise, so no spelling of ".." or "%2e" can mean another file.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace limber::server {

inline constexpr std::size_t kLongestTarget = 2048;

struct Target {
  std::string path;                                       // "/api/v1/events"
  std::map<std::string, std::string, std::less<>> query;  // names and values, of the same letters
};

// Nothing if it is anything else, or a name comes twice.
[[nodiscard]] std::optional<Target> parse_target(std::string_view text);

// A whole number from 0 to 2^53, plain digits.
[[nodiscard]] std::optional<std::int64_t> parse_count(std::string_view text);

}  // namespace limber::server
