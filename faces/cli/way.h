// The whole way of a person through Limber, step by step, each step a small function that is
// written against an Asker and so works on a full screen and in plain lines.
#pragma once

#include <limber/types.h>

#include <string>

#include "faces/cli/ask_check.h"
#include "faces/cli/console.h"
#include "faces/cli/machine.h"

namespace limber::cli {

// What every step works with.
struct Way {
  Machine& machine;
  Conversation& conversation;
  double speed = 1;             // of the guided session
  bool silent = false;          // no bell, no voice
  bool short_way = false;       // `limber session`: no question about yesterday
  Json today = Json::object();  // the use-case `today`; empty without a record
  Level level = Level::go;      // of the last check on this way
  Json verdict = nullptr;       // that check's result

  [[nodiscard]] const Catalogue& words() { return machine.words(); }
  [[nodiscard]] Asker& asker() { return conversation.asker(); }
  [[nodiscard]] bool remembers() { return machine.record_open(); }
};

// What comes next after a step.
enum class Next { go_on, back, quit };

// Asks once whether a record may be kept; nothing is stored before. Quit if the person leaves.
[[nodiscard]] Result<Next> ask_consent(Way& way);
// Reads `today` anew. Without a record nothing.
[[nodiscard]] Result<void> look_at_today(Way& way);
// "How was it the day after?", where that is still open.
[[nodiscard]] Result<Next> ask_next_day(Way& way);
// The escalation clock's notices, and the answer to a growing habit of cracking.
[[nodiscard]] Result<Next> show_notices(Way& way);
// What changed since the last check, where something did.
[[nodiscard]] Result<Next> show_changes(Way& way);
// Keeps the check that was just done.
[[nodiscard]] Result<void> keep_check(Way& way, const Interview& interview);

// The wishes and the plan made of them; `plan` is empty if there is none.
struct Planned {
  Next next = Next::quit;
  Plan plan;
};
[[nodiscard]] Result<Planned> make_plan_with(Way& way, const Interview& check);

// The guided session, with the emergency questions again after every stop.
[[nodiscard]] Result<Next> guide(Way& way, const Plan& plan);
// Offers to go on with a session that was cut off: go_on when it was led to its end, back when
// there is none or a new one is wanted.
[[nodiscard]] Result<Next> offer_to_go_on(Way& way);
// How stiff it is now, and a line for the diary.
[[nodiscard]] Result<Next> ask_afterwards(Way& way);

}  // namespace limber::cli
