#include "app/replay.h"

#include <algorithm>

#include "body/names.h"
#include "plan/timeline.h"
#include "record/clearance.h"
#include "record/event_check.h"
#include "record/kinds.h"
#include "record/screened.h"
#include "record/uuid.h"
#include "screen/judge.h"
#include "session/events.h"

namespace limber {
namespace {

constexpr std::string_view kStarted = "session.started";

std::vector<int> course_of(const Plan& plan) {
  std::vector<int> phases;
  for (const PlanItem& item : plan.items)
    phases.push_back(static_cast<int>(item_phases(item, 0).size()));
  return phases;
}

// Whether the payload of a kind that is no session's fits; unknown kinds always do.
bool fits(std::string_view kind, const Json& data) {
  if (kind == kinds::kPain || kind == kinds::kStiffness) return read_score(data).has_value();
  if (kind == kinds::kPop) return read_pop(data).has_value();
  if (kind == kinds::kNote) return read_note(data).has_value();
  if (kind == kinds::kClearance) return read_clearance(data).has_value();
  if (kind == kinds::kConsent) return read_consent(data).has_value();
  if (kind == kinds::kPackAdded || kind == kinds::kPackRemoved) {
    return read_pack_change(data).has_value();
  }
  if (kind == kinds::kEdited || kind == kinds::kDeleted) {
    const auto correction = read_correction(data);
    return correction && parse_uuid(correction->of);
  }
  return true;
}

}  // namespace

void Replay::learn(std::span<const Event> events) {
  for (const Event& event : events) {
    clearance_ = clearance_ || event.kind == kinds::kClearance;
    if (event.kind != kStarted) continue;
    const auto start = read_session_event(event);
    if (start && start->plan) courses_[event.id] = course_of(*start->plan);
  }
}

bool Replay::needs_record(std::span<const Event> events) {
  return std::any_of(events.begin(), events.end(), [](const Event& event) {
    return event.kind.starts_with(kinds::kSession) || event.kind == kinds::kScreened;
  });
}

Result<void> Replay::check(std::span<const Event> events) const {
  Courses fresh;
  bool cleared = clearance_;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    const std::string path = "/events/" + std::to_string(i);
    if (auto formed = check_event(event, path); !formed) return formed;
    cleared = cleared || event.kind == kinds::kClearance;
    if (event.kind.starts_with(kinds::kSession)) {
      if (auto fine = check_session(event, fresh, path); !fine) return fine;
      if (event.kind == kStarted) {
        if (const auto start = read_session_event(event); start && start->plan) {
          fresh[event.id] = course_of(*start->plan);
        }
      }
    } else if (event.kind == kinds::kScreened) {
      if (auto fine = check_screened(event, cleared, path); !fine) return fine;
    } else {
      const auto data = parse_json(event.payload);
      if (!data) return std::unexpected(data.error());
      if (!fits(event.kind, *data)) {
        return fail(ErrorKind::input, "this is not what \"" + event.kind + "\" says",
                    path + "/payload", "docs/formats.md 2.2 lists the fields");
      }
    }
  }
  return {};
}

Result<void> Replay::check_session(const Event& event, const Courses& fresh,
                                   const std::string& path) const {
  if (!is_session_kind(event.kind)) return {};
  const auto read = read_session_event(event);
  if (!read) {
    Error error = read.error();
    error.where = path + error.where;
    return std::unexpected(std::move(error));
  }
  if (event.kind == kStarted) {
    if (read->plan->level < Level::see_professional_first) return {};
    return fail(ErrorKind::input, "no session is started at this level",
                path + "/payload/plan/level");
  }
  const Course* course = nullptr;
  for (const Courses* known : {&fresh, &courses_}) {
    const auto found = known->find(read->session);
    if (course == nullptr && found != known->end()) course = &found->second;
  }
  if (course == nullptr) {
    return fail(ErrorKind::input, "there is no such session", path + "/payload/session",
                "send its session.started first");
  }
  const auto item = static_cast<std::size_t>(read->at.item);
  const bool within =
      item < course->size() ? read->at.phase <= (*course)[item] : item == course->size();
  if (!within) {
    return fail(ErrorKind::input, "this place is not in the plan of the session",
                path + "/payload/at");
  }
  return {};
}

Result<void> Replay::check_screened(const Event& event, bool cleared,
                                    const std::string& path) const {
  const auto data = parse_json(event.payload);
  if (!data) return std::unexpected(data.error());
  Reader in(*data, path + "/payload");
  Reader made_with(in.object("knowledge"), in.path_of("knowledge"));
  const std::string hash = made_with.text("hash");
  (void)in.object("answers");
  const auto claimed = verdict_from_json(in.object("verdict"));
  if (made_with.error()) in.note(*made_with.error());
  if (in.error()) return std::unexpected(*in.error());
  if (!claimed) {
    return fail(ErrorKind::input, "this is not a verdict", in.path_of("verdict"),
                "docs/formats.md 2.2 lists the fields");
  }
  const Knowledge& knowledge = core_->knowledge();
  if (hash != knowledge.hash) return {};  // other rules judged it
  const TimedSheet sheet = answers_of(knowledge, *data, event.at_ms);
  Level lowest = judge(knowledge, core_->compiled, sheet.answers).level;
  if (claimed->level >= lowest) return {};
  if (cleared) {
    const Cleared all = covered_rules(knowledge, Clearance{});
    lowest = judge(knowledge, core_->compiled, sheet.answers, all).level;
    if (claimed->level >= lowest) return {};
  }
  return fail(ErrorKind::input,
              "these answers give " + std::string(level_id(lowest)) + ", which is more urgent",
              in.path_of("verdict") + "/level");
}

}  // namespace limber
