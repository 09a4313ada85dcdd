#include "record/event_check.h"

#include <algorithm>

#include "base/json.h"
#include "record/uuid.h"

namespace limber {
namespace {

bool kind_ok(const std::string& kind) {
  return !kind.empty() && kind.size() <= 64 && std::ranges::all_of(kind, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
}

}  // namespace

Result<void> check_event(const Event& event, const std::string& path) {
  const auto off = [&](const char* field, std::string message) {
    return fail(ErrorKind::input, std::move(message), path + "/" + field);
  };
  if (!parse_uuid(event.id)) return off("id", "this is not a lower-case UUID");
  if (!parse_uuid(event.device)) return off("device", "this is not a lower-case UUID");
  if (event.at_ms < 0 || event.at_ms > kEventTimeLimit) {
    return off("at_ms", "this is not a time between 1970 and 9999");
  }
  if (event.offset_min < -1440 || event.offset_min > 1440) {
    return off("offset_min", "an offset is between -1440 and 1440 minutes");
  }
  if (!kind_ok(event.kind)) return off("kind", "a kind is 1 to 64 of a-z, 0-9, _ and .");
  if (event.payload.size() > kPayloadLimit) return off("payload", "larger than 1 MiB");
  const auto payload = parse_json(event.payload);
  if (!payload) {
    Error error = payload.error();
    error.where = path + "/payload" + (error.where.empty() ? "" : ", " + error.where);
    return std::unexpected(std::move(error));
  }
  if (!payload->is_object()) return off("payload", "this is not a JSON object");
  if (print_json(*payload) != event.payload) {
    return off("payload", "this is not compact JSON with sorted keys");
  }
  return {};
}

}  // namespace limber
