#include "app/memory_store.h"

#include "record/event_check.h"

namespace limber {

Result<Appended> MemoryStore::append(std::span<const Event> events) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (auto ok = check_event(events[i], "/events/" + std::to_string(i)); !ok) {
      return std::unexpected(ok.error());
    }
  }
  Appended out;
  for (const Event& event : events) {
    const auto [place, is_new] = places_.emplace(event.id, events_.size());
    if (is_new) {
      events_.push_back(event);
      ++out.added;
    } else if (events_[place->second] == event) {
      ++out.known;
    } else {
      out.conflicts.push_back(event.id);
    }
  }
  return out;
}

Result<Listing> MemoryStore::list(std::int64_t after) {
  Listing out;
  out.last = static_cast<std::int64_t>(events_.size());
  if (after < out.last)
    out.events.assign(events_.begin() + static_cast<std::ptrdiff_t>(after), events_.end());
  return out;
}

Result<void> MemoryStore::lock(std::string_view) {
  return fail(ErrorKind::refused, "a record in memory has no key", "", "");
}

Result<void> MemoryStore::unlock() {
  return fail(ErrorKind::refused, "a record in memory has no key", "", "");
}

Result<void> MemoryStore::erase() {
  events_.clear();
  places_.clear();
  return {};
}

}  // namespace limber
