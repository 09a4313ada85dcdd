#include "session/events.h"

#include <algorithm>
#include <array>

#include "base/object.h"
#include "body/names.h"
#include "body/plan_json.h"

namespace limber {
namespace {

using Kind = SessionEvent::Kind;

constexpr std::array<std::string_view, 13> kKinds = {
    "session.started", "session.reached", "session.paused",     "session.resumed",
    "session.skipped", "session.eased",   "session.hurt",       "session.pain",
    "session.pop",     "session.stopped", "session.rescreened", "session.finished",
    "session.next_day"};
constexpr std::array<std::string_view, 3> kPauses = {"person", "hurt", "gap"};
constexpr std::array<std::string_view, 5> kStops = {"unsaid", "done", "hurt", "unwell", "nerve"};
constexpr std::array<std::string_view, 2> kWhens = {"during", "after"};

constexpr std::size_t kLongestWord = 200;

template <std::size_t N>
int word_of(Reader& in, std::string_view key, const std::array<std::string_view, N>& words) {
  const std::string word = in.text(key);
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<int>(found - words.begin());
  if (!in.error())
    in.note({ErrorKind::input, "\"" + word + "\" is not possible here", in.path_of(key), ""});
  return 0;
}

std::optional<int> pain_of(Reader& in, bool required) {
  if (!required && !in.has("pain")) return std::nullopt;
  return static_cast<int>(in.integer("pain", 0, 10));
}

void read_started(Reader& in, SessionEvent& event) {
  auto plan = plan_from_json(in.object("plan"), in.path_of("plan"));
  if (plan) {
    event.plan = std::move(*plan);
  } else {
    in.note(plan.error());
  }
  event.numbers = read_session_numbers(in, "numbers");
  event.pain = pain_of(in, false);
  in.refuse_unknown({"plan", "numbers", "pain"});
}

void read_pop(Reader& in, SessionEvent& event) {
  event.painful = in.flag("painful");
  event.place = in.text_or("place", "");
  if (event.place.size() > kLongestWord)
    in.note({ErrorKind::input, "the text is too long", in.path_of("place"), ""});
  if (in.has("angle_deg")) event.angle_deg = in.number("angle_deg", -360, 360);
  if (in.has("same_spot")) event.same_spot = in.flag("same_spot");
  in.refuse_unknown({"session", "at", "painful", "place", "angle_deg", "same_spot"});
}

void read_rescreened(Reader& in, SessionEvent& event) {
  const std::string level = in.text("level");
  if (const auto known = level_from(level)) {
    event.level = *known;
  } else {
    in.note({ErrorKind::input, "\"" + level + "\" is not a level", in.path_of("level"), ""});
  }
  event.plan_allowed = in.flag("plan_allowed");
  in.refuse_unknown({"session", "at", "level", "plan_allowed"});
}

void read_fields(Reader& in, SessionEvent& event) {
  switch (event.kind) {
    case Kind::started:
      return read_started(in, event);
    case Kind::pop:
      return read_pop(in, event);
    case Kind::rescreened:
      return read_rescreened(in, event);
    case Kind::reached:
    case Kind::resumed:
    case Kind::skipped:
    case Kind::eased:
    case Kind::finished:
      return in.refuse_unknown({"session", "at"});
    case Kind::paused:
      event.pause = static_cast<SessionEvent::Pause>(word_of(in, "reason", kPauses));
      return in.refuse_unknown({"session", "at", "reason"});
    case Kind::stopped:
      event.stop = static_cast<SessionEvent::Stop>(word_of(in, "reason", kStops));
      return in.refuse_unknown({"session", "at", "reason"});
    case Kind::hurt:
      // Whoever feels something sharp or odd need not put a number to it.
      event.pain = pain_of(in, false);
      event.sharp = in.flag("sharp");
      event.spreading = in.flag("spreading");
      event.nerve = in.flag("nerve");
      return in.refuse_unknown({"session", "at", "pain", "sharp", "spreading", "nerve"});
    case Kind::pain:
      event.pain = pain_of(in, true);
      event.when = static_cast<SessionEvent::When>(word_of(in, "when", kWhens));
      return in.refuse_unknown({"session", "at", "pain", "when"});
    case Kind::next_day:
      event.pain = pain_of(in, true);
      return in.refuse_unknown({"session", "pain"});
  }
}

void write_fields(const SessionEvent& event, Json& json) {
  const bool says_pain = event.kind == Kind::started || event.kind == Kind::hurt ||
                         event.kind == Kind::pain || event.kind == Kind::next_day;
  if (says_pain && event.pain) json["pain"] = *event.pain;
  switch (event.kind) {
    case Kind::started:
      json["plan"] = to_json(event.plan.value_or(Plan{}));
      json["numbers"] = to_json(event.numbers);
      break;
    case Kind::paused:
      json["reason"] = pause_id(event.pause);
      break;
    case Kind::stopped:
      json["reason"] = stop_id(event.stop);
      break;
    case Kind::hurt:
      json["sharp"] = event.sharp;
      json["spreading"] = event.spreading;
      json["nerve"] = event.nerve;
      break;
    case Kind::pain:
      json["when"] = kWhens[static_cast<std::size_t>(event.when)];
      break;
    case Kind::pop:
      json["painful"] = event.painful;
      json["place"] = event.place;
      if (event.angle_deg) json["angle_deg"] = *event.angle_deg;
      if (event.same_spot) json["same_spot"] = *event.same_spot;
      break;
    case Kind::rescreened:
      json["level"] = level_id(event.level);
      json["plan_allowed"] = event.plan_allowed;
      break;
    default:
      break;
  }
}

bool has_place(Kind kind) {
  return kind != Kind::started && kind != Kind::next_day;
}

}  // namespace

SessionNumbers session_numbers(const Knowledge& knowledge) {
  const auto whole = [&knowledge](std::string_view name, double low, double high, int fallback) {
    const auto found = knowledge.numbers.find(name);
    if (found == knowledge.numbers.end()) return fallback;
    return static_cast<int>(std::clamp(found->second, low, high));
  };
  // A clinician may make these stricter, never laxer than the documented bands.
  SessionNumbers numbers;
  numbers.pain_reduce_from = whole("pain_reduce_from", 1, 3, numbers.pain_reduce_from);
  numbers.pain_stop_from = whole("pain_stop_from", 1, 5, numbers.pain_stop_from);
  numbers.pop_repeat_min = whole("pop_repeat_tendon_min", 1, 20, numbers.pop_repeat_min);
  numbers.flare_from = whole("pain_change_that_counts", 1, 3, numbers.flare_from);
  return numbers;
}

std::string_view kind_id(Kind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

bool is_session_kind(std::string_view kind) {
  return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

std::string_view pause_id(SessionEvent::Pause pause) {
  return kPauses[static_cast<std::size_t>(pause)];
}

std::string_view stop_id(SessionEvent::Stop stop) {
  return kStops[static_cast<std::size_t>(stop)];
}

Json to_json(const SessionNumbers& numbers) {
  return object_of({{"pain_reduce_from", numbers.pain_reduce_from},
                    {"pain_stop_from", numbers.pain_stop_from},
                    {"pop_repeat_min", numbers.pop_repeat_min},
                    {"flare_from", numbers.flare_from}});
}

SessionNumbers read_session_numbers(Reader& outer, std::string_view key) {
  Reader in(outer.object(key), outer.path_of(key));
  SessionNumbers numbers;
  numbers.pain_reduce_from = static_cast<int>(in.integer("pain_reduce_from", 1, 10));
  numbers.pain_stop_from = static_cast<int>(in.integer("pain_stop_from", 1, 10));
  numbers.pop_repeat_min = static_cast<int>(in.integer("pop_repeat_min", 1, 120));
  numbers.flare_from = static_cast<int>(in.integer("flare_from", 1, 10));
  in.refuse_unknown({"pain_reduce_from", "pain_stop_from", "pop_repeat_min", "flare_from"});
  if (in.error()) outer.note(*in.error());
  return numbers;
}

Json to_json(const Cursor& at) {
  return object_of({{"item", at.item}, {"phase", at.phase}, {"ms", at.ms}});
}

Cursor read_cursor(Reader& outer, std::string_view key) {
  Reader in(outer.object(key), outer.path_of(key));
  Cursor at;
  at.item = static_cast<int>(in.integer("item", 0, 1000));
  at.phase = static_cast<int>(in.integer("phase", 0, 1'000'000));
  at.ms = in.integer("ms", 0, 1'000'000'000);
  in.refuse_unknown({"item", "phase", "ms"});
  if (in.error()) outer.note(*in.error());
  return at;
}

Result<SessionEvent> read_session_event(const Event& event) {
  const auto kind = std::find(kKinds.begin(), kKinds.end(), event.kind);
  if (kind == kKinds.end())
    return fail(ErrorKind::not_found, "\"" + event.kind + "\" is no event of a session", "/kind");
  const auto json = parse_json(event.payload);
  if (!json) return std::unexpected(json.error());
  SessionEvent read;
  read.kind = static_cast<Kind>(kind - kKinds.begin());
  read.id = event.id;
  read.at_ms = event.at_ms;
  Reader in(*json, "/payload");
  read.session = read.kind == Kind::started ? event.id : in.text("session");
  if (has_place(read.kind)) read.at = read_cursor(in, "at");
  read_fields(in, read);
  if (in.error()) return std::unexpected(*in.error());
  return read;
}

Json session_fields(const SessionEvent& event) {
  Json json = Json::object();
  if (event.kind != Kind::started) json["session"] = event.session;
  if (has_place(event.kind)) json["at"] = to_json(event.at);
  write_fields(event, json);
  return json;
}

std::string session_payload(const SessionEvent& event) {
  return print_json(session_fields(event));
}

}  // namespace limber
