// What to show of a session now: numbers and text ids, no words and no layout, so that a terminal,
// a browser and a voice show the same thing.
#pragma once

#include <limber/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "plan/timeline.h"
#include "session/state.h"

namespace limber {

struct View {
  Status status = Status::ready;
  Question question = Question::none;

  int item = 0, items = 0;  // item from 0; equal to items at the end
  std::string technique;    // id; empty at the end
  std::string title;        // text id
  std::string line;         // text id of the step
  bool warm_up = false;
  double range_factor = 1;  // 0..1 of the comfortable range
  int eased = 0;
  std::vector<std::string> notes;  // text ids: what is different for this person's conditions

  Phase::Kind phase = Phase::Kind::changeover;
  double phase_s = 0;  // length
  double phase_left_s = 0;
  double phase_done = 0;    // 0..1
  double reach = 0;         // 0..1 how far out, of the range: rises, stays, falls
  int rep = 0, reps = 0;    // rep from 1; 0 where there is none (changeover, rest)
  int set = 0, sets = 0;    // from 1
  int side = 0, sides = 0;  // from 1

  bool breathing = false;  // the pacer runs (not while getting into position)
  bool breath_in = true;
  double breath_done = 0;  // 0..1 of this breath in, or out
  double breath_left_s = 0;

  std::string next;           // text id of what comes next; empty before the end
  bool next_is_item = false;  // it is the title of the next technique
  double left_s = 0;          // of the whole session, as it is now
  double done = 0;            // 0..1 of the whole session
};

// `now_ms`: the clock that tick() is given; the view runs on smoothly between ticks.
[[nodiscard]] View view(const Plan& plan, const State& state, std::int64_t now_ms,
                        std::int64_t gap_ms);

}  // namespace limber
