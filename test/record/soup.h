// Events for tests: readable ones made by hand, and any soup of them by chance.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/random.h"
#include "record/record.h"
#include "record/uuid.h"
#include "record/when.h"

namespace limber {

inline const std::string kDevice = "0192f000-0000-7000-8000-00000000000d";
inline constexpr std::int64_t kNoon = 1'790'000'000'000 / kDayMs * kDayMs + 12 * kHourMs;

inline std::string id_of(std::uint64_t number) {
  return uuid_text(uuid_v7(0x0192f0000000, 0, number));
}

// An event `hours` after noon of day 0, UTC.
inline Event event_at(std::uint64_t number, double hours, std::string kind, const Json& payload) {
  return {id_of(number),
          kDevice,
          kNoon + static_cast<std::int64_t>(hours * kHourMs),
          0,
          std::move(kind),
          print_json(payload)};
}

inline Now hours_later(double hours) {
  return {kNoon + static_cast<std::int64_t>(hours * kHourMs), 0};
}

inline constexpr std::array kKinds = {"screened",
                                      "planned",
                                      "pain.noted",
                                      "stiffness.noted",
                                      "session.next_day",
                                      "pop.noted",
                                      "note",
                                      "clearance.given",
                                      "consent",
                                      "settings",
                                      "pack.added",
                                      "pack.removed",
                                      "edited",
                                      "deleted",
                                      "session.started",
                                      "session.resumed",
                                      "session.pain",
                                      "session.finished",
                                      "session.stopped",
                                      "session.hurt",
                                      "session.pop",
                                      "session.reached",
                                      "session.skipped",
                                      "session.eased",
                                      "session.rescreened",
                                      "session.paused",
                                      "tomorrow.kind",
                                      "session.strange",
                                      "x"};

inline constexpr std::array kKeys = {
    "session", "technique", "pain",   "score",     "of",     "data",   "answers", "verdict",
    "level",   "fired",     "reason", "who",       "date",   "rules",  "place",   "painful",
    "text",    "when",      "easy",   "completed", "before", "after",  "age",     "is",
    "at_ms",   "plan",      "items",  "id",        "hash",   "content"};

inline constexpr std::array kTexts = {"",           "s1",          "chin_tuck",
                                      "neck",       "go",          "emergency_now",
                                      "yes",        "hurt",        "2026-09-21",
                                      "2026-02-30", "nerve",       "before",
                                      "after",      "during",      "\xc3\xa4\xe2\x82\xac",
                                      "not_sure",   "arm_tingling"};

// Any value a payload might hold, sensible or not.
inline Json any_value(Random& random, int depth) {
  switch (random.below(depth > 0 ? 9 : 6)) {
    case 0:
      return nullptr;
    case 1:
      return random.below(2) == 0;
    case 2:
      return static_cast<std::int64_t>(random.below(12));
    case 3:
      return (random.unit() - 0.5) * (random.below(2) == 0 ? 20 : 1e18);
    case 4:
      return kTexts[random.below(kTexts.size())];
    case 5:
      return id_of(random.below(20));
    case 6: {
      Json list = Json::array();
      for (std::uint64_t i = random.below(4); i > 0; --i) {
        list.push_back(any_value(random, depth - 1));
      }
      return list;
    }
    default: {
      Json object = Json::object();
      for (std::uint64_t i = random.below(6); i > 0; --i) {
        object[kKeys[random.below(kKeys.size())]] = any_value(random, depth - 1);
      }
      return object;
    }
  }
}

// An event of any kind whose payload may or may not fit; ids from a small pool, so they clash.
inline Event any_event(Random& random) {
  Event event;
  event.id = id_of(random.below(20));
  event.device = random.below(2) == 0 ? kDevice : id_of(99);
  // Mostly near noon of day 0, at times anywhere at all.
  event.at_ms = random.below(8) == 0
                    ? static_cast<std::int64_t>(random.below(253'402'300'799'999))
                    : kNoon + static_cast<std::int64_t>(random.below(200 * kDayMs)) - 100 * kDayMs;
  event.offset_min = static_cast<std::int32_t>(random.below(2881)) - 1440;
  event.kind = kKinds[random.below(kKinds.size())];
  Json payload = Json::object();
  for (std::uint64_t i = random.below(7); i > 0; --i) {
    payload[kKeys[random.below(kKeys.size())]] = any_value(random, 3);
  }
  event.payload = random.below(20) == 0 ? "[not json" : print_json(payload);
  return event;
}

inline std::vector<Event> any_events(std::uint64_t seed, std::size_t most) {
  Random random(seed);
  std::vector<Event> events;
  for (std::uint64_t i = random.below(most + 1); i > 0; --i) events.push_back(any_event(random));
  return events;
}

}  // namespace limber
