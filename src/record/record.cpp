#include "record/record.h"

#include <algorithm>
#include <map>

#include "record/kinds.h"
#include "record/merge.h"

namespace limber {
namespace {

struct Parsed {
  Event event;
  std::optional<Json> data;  // nothing if it is not an object
};

// Each id once, in order, payloads read.
std::vector<Parsed> parse(std::span<const Event> events) {
  std::vector<Parsed> parsed;
  for (Event& event : merge(events, {}).events) {
    auto data = parse_json(event.payload);
    const bool object = data && data->is_object();
    std::optional<Json> kept;
    if (object) kept = std::move(*data);
    parsed.push_back({std::move(event), std::move(kept)});
  }
  return parsed;
}

bool is_correction(const Event& event) {
  return event.kind == kinds::kEdited || event.kind == kinds::kDeleted;
}

struct Fate {
  const Json* edit = nullptr;
  bool deleted = false;
};

}  // namespace

Record settle(std::span<const Event> events) {
  std::vector<Parsed> all = parse(events);
  // First what becomes of each event, then the events: a correction may carry an earlier time than
  // what it corrects, when it was made on a device with a slow clock.
  std::map<std::string, std::optional<Correction>> corrections;  // by the correction's own id
  std::map<std::string, Fate, std::less<>> fates;
  for (const Parsed& one : all) {
    if (!one.data || !is_correction(one.event)) continue;
    const auto& read = corrections[one.event.id] = read_correction(*one.data);
    if (!read) continue;
    Fate& fate = fates[read->of];
    if (one.event.kind == kinds::kDeleted) {
      fate.deleted = true;
    } else {
      fate.edit = &read->data;
    }
  }
  Record record;
  for (Parsed& one : all) {
    if (!one.data) {
      record.unreadable.push_back(one.event.id);
      continue;
    }
    if (is_correction(one.event)) continue;
    Entry entry{std::move(one.event), std::move(*one.data), false};
    if (const auto fate = fates.find(entry.event.id); fate != fates.end()) {
      if (fate->second.deleted && kinds::removable(entry.event.kind)) continue;
      if (fate->second.edit != nullptr && kinds::correctable(entry.event.kind)) {
        entry.data = *fate->second.edit;
        entry.corrected = true;
      }
    }
    record.entries.push_back(std::move(entry));
  }
  return record;
}

std::vector<Version> versions_of(std::span<const Event> events, std::string_view id) {
  std::vector<Version> versions, later;
  for (const Parsed& one : parse(events)) {
    if (!one.data) continue;
    if (one.event.id == id && !is_correction(one.event)) {
      versions.push_back({Version::What::noted, one.event.at_ms, one.event.offset_min, *one.data});
    } else if (is_correction(one.event)) {
      const auto read = read_correction(*one.data);
      if (!read || read->of != id) continue;
      const auto what =
          one.event.kind == kinds::kDeleted ? Version::What::deleted : Version::What::edited;
      later.push_back({what, one.event.at_ms, one.event.offset_min, read->data});
    }
  }
  if (!versions.empty()) versions.insert(versions.end(), later.begin(), later.end());
  return versions;
}

Json settings_of(const Record& record) {
  Json settings = Json::object();
  for (const Entry& entry : record.entries) {
    if (entry.event.kind == kinds::kSettings) settings.update(entry.data);
  }
  return settings;
}

std::vector<std::pair<std::string, std::string>> packs_of(const Record& record) {
  std::vector<std::pair<std::string, std::string>> packs;
  for (const Entry& entry : record.entries) {
    const bool added = entry.event.kind == kinds::kPackAdded;
    if (!added && entry.event.kind != kinds::kPackRemoved) continue;
    const auto change = read_pack_change(entry.data);
    if (!change) continue;
    std::erase_if(packs, [&](const auto& pack) { return pack.first == change->id; });
    if (added) packs.emplace_back(change->id, change->content);
  }
  return packs;
}

bool consented(const Record& record, std::string_view what, std::string_view version) {
  return std::ranges::any_of(record.entries, [&](const Entry& entry) {
    if (entry.event.kind != kinds::kConsent) return false;
    const auto consent = read_consent(entry.data);
    return consent && consent->what == what && consent->version == version;
  });
}

}  // namespace limber
