#include "app/recorded.h"

#include "record/practice.h"

namespace limber {

Result<Store*> store_of(Core& core) {
  if (core.ports.store != nullptr) return core.ports.store;
  return fail(ErrorKind::store, "no record is kept here", "",
              "agree to keeping one first, or go without what the record is for");
}

Result<Now> now_of(Core& core) {
  if (core.ports.clock == nullptr) {
    return fail(ErrorKind::store, "this machine has no clock", "", "");
  }
  const std::int64_t at = core.ports.clock->now_ms();
  return Now{at, core.ports.clock->offset_min(at)};
}

Result<Recorded> read_recorded(Core& core) {
  const auto store = store_of(core);
  if (!store) return std::unexpected(store.error());
  const auto now = now_of(core);
  if (!now) return std::unexpected(now.error());
  auto listing = (*store)->list();
  if (!listing) return std::unexpected(listing.error());
  Recorded out;
  out.events = std::move(listing->events);
  out.record = settle(out.events);
  out.sessions = session_logs(out.record);
  out.now = *now;
  return out;
}

Outlook outlook_of(const Core& core, const Recorded& recorded, const Sheet& current) {
  const Knowledge& knowledge = core.knowledge();
  Outlook out;
  out.clearances = clearances(recorded.record, knowledge, recorded.now, current);
  out.escalated =
      escalations(recorded.record, knowledge, recorded.sessions, out.clearances, recorded.now);
  out.lock = neck_lock(recorded.record, knowledge, recorded.sessions, out.clearances);
  out.history = practice(recorded.sessions, knowledge, recorded.now);
  out.history.neck_locked = out.lock.locked;
  out.history.halve = halve_dose(out.escalated);
  return out;
}

Result<Event> event_now(Core& core, std::string_view kind, const Json& payload) {
  const auto store = store_of(core);
  if (!store) return std::unexpected(store.error());
  const auto now = now_of(core);
  if (!now) return std::unexpected(now.error());
  if (core.ports.entropy == nullptr) {
    return fail(ErrorKind::store, "this machine gives no random numbers", "", "");
  }
  return Event{core.ports.entropy->uuid(now->at_ms),
               (*store)->device(),
               now->at_ms,
               now->offset_min,
               std::string(kind),
               print_json(payload)};
}

Result<std::string> keep(Core& core, std::string_view kind, const Json& payload) {
  const auto event = event_now(core, kind, payload);
  if (!event) return std::unexpected(event.error());
  const auto kept = core.ports.store->append(std::span(&*event, 1));
  if (!kept) return std::unexpected(kept.error());
  return event->id;
}

}  // namespace limber
