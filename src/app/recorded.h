// The record as use-cases look at it: every event settled, sessions put together, and the moment
// it is looked at. Read anew for each call, so that what another process added counts at once.
#pragma once

#include <string>
#include <vector>

#include "app/core.h"
#include "plan/history.h"
#include "record/clearance.h"
#include "record/escalation_clock.h"
#include "record/record.h"
#include "record/session_log.h"
#include "record/when.h"

namespace limber {

// Errors: store, where this face has no record or the machine no clock.
[[nodiscard]] Result<Store*> store_of(Core& core);
[[nodiscard]] Result<Now> now_of(Core& core);

struct Recorded {
  std::vector<Event> events;
  Record record;
  std::vector<SessionLog> sessions;
  Now now;
};
[[nodiscard]] Result<Recorded> read_recorded(Core& core);

// What the record means for the next plan. `current`: answers given now, not kept yet.
struct Outlook {
  std::vector<GivenClearance> clearances;
  std::vector<Escalated> escalated;
  NeckLock lock;
  History history;
};
[[nodiscard]] Outlook outlook_of(const Core& core, const Recorded& recorded, const Sheet& current);

// An event of this kind, here and now. Errors: store, without clock or randomness.
[[nodiscard]] Result<Event> event_now(Core& core, std::string_view kind, const Json& payload);
// Keeps one such event. Gives its id.
[[nodiscard]] Result<std::string> keep(Core& core, std::string_view kind, const Json& payload);

}  // namespace limber
