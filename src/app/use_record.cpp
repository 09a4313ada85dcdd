// The use-cases that write to the record and read it as it is: append, take, list, screened.
#include <algorithm>

#include "app/recorded.h"
#include "app/replay.h"
#include "app/sheet.h"
#include "base/object.h"
#include "body/names.h"
#include "knowledge/answers.h"
#include "record/answers_kept.h"
#include "record/kinds.h"
#include "record/screened.h"

namespace limber {
namespace {

constexpr std::int64_t kAnyTime = 253'402'300'799'999;

// What a caller leaves out is filled in: id, device, time and offset of here and now.
Result<Event> read_event(Core& core, const Json& json, const std::string& path) {
  Reader in(json, path);
  const Json& payload = in.object("payload");
  const std::string kind = in.text("kind");
  auto event = event_now(core, kind, payload);
  if (!event) return event;
  event->id = in.text_or("id", event->id);
  event->device = in.text_or("device", event->device);
  event->at_ms = in.integer_or("at_ms", 0, kAnyTime, event->at_ms);
  event->offset_min =
      static_cast<std::int32_t>(in.integer_or("offset_min", -1440, 1440, event->offset_min));
  in.refuse_unknown({"id", "device", "at_ms", "offset_min", "kind", "payload"});
  if (in.error()) return std::unexpected(*in.error());
  return event;
}

Json show_event(const Event& event) {
  const auto payload = parse_json(event.payload);
  return object_of({{"id", event.id},
                    {"device", event.device},
                    {"at_ms", event.at_ms},
                    {"offset_min", event.offset_min},
                    {"kind", event.kind},
                    {"payload", payload ? *payload : Json::object()}});
}

Result<std::vector<Event>> read_events(Core& core, Reader& in) {
  std::vector<Event> events;
  std::size_t index = 0;
  for (const Json& each : in.array("events")) {
    auto event = read_event(core, each, in.path_of("events") + "/" + std::to_string(index++));
    if (!event) return std::unexpected(event.error());
    events.push_back(std::move(*event));
  }
  if (in.error()) return std::unexpected(*in.error());
  return events;
}

Result<Json> put(Store& store, const std::vector<Event>& events) {
  const auto kept = store.append(events);
  if (!kept) return std::unexpected(kept.error());
  Json ids = Json::array();
  for (const Event& event : events) ids.push_back(event.id);
  return object_of({{"added", kept->added},
                    {"known", kept->known},
                    {"conflicts", kept->conflicts},
                    {"ids", std::move(ids)}});
}

// What happens now: never trusted, whoever says it.
Result<Json> append(Core& core, Reader& in) {
  const auto events = read_events(core, in);
  if (!events) return std::unexpected(events.error());
  const auto store = store_of(core);
  if (!store) return std::unexpected(store.error());
  Replay replay(core);
  if (Replay::needs_record(*events)) {
    const auto listing = (*store)->list();
    if (!listing) return std::unexpected(listing.error());
    replay.learn(listing->events);
  }
  if (auto fine = replay.check(*events); !fine) return std::unexpected(fine.error());
  return put(**store, *events);
}

// What happened, and stands in a record already: of this browser, of another tab, of the server.
// As after an import, what cannot be made sense of is passed over wherever it is read.
Result<Json> take(Core& core, Reader& in) {
  const auto events = read_events(core, in);
  if (!events) return std::unexpected(events.error());
  const auto store = store_of(core);
  if (!store) return std::unexpected(store.error());
  return put(**store, *events);
}

Result<Json> list(Core& core, Reader& in) {
  const std::int64_t since = in.integer_or("since", 0, kAnyTime, 0);
  if (in.error()) return std::unexpected(*in.error());
  const auto store = store_of(core);
  if (!store) return std::unexpected(store.error());
  const auto listing = (*store)->list(since);
  if (!listing) return std::unexpected(listing.error());
  Json events = Json::array();
  for (const Event& event : listing->events) events.push_back(show_event(event));
  return object_of({{"events", std::move(events)}, {"last", listing->last}});
}

// Keeps a finished check: what was answered (each answer with the time it was really given) and
// what came of it.
Result<Json> screened(Core& core, Reader& in) {
  const auto input = read_sheet(core, in);
  if (!input) return std::unexpected(input.error());
  const auto asked = in.texts_or_none("asked");
  if (in.error()) return std::unexpected(*in.error());
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());

  const Knowledge& knowledge = core.knowledge();
  TimedSheet sheet = latest_answers(recorded->record, knowledge);
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    const bool now = std::find(asked.begin(), asked.end(), knowledge.facts[i].id) != asked.end();
    if (now || sheet.answers[i] != input->sheet[i]) sheet.at_ms[i] = recorded->now.at_ms;
    sheet.answers[i] = input->sheet[i];
  }
  const Verdict verdict = judge(knowledge, core.compiled, input->sheet, input->cleared);
  const auto id = keep(core, kinds::kScreened, screened_payload(knowledge, sheet, verdict));
  if (!id) return std::unexpected(id.error());
  return object_of({{"id", *id}, {"level", level_id(verdict.level)}});
}

constexpr UseCase kRecordUseCases[] = {{"record.append", append},
                                       {"record.take", take},
                                       {"record.list", list},
                                       {"record.screened", screened}};

}  // namespace

std::span<const UseCase> record_use_cases() {
  return kRecordUseCases;
}

}  // namespace limber
