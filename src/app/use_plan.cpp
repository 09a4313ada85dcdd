// The use-cases that plan and conduct: plan, swap, session.step, session.view.
#include "app/plan_input.h"
#include "app/show.h"
#include "body/names.h"
#include "body/plan_json.h"
#include "plan/plan.h"
#include "session/session_json.h"
#include "session/step.h"
#include "session/view.h"

namespace limber {
namespace {

Json show_item(const Catalogue& texts, const PlanItem& item) {
  const std::string key = "technique." + item.technique;
  Json why = Json::array(), differently = Json::array();
  for (const std::string& reason : item.reasons) why.push_back(texts.text(reason));
  for (const std::string& condition : item.conditions) {
    const std::string modify = "modify." + condition + "." + item.technique;
    if (texts.has(modify)) differently.push_back(texts.text(modify));
  }
  return {{"technique", item.technique},           {"warm_up", item.warm_up},
          {"name", texts.text(key + ".name")},     {"position", texts.text(key + ".position")},
          {"target", texts.text(key + ".target")}, {"why", std::move(why)},
          {"differently", std::move(differently)}, {"seconds", item.seconds}};
}

Json show_excluded(const Catalogue& texts, const Excluded& excluded) {
  Json names = Json::array();
  for (const std::string& condition : excluded.conditions) {
    names.push_back(texts.text("condition." + condition + ".name"));
  }
  return {{"technique", excluded.technique},
          {"name", texts.text("technique." + excluded.technique + ".name")},
          {"reason", excluded.reason},
          {"why", texts.text(excluded.reason)},
          {"conditions", std::move(names)}};
}

Json show_plan(const Core& core, const Catalogue& texts, const PlanInput& input, const Plan& plan) {
  Json items = Json::array(), excluded = Json::array();
  for (const PlanItem& item : plan.items) items.push_back(show_item(texts, item));
  for (const Excluded& out : plan.excluded) excluded.push_back(show_excluded(texts, out));
  return {{"plan", to_json(plan)},
          {"items", std::move(items)},
          {"excluded", std::move(excluded)},
          {"total_s", plan.total_s},
          {"verdict", show_verdict(core, texts, input.sheet, input.verdict)}};
}

Result<Json> plan(Core& core, Reader& in) {
  const auto input = read_plan_input(core, in);
  if (!input) return std::unexpected(input.error());
  const auto made = make_plan(core.knowledge(), input->verdict, input->wishes, input->history);
  if (!made) return std::unexpected(made.error());
  Plan stamped = *made;
  stamped.knowledge = core.knowledge_stamp();
  return show_plan(core, core.texts(in.text_or("lang", "en")), *input, stamped);
}

Result<Json> swap(Core& core, Reader& in) {
  const auto input = read_plan_input(core, in);
  if (!input) return std::unexpected(input.error());
  const std::string out = in.text("out"), wanted = in.text("in");
  if (in.error()) return std::unexpected(*in.error());
  const auto before = plan_from_json(in.object("plan"), in.path_of("plan"));
  if (!before) return std::unexpected(before.error());
  auto after = swap_technique(core.knowledge(), input->verdict, input->wishes, input->history,
                              *before, out, wanted);
  if (!after) return std::unexpected(after.error());
  after->knowledge = core.knowledge_stamp();
  return show_plan(core, core.texts(in.text_or("lang", "en")), *input, *after);
}

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

Result<Event> read_event(Reader& in) {
  Reader table(in.object("event"), in.path_of("event"));
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

Json show_step(const Stepped& stepped) {
  Json effects = Json::array();
  for (const Effect& effect : stepped.effects) effects.push_back(to_json(effect));
  return {{"state", to_json(stepped.state)}, {"effects", std::move(effects)}};
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
  const auto event = read_event(in);
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
  const auto payload = parse_json(session_payload(event));
  if (!payload) return std::unexpected(payload.error());
  return Json{{"kind", kind_id(event.kind)}, {"payload", *payload}};
}

constexpr UseCase kUseCases[] = {{"plan", plan},
                                 {"swap", swap},
                                 {"session.start", session_start},
                                 {"session.step", session_step},
                                 {"session.view", session_view}};

}  // namespace

std::span<const UseCase> plan_use_cases() {
  return kUseCases;
}

}  // namespace limber
