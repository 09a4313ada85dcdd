// What is in force: the events in order, with corrections applied and what was taken back left out.
//
// Every projection (diary, trend, clock...) is a pure function of a Record, so all of them agree on
// what was corrected. Nothing is lost: versions_of() tells what an event said before.
#pragma once

#include <limber/types.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace limber {

struct Entry {
  Event event;  // as it was first noted
  Json data;    // its payload in force, always an object
  bool corrected = false;
};

struct Record {
  std::vector<Entry> entries;           // in order; "edited" and "deleted" themselves left out
  std::vector<std::string> unreadable;  // ids of events whose payload is not a JSON object
};

// Takes events in any order, with duplicates. A correction counts if it is of a correctable kind
// (kinds.h); the last one wins, and what was taken back stays so.
[[nodiscard]] Record settle(std::span<const Event> events);

// One state in the life of an event.
struct Version {
  enum class What : std::uint8_t { noted, edited, deleted };
  What what = What::noted;
  std::int64_t at_ms = 0;
  std::int32_t offset_min = 0;
  Json data;
};
// Oldest first; empty if there is no such event.
[[nodiscard]] std::vector<Version> versions_of(std::span<const Event> events, std::string_view id);

// The settings in force, later ones over earlier ones, name by name.
[[nodiscard]] Json settings_of(const Record& record);
// Packs added and not removed since, in the order in which they were last added: id to content.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> packs_of(const Record& record);
// Whether this wording was ever agreed to.
[[nodiscard]] bool consented(const Record& record, std::string_view what, std::string_view version);

}  // namespace limber
