#include "session/session_json.h"

#include <algorithm>
#include <array>

#include "base/object.h"
#include "body/names.h"
#include "session/place.h"

namespace limber {
namespace {

constexpr std::array kStatuses = {Status::ready, Status::running, Status::paused, Status::halted,
                                  Status::ended};
constexpr std::array kQuestions = {Question::none,        Question::pain_before, Question::hurt,
                                   Question::why_stopped, Question::rescreen,    Question::go_on,
                                   Question::pain_after};
constexpr std::array kPauseReasons = {SessionEvent::Pause::person, SessionEvent::Pause::hurt,
                                      SessionEvent::Pause::gap};
constexpr std::array kStopReasons = {SessionEvent::Stop::unsaid, SessionEvent::Stop::done,
                                     SessionEvent::Stop::hurt, SessionEvent::Stop::unwell,
                                     SessionEvent::Stop::nerve};
constexpr std::array<std::string_view, 7> kEffects = {"append", "bell",   "speak", "show",
                                                      "ask",    "finish", "note"};
constexpr std::size_t kMostEvents = 100'000;
constexpr std::int64_t kLongest = 1'000'000'000'000'000;

Json pain_json(const std::optional<int>& pain) {
  return pain ? Json(*pain) : Json(nullptr);
}

std::optional<int> read_pain(Reader& in, std::string_view key) {
  if (!in.has(key)) return std::nullopt;
  return static_cast<int>(in.integer(key, 0, 10));
}

// The word among these whose id it is; the first, and an error, if there is none.
template <class List, class Id>
auto read_word(Reader& in, std::string_view key, const List& list, Id id) {
  const std::string word = in.text(key);
  for (const auto& one : list)
    if (id(one) == word) return one;
  if (!in.error())
    in.note({ErrorKind::input, "\"" + word + "\" is not possible here", in.path_of(key), ""});
  return list[0];
}

Json pop_json(const PopNote& pop) {
  Json json = object_of({{"at_ms", pop.at_ms},
                         {"painful", pop.painful},
                         {"repeat", pop.repeat},
                         {"place", pop.place}});
  if (pop.angle_deg) json["angle_deg"] = *pop.angle_deg;
  return json;
}

PopNote read_pop(const Json& json, const std::string& path, Reader& outer) {
  Reader in(json, path);
  PopNote pop;
  pop.at_ms = in.integer("at_ms", 0, kLongest);
  pop.painful = in.flag("painful");
  pop.repeat = in.flag("repeat");
  pop.place = in.text("place");
  if (in.has("angle_deg")) pop.angle_deg = in.number("angle_deg", -360, 360);
  if (in.error()) outer.note(*in.error());
  return pop;
}

Json note_json(const ItemNote& note) {
  return object_of({{"skipped", note.skipped},
                    {"begun", note.begun},
                    {"hurt", note.hurt},
                    {"pain", pain_json(note.pain)}});
}

ItemNote read_note(const Json& json, const std::string& path, Reader& outer) {
  Reader in(json, path);
  ItemNote note;
  note.skipped = in.flag("skipped");
  note.begun = in.flag("begun");
  note.hurt = in.flag("hurt");
  note.pain = read_pain(in, "pain");
  if (in.error()) outer.note(*in.error());
  return note;
}

void read_lists(Reader& in, State& state) {
  std::size_t index = 0;
  for (const Json& times : in.array("eased")) {
    const auto number = as_number(times);
    if (!number || *number < 0 || *number > kMostEased)
      in.note({ErrorKind::input, "0 to 3 was expected", in.path_of("eased"), ""});
    state.eased.push_back(number ? static_cast<int>(std::clamp(*number, 0.0, 3.0)) : 0);
  }
  for (const Json& note : in.array("items"))
    state.items.push_back(read_note(note, in.path_of("items") + "/" + std::to_string(index++), in));
  index = 0;
  const Json& pops = in.array("pops");
  const auto seen = in.texts("seen");
  if (pops.size() > kMostEvents || seen.size() > kMostEvents)
    in.note({ErrorKind::input, "the list is too long", in.path_of("pops"), ""});
  for (const Json& pop : pops)
    state.pops.push_back(read_pop(pop, in.path_of("pops") + "/" + std::to_string(index++), in));
  state.seen.insert(seen.begin(), seen.end());
}

// What step() relies on.
void check_state(const State& state, const Plan& plan, Reader& in) {
  if (in.error()) return;
  if (state.status == Status::ready) {
    if (!(state.at == Cursor{}) || !state.eased.empty() || !state.items.empty())
      in.note(
          {ErrorKind::input, "a session that has not begun is nowhere yet", in.path_of("at"), ""});
    return;
  }
  if (state.eased.size() != plan.items.size() || state.items.size() != plan.items.size())
    return in.note(
        {ErrorKind::input, "the state belongs to another plan", in.path_of("items"), ""});
  if (!Course{plan, state.eased}.valid(state.at))
    in.note({ErrorKind::input, "there is no such place in the plan", in.path_of("at"), ""});
  if (state.session.empty())
    in.note({ErrorKind::input, "the session has no id", in.path_of("session"), ""});
}

}  // namespace

Json to_json(const State& state) {
  Json items = Json::array();
  for (const ItemNote& note : state.items) items.push_back(note_json(note));
  Json pops = Json::array();
  for (const PopNote& pop : state.pops) pops.push_back(pop_json(pop));
  Json json = object_of({{"status", status_id(state.status)},
                         {"question", question_id(state.question)},
                         {"session", state.session},
                         {"at", to_json(state.at)},
                         {"active_ms", state.active_ms},
                         {"eased", state.eased},
                         {"items", std::move(items)},
                         {"numbers", to_json(state.numbers)},
                         {"pain_before", pain_json(state.pain_before)},
                         {"pain_after", pain_json(state.pain_after)},
                         {"pain_next_day", pain_json(state.pain_next_day)},
                         {"pause", pause_id(state.pause)},
                         {"stop", stop_id(state.stop)},
                         {"neck_locked", state.neck_locked},
                         {"finished", state.finished},
                         {"pops", std::move(pops)},
                         {"seen", state.seen},
                         {"ignored", state.ignored}});
  if (state.rescreened) json["rescreened"] = level_id(*state.rescreened);
  if (state.clock_ms) json["clock_ms"] = *state.clock_ms;
  return json;
}

Result<State> state_from_json(const Json& json, const Plan& plan, const std::string& path) {
  Reader in(json, path);
  State state;
  state.status = read_word(in, "status", kStatuses, status_id);
  state.question = read_word(in, "question", kQuestions, question_id);
  state.session = in.text("session");
  state.at = read_cursor(in, "at");
  state.active_ms = in.integer("active_ms", 0, kLongest);
  read_lists(in, state);
  state.numbers = read_session_numbers(in, "numbers");
  state.pain_before = read_pain(in, "pain_before");
  state.pain_after = read_pain(in, "pain_after");
  state.pain_next_day = read_pain(in, "pain_next_day");
  state.pause = read_word(in, "pause", kPauseReasons, pause_id);
  state.stop = read_word(in, "stop", kStopReasons, stop_id);
  state.neck_locked = in.flag("neck_locked");
  state.finished = in.flag("finished");
  state.ignored = static_cast<int>(in.integer("ignored", 0, 1'000'000'000));
  if (in.has("rescreened")) state.rescreened = read_word(in, "rescreened", kLevels, level_id);
  if (in.has("clock_ms")) state.clock_ms = in.integer("clock_ms", -kLongest, kLongest);
  check_state(state, plan, in);
  if (in.error()) return std::unexpected(*in.error());
  return state;
}

Json to_json(const Effect& effect) {
  Json json = object_of({{"kind", kEffects[static_cast<std::size_t>(effect.kind)]}});
  switch (effect.kind) {
    case Effect::Kind::append:
      json["event"] = object_of(
          {{"kind", kind_id(effect.event.kind)}, {"payload", session_fields(effect.event)}});
      break;
    case Effect::Kind::ask:
      json["question"] = question_id(effect.question);
      break;
    case Effect::Kind::speak:
    case Effect::Kind::show:
    case Effect::Kind::note:
      json["text"] = effect.text;
      break;
    case Effect::Kind::bell:
    case Effect::Kind::finish:
      break;
  }
  return json;
}

Json to_json(const View& view) {
  return object_of({{"status", status_id(view.status)},
                    {"question", question_id(view.question)},
                    {"item", view.item},
                    {"items", view.items},
                    {"technique", view.technique},
                    {"title", view.title},
                    {"line", view.line},
                    {"warm_up", view.warm_up},
                    {"range_factor", view.range_factor},
                    {"eased", view.eased},
                    {"notes", view.notes},
                    {"phase", phase_id(view.phase)},
                    {"phase_s", view.phase_s},
                    {"phase_left_s", view.phase_left_s},
                    {"phase_done", view.phase_done},
                    {"reach", view.reach},
                    {"rep", view.rep},
                    {"reps", view.reps},
                    {"set", view.set},
                    {"sets", view.sets},
                    {"side", view.side},
                    {"sides", view.sides},
                    {"breathing", view.breathing},
                    {"breath_in", view.breath_in},
                    {"breath_done", view.breath_done},
                    {"breath_left_s", view.breath_left_s},
                    {"next", view.next},
                    {"next_is_item", view.next_is_item},
                    {"left_s", view.left_s},
                    {"done", view.done}});
}

Json to_json(const SessionSummary& summary) {
  Json items = Json::array();
  for (const ItemSummary& item : summary.items)
    items.push_back(object_of({{"technique", item.technique},
                               {"warm_up", item.warm_up},
                               {"done", item.done},
                               {"whole", item.whole},
                               {"easy", item.easy},
                               {"flare", item.flare},
                               {"eased", item.eased},
                               {"pain", pain_json(item.pain)}}));
  return object_of({{"session", summary.session},
                    {"status", status_id(summary.status)},
                    {"finished", summary.finished},
                    {"whole", summary.whole},
                    {"stopped", summary.stopped},
                    {"stop", stop_id(summary.stop)},
                    {"neck_locked", summary.neck_locked},
                    {"active_ms", summary.active_ms},
                    {"pain_before", pain_json(summary.pain_before)},
                    {"pain_after", pain_json(summary.pain_after)},
                    {"pain_next_day", pain_json(summary.pain_next_day)},
                    {"pops", summary.pops},
                    {"items", std::move(items)}});
}

}  // namespace limber
