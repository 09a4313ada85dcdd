#include "session/view.h"

#include <algorithm>

#include "body/plan_time.h"
#include "session/place.h"

namespace limber {
namespace {

double seconds(std::int64_t ms) {
  return static_cast<double>(ms) / 1000;
}

double reach_of(Phase::Kind kind, double done) {
  switch (kind) {
    case Phase::Kind::out:
      return done;
    case Phase::Kind::hold:
      return 1;
    case Phase::Kind::back:
      return 1 - done;
    default:
      return 0;
  }
}

// Where the session is now: where the last tick left it, and the time since.
Cursor place_now(const Course& course, const State& state, std::int64_t now_ms,
                 std::int64_t gap_ms) {
  if (state.status != Status::running || !state.clock_ms) return state.at;
  const std::int64_t since = now_ms - *state.clock_ms;
  return since > 0 && since <= gap_ms ? course.forward(state.at, since) : state.at;
}

// The pacer starts anew with every technique, once the person is in position.
void breathe(const PlanItem& item, std::int64_t in_item_ms, View& out) {
  const std::int64_t since = in_item_ms - to_ms(item.changeover_s);
  const std::int64_t in = std::max<std::int64_t>(to_ms(item.breath_in_s), 1);
  const std::int64_t cycle = in + std::max<std::int64_t>(to_ms(item.breath_out_s), 1);
  if (since < 0) return;
  const std::int64_t at = since % cycle;
  out.breathing = true;
  out.breath_in = at < in;
  const std::int64_t length = out.breath_in ? in : cycle - in;
  const std::int64_t done = out.breath_in ? at : at - in;
  out.breath_done = static_cast<double>(done) / static_cast<double>(length);
  out.breath_left_s = seconds(length - done);
}

void look_ahead(const Course& course, const Cursor& at, View& out) {
  const auto phases = course.phases(at.item);
  const auto next = static_cast<std::size_t>(at.phase) + 1;
  if (next < phases.size()) {
    out.next = phase_text(course.item(at.item), phases[next].kind);
  } else if (at.item + 1 < course.items()) {
    out.next =
        "technique." + course.plan.items[static_cast<std::size_t>(at.item) + 1].technique + ".name";
    out.next_is_item = true;
  }
}

}  // namespace

View view(const Plan& plan, const State& state, std::int64_t now_ms, std::int64_t gap_ms) {
  const Course course{plan, state.eased};
  const Cursor at = place_now(course, state, now_ms, gap_ms);
  View out;
  out.status = state.status;
  out.question = state.question;
  out.item = at.item;
  out.items = course.items();
  const std::int64_t total = course.total_ms();
  const std::int64_t elapsed = course.elapsed_ms(at);
  out.left_s = seconds(total - elapsed);
  out.done = total > 0 ? static_cast<double>(elapsed) / static_cast<double>(total) : 1;
  if (course.at_end(at)) return out;

  const PlanItem item = course.item(at.item);
  const auto phases = course.phases(at.item);
  const Phase& phase = phases[static_cast<std::size_t>(at.phase)];
  out.technique = item.technique;
  out.title = "technique." + item.technique + ".name";
  out.line = phase_text(item, phase.kind);
  out.warm_up = item.warm_up;
  out.range_factor = item.range_factor;
  out.eased = state.eased.empty() ? 0 : state.eased[static_cast<std::size_t>(at.item)];
  for (const std::string& condition : item.conditions)
    out.notes.push_back("modify." + condition + "." + item.technique);

  out.phase = phase.kind;
  out.phase_s = seconds(phase.length_ms);
  out.phase_left_s = seconds(phase.length_ms - at.ms);
  out.phase_done = static_cast<double>(at.ms) / static_cast<double>(phase.length_ms);
  out.reach = reach_of(phase.kind, out.phase_done);
  const bool moving = phase.kind != Phase::Kind::changeover && phase.kind != Phase::Kind::rest;
  out.rep = moving ? phase.rep + 1 : 0;
  out.reps = item.dose.reps;
  out.set = phase.set + 1;
  out.sets = item.dose.sets;
  out.side = moving ? phase.side + 1 : 0;
  out.sides = item.dose.sides;
  breathe(item, phase.start_ms + at.ms, out);
  look_ahead(course, at, out);
  return out;
}

}  // namespace limber
