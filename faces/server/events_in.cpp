#include "faces/server/events_in.h"

#include "base/text.h"
#include "record/exchange.h"
#include "record/json_pieces.h"

namespace limber::server {

Result<std::vector<Event>> read_events(std::string_view body) {
  if (const auto bad = find_invalid_utf8(body)) {
    return fail(ErrorKind::input, "this is not valid UTF-8", place_in(body, *bad));
  }
  const auto members = cut_object(body);
  if (!members) return std::unexpected(members.error());
  if (members->size() != 1 || members->front().key != "events") {
    return fail(ErrorKind::input, "the body is {\"events\": [...]} and nothing else", "/events");
  }
  const auto pieces = cut_list(members->front().value, body);
  if (!pieces) return std::unexpected(pieces.error());
  if (pieces->empty() || pieces->size() > kMostEvents) {
    return fail(ErrorKind::input, "one to " + std::to_string(kMostEvents) + " events at a time",
                "/events", "send the others in another request");
  }
  std::vector<Event> events;
  events.reserve(pieces->size());
  for (std::size_t i = 0; i < pieces->size(); ++i) {
    auto event = read_event_text((*pieces)[i]);
    if (!event) {
      Error error = event.error();
      if (error.where == "/") error.where.clear();  // a field that is missing
      const bool field = error.where.starts_with('/');
      error.where =
          "/events/" + std::to_string(i) + (field || error.where.empty() ? "" : ", ") + error.where;
      return std::unexpected(std::move(error));
    }
    events.push_back(std::move(*event));
  }
  return events;
}

}  // namespace limber::server
