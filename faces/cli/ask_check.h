// The interview and its result page, until the person is done with both.
#pragma once

#include "faces/cli/console.h"
#include "faces/cli/interview_way.h"

namespace limber::cli {

// What the result page offers besides going on, going back and leaving.
struct AfterResult {
  bool go_on = false;  // "go on" instead of "done"
};

// `done` once the person accepted the result; back on the result page reopens the last page.
[[nodiscard]] Result<Interview::End> ask_and_show(Machine& machine, Conversation& conversation,
                                                  Interview& interview, AfterResult after = {});

}  // namespace limber::cli
