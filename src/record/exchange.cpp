#include "record/exchange.h"

#include <optional>

#include "base/json.h"
#include "base/text.h"
#include "record/event_check.h"
#include "record/json_pieces.h"

namespace limber {
namespace {

const std::vector<std::string> kEventFields = {"id",         "device", "at_ms",
                                               "offset_min", "kind",   "payload"};

std::string quoted(const std::string& text) {
  return print_json(Json(text));
}

Error in_event(Error error, std::size_t number, std::string_view piece, std::string_view document) {
  const auto offset = static_cast<std::size_t>(piece.data() - document.data());
  const std::string detail = error.where.empty() ? "" : " " + error.where;
  error.where =
      "event " + std::to_string(number + 1) + " (from " + place_in(document, offset) + ")" + detail;
  return error;
}

// Refuses what is not an export of a version we know.
Result<void> check_version(const std::vector<JsonMember>& members) {
  for (const JsonMember& member : members) {
    if (member.key != "limber_export") continue;
    const auto json = parse_json(member.value);
    const auto version = json ? as_number(*json) : std::nullopt;
    if (version && *version == kExportVersion) return {};
    if (version && *version > kExportVersion) {
      return fail(ErrorKind::input, "this was exported by a newer Limber", "/limber_export",
                  "install the newer Limber to import it");
    }
    break;
  }
  return fail(ErrorKind::input, "this is not a Limber export", "",
              "it must begin with {\"limber_export\": 1, ...");
}

}  // namespace

// The payload goes out as it came in; it has been checked when it was kept.
std::string event_text(const Event& event) {
  return "{\"id\":" + quoted(event.id) + ",\"device\":" + quoted(event.device) +
         ",\"at_ms\":" + std::to_string(event.at_ms) +
         ",\"offset_min\":" + std::to_string(event.offset_min) + ",\"kind\":" + quoted(event.kind) +
         ",\"payload\":" + event.payload + "}";
}

Result<Event> read_event_text(std::string_view text) {
  const auto json = parse_json(text);
  if (!json) return std::unexpected(json.error());
  if (!json->is_object()) return fail(ErrorKind::input, "an event is a JSON object");
  Reader in(*json, "");
  Event event;
  event.id = in.text("id");
  event.device = in.text("device");
  event.at_ms = in.integer("at_ms", 0, kEventTimeLimit);
  event.offset_min = static_cast<std::int32_t>(in.integer("offset_min", -1440, 1440));
  event.kind = in.text("kind");
  event.payload = print_json(in.object("payload"));
  in.refuse_unknown(kEventFields);
  if (in.error()) return std::unexpected(*in.error());
  if (auto ok = check_event(event, ""); !ok) return std::unexpected(ok.error());
  return event;
}

void write_export(std::span<const Event> events, const std::string& device, const Now& now,
                  const std::function<void(std::string_view)>& sink) {
  sink("{\"limber_export\":" + std::to_string(kExportVersion) +
       ",\n\"exported_at\":" + quoted(instant_text(now.at_ms, now.offset_min)) +
       ",\n\"device\":" + quoted(device) + ",\n\"events\":[");
  std::string_view before = "\n";
  for (const Event& event : events) {
    sink(std::string(before) + event_text(event));
    before = ",\n";
  }
  sink("\n]}\n");
}

Result<std::vector<Event>> read_export(std::string_view document) {
  if (const auto bad = find_invalid_utf8(document)) {
    return fail(ErrorKind::input, "this is not valid UTF-8", place_in(document, *bad),
                "save the file as UTF-8");
  }
  const auto members = cut_object(document);
  if (!members) return std::unexpected(members.error());
  if (auto known = check_version(*members); !known) return std::unexpected(known.error());
  std::optional<std::string_view> list;
  for (const JsonMember& member : *members) {
    if (member.key == "events") {
      list = member.value;
    } else if (auto fine = parse_json(member.value); !fine) {
      return fail(ErrorKind::input, fine.error().message, "/" + member.key.substr(0, 60));
    }
  }
  if (!list) return fail(ErrorKind::input, "the list of events is missing", "/events");
  const auto pieces = cut_list(*list, document);
  if (!pieces) return std::unexpected(pieces.error());
  std::vector<Event> events;
  for (std::size_t i = 0; i < pieces->size(); ++i) {
    auto event = read_event_text((*pieces)[i]);
    if (!event) return std::unexpected(in_event(event.error(), i, (*pieces)[i], document));
    events.push_back(std::move(*event));
  }
  return events;
}

}  // namespace limber
