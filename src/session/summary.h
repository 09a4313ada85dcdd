// What a session was, in the few facts that the diary, the next plan and the report need.
#pragma once

#include <limber/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "session/state.h"

namespace limber {

struct ItemSummary {
  std::string technique;
  bool warm_up = false;
  bool done = false;   // at least one repetition was begun
  bool whole = false;  // nothing of it was left out
  bool easy = false;   // whole, not made easier, nothing hurt
  bool flare = false;  // it hurt, or the day after was clearly worse
  int eased = 0;
  std::optional<int> pain;
};

struct SessionSummary {
  std::string session;
  Status status = Status::ready;
  bool finished = false;  // by choice or at the end, not by a stop
  bool whole = false;     // every item was done to its end
  bool stopped = false;   // a stop is the reason why it ended, or still stands
  SessionEvent::Stop stop = SessionEvent::Stop::unsaid;
  bool neck_locked = false;
  std::int64_t active_ms = 0;
  std::optional<int> pain_before, pain_after, pain_next_day;
  int pops = 0;
  std::vector<ItemSummary> items;
};

[[nodiscard]] SessionSummary summarise(const Plan& plan, const State& state);

}  // namespace limber
