// What each key does to a page of questions.
//
//   1-9       tick that line: yes, again for not sure, again for off; or choose that option
//   0  n      none of these
//   up down   move (Tab too); space ticks, y is yes, s is not sure
//   ?         the longer explanation of the line, or the list of keys
//   u         undo the last change on this page;  b  back to the page before
//   Enter     go on;  q  leave (asked twice)
// In a field digits (or, for one's own words, everything) are typed instead; Backspace takes one
// back, and Escape twice leaves.
#pragma once

#include "faces/cli/keys.h"
#include "faces/cli/page.h"

namespace limber::cli {

// A line the cursor can stand on: a sign, a number field, an option of a choice, "none of these".
struct Row {
  int item = -1;    // -1: the line "none of these"
  int option = -1;  // index into the item's options
  int number = 0;   // what is pressed to pick it; 0 for none-of-these, -1 for a field to type in
  bool operator==(const Row&) const = default;
};
[[nodiscard]] std::vector<Row> rows(const Page& page);

struct PageState {
  Marks marks;
  int cursor = 0;           // index into rows()
  bool help = false;        // the explanation of the cursor's line is open
  bool leaving = false;     // q was pressed once
  std::string notice;       // message id to show; empty for none
  std::vector<Marks> undo;  // earlier marks, oldest first
};
[[nodiscard]] PageState open_page(const Page& page);

enum class Step : std::uint8_t { stay, accept, back, quit, suspend };

// One key press.
[[nodiscard]] Step press(const Page& page, PageState& state, const Key& key);

// Ticking and choosing as plain lines do it too. `row` as in rows().
void tick(const Page& page, PageState& state, const Row& row, Tick wanted);
void choose_none(const Page& page, PageState& state);

}  // namespace limber::cli
