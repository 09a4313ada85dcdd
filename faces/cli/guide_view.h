// The guided session as lines: a pure function of what is to be shown, the size and the look.
//
// Read from top to bottom it is: what you do, the one line that says how, how long still, how to
// breathe, what comes next. The keys stand at the bottom with "that hurts" first, always.
#pragma once

#include <string>
#include <vector>

#include "faces/cli/frame.h"
#include "faces/cli/guide_ask.h"
#include "knowledge/catalogue.h"
#include "session/view.h"

namespace limber::cli {

struct GuideScreen {
  View view;
  Form form;  // a question that covers the exercise; none: the exercise itself
  std::vector<std::string> messages;  // text ids, shown below the exercise or the question
  bool careful = false;               // the messages ask for care
  bool unsaved = false;               // something could not be stored
  int active_min = 0;                 // for the last page: whole minutes moved
};

[[nodiscard]] std::vector<Line> guide_lines(const GuideScreen& screen, const Catalogue& words,
                                            Size size, const Look& look);

// The same in plain lines: the question with its choices, or the step in one line.
[[nodiscard]] std::vector<std::string> plain_question(const Form& form, const Catalogue& words);
[[nodiscard]] std::string plain_step(const View& view, const Catalogue& words);

// "4:05".
[[nodiscard]] std::string clock_text(double seconds);

}  // namespace limber::cli
