// The use-cases that conduct a session: session.start, session.event, session.step, session.view,
// session.resume, session.summary. A face keeps plan and state on its own side; what happens is an
// event, put into the record first and stepped afterwards, so the log alone brings a session back.
#include "app/recorded.h"
#include "base/object.h"
#include "base/sort.h"
#include "body/plan_json.h"
#include "session/session_json.h"
#include "session/step.h"
#include "session/summary.h"
#include "session/view.h"

namespace limber {
namespace {

struct Standing {
  Plan plan;
  State state;
};

// The plan and, if it is given, the state; a session begins with an empty one.
Result<Standing> read_standing(Reader& in) {
  auto plan = plan_from_json(in.object("plan"), in.path_of("plan"));
  if (in.error()) return std::unexpected(*in.error());
  if (!plan) return std::unexpected(plan.error());
  State state;
  if (in.has("state")) {
    auto read = state_from_json(in.any("state"), *plan, in.path_of("state"));
    if (!read) return std::unexpected(read.error());
    state = std::move(*read);
  }
  return Standing{std::move(*plan), std::move(state)};
}

// 2^53: the largest whole number every JSON reader keeps exactly.
constexpr std::int64_t kLatest = std::int64_t{1} << 53;

Result<Event> read_event(const Json& json, const std::string& path) {
  Reader table(json, path);
  Event event;
  event.id = table.text("id");
  event.device = table.text_or("device", "");
  event.at_ms = table.integer("at_ms", -kLatest, kLatest);
  event.offset_min = static_cast<std::int32_t>(table.integer_or("offset_min", -1440, 1440, 0));
  event.kind = table.text("kind");
  event.payload = print_json(table.object("payload"));
  if (table.error()) return std::unexpected(*table.error());
  return event;
}

Json show_effects(const std::vector<Effect>& effects) {
  Json list = Json::array();
  for (const Effect& effect : effects) list.push_back(to_json(effect));
  return list;
}

Json show_step(const Stepped& stepped) {
  return object_of({{"state", to_json(stepped.state)}, {"effects", show_effects(stepped.effects)}});
}

// With "event": something happened. With "now_ms": only time passed.
Result<Json> session_step(Core&, Reader& in) {
  auto standing = read_standing(in);
  if (!standing) return std::unexpected(standing.error());
  if (!in.has("event")) {
    const std::int64_t now = in.integer("now_ms", -kLatest, kLatest);
    const std::int64_t gap = in.integer_or("gap_ms", 1, kLatest, kGapMs);
    if (in.error()) return std::unexpected(*in.error());
    return show_step(tick(standing->plan, std::move(standing->state), now, gap));
  }
  const auto event = read_event(in.any("event"), in.path_of("event"));
  if (!event) return std::unexpected(event.error());
  const auto read = read_session_event(*event);
  if (!read) return std::unexpected(read.error());
  return show_step(step(standing->plan, std::move(standing->state), *read));
}

Result<Json> session_view(Core&, Reader& in) {
  const auto standing = read_standing(in);
  if (!standing) return std::unexpected(standing.error());
  const std::int64_t now = in.integer("now_ms", -kLatest, kLatest);
  const std::int64_t gap = in.integer_or("gap_ms", 1, kLatest, kGapMs);
  if (in.error()) return std::unexpected(*in.error());
  return to_json(view(standing->plan, standing->state, now, gap));
}

// The first event of a session of this plan, to be given an id and a time by the face.
Result<Json> session_start(Core& core, Reader& in) {
  const auto plan = plan_from_json(in.object("plan"), in.path_of("plan"));
  if (in.error()) return std::unexpected(*in.error());
  if (!plan) return std::unexpected(plan.error());
  std::optional<int> pain;
  if (in.has("pain")) pain = static_cast<int>(in.integer("pain", 0, 10));
  if (in.error()) return std::unexpected(*in.error());
  const SessionEvent event = started(*plan, session_numbers(core.knowledge()), pain);
  return object_of({{"kind", kind_id(event.kind)}, {"payload", session_fields(event)}});
}

// What the person did, here and now in the session, as an event to be given an id and a time: the
// place is the state's, `fields` says the rest (docs/formats.md, 2.3).
Result<Json> session_event(Core&, Reader& in) {
  const auto standing = read_standing(in);
  if (!standing) return std::unexpected(standing.error());
  const State& state = standing->state;
  Event event{state.session, "", 0, 0, in.text("kind"), ""};
  Json payload = in.has("fields") ? in.object("fields") : Json::object();
  if (in.error()) return std::unexpected(*in.error());
  if (event.kind == kind_id(SessionEvent::Kind::started) || state.session.empty()) {
    return fail(ErrorKind::refused, "the session has not begun", "", "session.start begins one");
  }
  payload["session"] = state.session;
  if (event.kind != kind_id(SessionEvent::Kind::next_day)) payload["at"] = to_json(state.at);
  event.payload = print_json(payload);
  const auto read = read_session_event(event);
  if (!read) return std::unexpected(read.error());
  return object_of({{"kind", event.kind}, {"payload", std::move(payload)}});
}

Result<std::vector<Event>> log_of(Core& core, Reader& in) {
  std::vector<Event> events;
  if (in.has("events")) {
    std::size_t index = 0;
    for (const Json& each : in.array("events")) {
      auto event = read_event(each, in.path_of("events") + "/" + std::to_string(index++));
      if (!event) return std::unexpected(event.error());
      events.push_back(std::move(*event));
    }
    if (in.error()) return std::unexpected(*in.error());
    return events;
  }
  const auto store = store_of(core);
  if (!store) return std::unexpected(store.error());
  auto listing = (*store)->list();
  if (!listing) return std::unexpected(listing.error());
  // Whoever filled the record may not have kept the order; ids of one device ascend.
  sort_stably(listing->events, [](const Event& a, const Event& b) { return a.id < b.id; });
  return std::move(listing->events);
}

// A session taken up from its log: the record's, or the one handed over.
Result<Json> session_resume(Core& core, Reader& in) {
  const std::string session = in.text("session");
  if (in.error()) return std::unexpected(*in.error());
  const auto log = log_of(core, in);
  if (!log) return std::unexpected(log.error());
  const auto resumed = resume(*log, session);
  if (!resumed) return std::unexpected(resumed.error());
  return object_of({{"plan", to_json(resumed->plan)},
                    {"state", to_json(resumed->state)},
                    {"effects", show_effects(resumed->effects)}});
}

Result<Json> session_summary(Core&, Reader& in) {
  const auto standing = read_standing(in);
  if (!standing) return std::unexpected(standing.error());
  return to_json(summarise(standing->plan, standing->state));
}

constexpr UseCase kSessionUseCases[] = {
    {"session.start", session_start},   {"session.event", session_event},
    {"session.step", session_step},     {"session.view", session_view},
    {"session.resume", session_resume}, {"session.summary", session_summary}};

}  // namespace

std::span<const UseCase> session_use_cases() {
  return kSessionUseCases;
}

}  // namespace limber
