// Conducts a person through a plan: an event (or the passing of time) in, the new state and what is
// to be done about it out. Pure: clock, store, bell and voice are effects, carried out by a face.
//
//   state = step(plan, state, event)          for what happened (and for every event of a log)
//   state = tick(plan, state, now)            for time passing; never logged
//
// The face stores every `append` effect first and hands it to step() afterwards. Rules (sources in
// the knowledge; careful end where they leave a choice):
//   * "that hurts": nothing moves at once, then one question. Numb, dizzy, headache, sight, speech:
//     stop, the neck stays locked. Sharp or spreading, five or more that moving has raised, or five
//     above rest: stop. Three or four above rest: less range, hold and repetitions. Else: go on.
//   * a stop is possible in every state and at once; the emergency questions come after every stop.
//   * time that nobody saw pass (a crash, a closed lid, Ctrl-Z) is a pause, never exercise; a clock
//     that goes backward stands still.
//   * an event that is doubled, out of order, of another session or after the end changes nothing.
#pragma once

#include <limber/types.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "session/state.h"

namespace limber {

struct Effect {
  enum class Kind : std::uint8_t {
    append,  // store `event`, then step() it
    bell,    // a short sound
    speak,   // say the text `text`
    show,    // show the text `text` until something else is to be shown
    ask,     // ask `question`
    finish,  // the session is over
    note,    // for the log of the program: why an event was ignored
  };
  Kind kind = Kind::note;
  SessionEvent event;
  std::string text;  // a text id; for note a plain sentence
  Question question = Question::none;
  bool operator==(const Effect&) const = default;
};

struct Stepped {
  State state;
  std::vector<Effect> effects;
};

[[nodiscard]] Stepped step(const Plan& plan, State state, const SessionEvent& event);

// A longer silence than this was a suspended or stopped process. A face that lets time run faster
// (--speed) gives the gap that much longer.
inline constexpr std::int64_t kGapMs = 5'000;

// `now_ms`: any clock that only its differences are taken of.
[[nodiscard]] Stepped tick(const Plan& plan, State state, std::int64_t now_ms,
                           std::int64_t gap_ms = kGapMs);

// An event of this kind here and now, to be filled in and stored by the face.
[[nodiscard]] SessionEvent event_here(const State& state, SessionEvent::Kind kind);
// The first event. The plan must be sound (make_plan or plan_from_json made it).
[[nodiscard]] SessionEvent started(const Plan& plan, const SessionNumbers& numbers,
                                   std::optional<int> pain_at_rest);

// A session taken up from the log: events of other kinds and of other sessions are passed over,
// events that cannot be read count as ignored. A session that was running is paused by a gap: the
// effect that says so is in `effects`, as from tick().
struct Resumed {
  Plan plan;
  State state;
  std::vector<Effect> effects;
};
// `session`: the id of its started event. Errors: not_found, or input if the plan is not sound.
[[nodiscard]] Result<Resumed> resume(std::span<const Event> log, std::string_view session);

}  // namespace limber
