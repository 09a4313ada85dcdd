// The record as one JSON document: to keep, to move to another machine, to read with a script.
//
// {"limber_export": 1, "exported_at": "2026-11-21T14:05:00.000+01:00", "device": "<uuid>",
//  "events": [{"id", "device", "at_ms", "offset_min", "kind", "payload": {...}}, ...]}
//
// Written and read event by event, so a large record never stands in memory as a tree. Reading
// checks everything before anything is handed out: a document is taken in whole or not at all.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/when.h"

namespace limber {

inline constexpr int kExportVersion = 1;

// Hands the document to `sink` piece by piece, one event per line.
void write_export(std::span<const Event> events, const std::string& device, const Now& now,
                  const std::function<void(std::string_view)>& sink);

// One event as it stands in an export, without a line end; and back.
// Errors: input, `where` names the field.
[[nodiscard]] std::string event_text(const Event& event);
[[nodiscard]] Result<Event> read_event_text(std::string_view text);

// Errors: input, `where` says "line L, column C" or "event N, /field"; a document of a newer
// version is refused. Fields that are not known are an error, kinds that are not known are kept.
[[nodiscard]] Result<std::vector<Event>> read_export(std::string_view document);

}  // namespace limber
