#include "record/session_log.h"

#include <algorithm>
#include <iterator>

#include "body/plan_json.h"
#include "record/merge.h"

namespace limber {
namespace {

constexpr std::string_view kStarted = "session.started";

std::optional<double> pain_in(const Json& data) {
  Reader in(data, "");
  if (!in.has("pain")) return std::nullopt;
  const double pain = in.number("pain", 0, 10);
  if (in.error()) return std::nullopt;
  return pain;
}

std::optional<SessionLog> read_start(const Entry& entry) {
  Reader in(entry.data, "");
  auto plan = plan_from_json(in.object("plan"), "/plan");
  if (in.error() || !plan) return std::nullopt;
  SessionLog log;
  log.id = entry.event.id;
  log.started_ms = log.last_ms = entry.event.at_ms;
  log.offset_min = entry.event.offset_min;
  log.pain_before = pain_in(entry.data);
  log.plan = std::move(*plan);
  for (const PlanItem& item : log.plan.items) {
    ItemDone done;
    done.technique = item.technique;
    done.warm_up = item.warm_up;
    log.items.push_back(std::move(done));
  }
  return log;
}

struct Place {
  std::size_t item = 0;
  bool within = false;  // past the way into position
};

// Where in the plan an event happened; the end of the plan if it says nothing sensible.
Place place_of(const Json& data, std::size_t items) {
  Reader in(data, "");
  Reader at(in.any("at"), "/at");
  const auto item = at.integer("item", 0, 1000);
  const auto phase = at.integer("phase", 0, 1'000'000);
  if (at.error()) return {items, false};
  return {std::min(static_cast<std::size_t>(item), items), phase > 0};
}

// Everything before the place is done, unless it was skipped; the item at the place has begun.
void advance(SessionLog& log, const Place& place) {
  for (std::size_t i = 0; i < place.item; ++i) {
    ItemDone& item = log.items[i];
    if (!item.skipped) item.started = item.finished = true;
  }
  if (place.item < log.items.size() && place.within) log.items[place.item].started = true;
}

void note_pain(ItemDone* item, std::optional<double> pain) {
  if (item == nullptr || !pain) return;
  item->pain = std::max(item->pain.value_or(0), *pain);
}

void note_nerve(SessionLog& log, std::int64_t at_ms) {
  if (!log.nerve) log.nerve_ms = at_ms;
  log.nerve = true;
}

void take(SessionLog& log, const Entry& entry) {
  const std::string_view kind = std::string_view(entry.event.kind).substr(8);  // after "session."
  Reader in(entry.data, "");
  if (kind == "next_day") {
    log.pain_next_day = pain_in(entry.data);
    log.next_day_ms = entry.event.at_ms;
    return;
  }
  log.last_ms = std::max(log.last_ms, entry.event.at_ms);
  const Place place = place_of(entry.data, log.items.size());
  ItemDone* item = place.item < log.items.size() ? &log.items[place.item] : nullptr;
  const std::string reason = in.text_or("reason", "");
  if (in.has("at")) advance(log, place);
  if (kind == "skipped" && item != nullptr) {
    item->skipped = true;
  } else if (kind == "eased" && item != nullptr) {
    item->eased = true;
  } else if (kind == "hurt") {
    if (item != nullptr) item->hurt = true;
    note_pain(item, pain_in(entry.data));
    if (in.flag_or("nerve", false)) note_nerve(log, entry.event.at_ms);
  } else if (kind == "pain") {
    if (in.text_or("when", "during") == "after") {
      log.pain_after = pain_in(entry.data);
    } else {
      note_pain(item, pain_in(entry.data));
    }
  } else if (kind == "pop") {
    log.pops.push_back({entry.event.at_ms, entry.event.offset_min, in.text_or("place", ""),
                        item != nullptr ? item->technique : "", in.flag_or("painful", false)});
  } else if (kind == "stopped") {
    log.stop_reason = reason.empty() ? "unsaid" : reason;
    log.stopped_ms = entry.event.at_ms;
    if (reason == "hurt" && item != nullptr) item->hurt = true;
    if (reason == "nerve") note_nerve(log, entry.event.at_ms);
  } else if (kind == "finished") {
    log.finished = true;
    advance(log, {log.items.size(), false});
  }
}

}  // namespace

std::vector<SessionLog> session_logs(const Record& record) {
  std::vector<SessionLog> logs;
  std::map<std::string, std::size_t> index;
  for (const Entry& entry : record.entries) {
    if (entry.event.kind != kStarted) continue;
    if (auto log = read_start(entry)) {
      index[log->id] = logs.size();
      logs.push_back(std::move(*log));
    }
  }
  for (const Entry& entry : record.entries) {
    if (!entry.event.kind.starts_with("session.") || entry.event.kind == kStarted) continue;
    Reader in(entry.data, "");
    const auto found = index.find(in.text_or("session", ""));
    if (found != index.end()) take(logs[found->second], entry);
  }
  return logs;
}

std::optional<SessionLog> unfinished_session(const std::vector<SessionLog>& logs, const Now& now) {
  if (logs.empty() || !logs.back().open()) return std::nullopt;
  const auto age = age_ms(logs.back().last_ms, now);
  if (!age || *age >= kDayMs) return std::nullopt;
  return logs.back();
}

std::vector<Event> events_of_session(std::span<const Event> events, const std::string& session) {
  const auto belongs = [&session](const Event& event) {
    if (event.kind == kStarted) return event.id == session;
    if (!event.kind.starts_with("session.")) return false;
    const auto data = parse_json(event.payload);
    if (!data) return false;
    Reader in(*data, "");
    return in.text_or("session", "") == session;
  };
  std::vector<Event> found;
  std::ranges::copy_if(events, std::back_inserter(found), belongs);
  return merge(found, {}).events;
}

const SessionLog* awaits_next_day(const std::vector<SessionLog>& logs, const Now& now) {
  for (auto log = logs.rbegin(); log != logs.rend(); ++log) {
    if (log->day() >= now.today()) continue;
    const bool anything = std::ranges::any_of(log->items, &ItemDone::started);
    if (!anything) continue;
    return log->pain_next_day ? nullptr : &*log;
  }
  return nullptr;
}

}  // namespace limber
