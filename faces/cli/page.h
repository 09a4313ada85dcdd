// One page of questions, as the use-case `interview` gives it, and what a person has marked on it.
//
// Both are plain data and every key press is a pure step, so that the full-screen page, the plain
// lines for screen readers and the tests share one behaviour. On a checklist a line goes
// off -> yes -> not sure -> off; "none of these" is a mark of its own, because a page that was
// merely skipped must never look like a page that was answered.
#pragma once

#include <limber/result.h>

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"

namespace limber::cli {

struct Choice {
  std::string id;
  std::string text;
};

struct Item {
  // text: a line in one's own words, used only for what is not a fact (who gave a clearance).
  enum class Kind : std::uint8_t { yes_no, number, choice, text };
  std::string fact;
  Kind kind = Kind::yes_no;
  std::string ask;
  std::string help;  // may be empty
  std::vector<Choice> options;
  double low = 0, high = 10;  // text: columns it may take, at least and at most
  bool integer = true;
  std::string unit;
};

struct Page {
  std::string screen;
  std::string block;
  std::string title;
  std::string none;  // "None of these"
  int number = 1;
  int at_most = 1;
  std::vector<Item> items;

  // Nothing but signs to tick: digits tick lines, and there is a line for "none of these".
  [[nodiscard]] bool checklist() const;
};

[[nodiscard]] Result<Page> read_page(const Json& page);

enum class Tick : std::uint8_t { off, yes, not_sure };

struct Mark {
  Tick tick = Tick::off;  // numbers and choices know off and not_sure only
  std::string typed;      // number and text: as typed so far
  int chosen = -1;        // choice: index into the options
  bool operator==(const Mark&) const = default;
};

// What stands on the page now.
struct Marks {
  std::vector<Mark> items;  // one per item
  bool none = false;        // "none of these"
  bool operator==(const Marks&) const = default;
};

[[nodiscard]] Marks blank_marks(const Page& page);

// What keeps the page from being accepted: a message id (ui.page.*) and the item it is about.
struct Missing {
  std::string text;
  int item = -1;
  bool operator==(const Missing&) const = default;
};
[[nodiscard]] std::optional<Missing> missing(const Page& page, const Marks& marks);

// {"fact": "yes", ...}: one answer for every item. Only for a page where nothing is missing.
[[nodiscard]] Json answers(const Page& page, const Marks& marks);

// The number as typed, if it is one that this item takes.
[[nodiscard]] std::optional<double> typed_number(const Item& item, const std::string& typed);

}  // namespace limber::cli
