// A page of questions as plain lines, for screen readers, pipes and dumb terminals.
//
// Signs are one list, answered in one line ("1 3?", "none"); numbers, choices and own words are
// asked one after the other. Words understood everywhere: back, undo, help 2, again, quit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "faces/cli/page_keys.h"
#include "knowledge/catalogue.h"

namespace limber::cli {

class PlainPage {
 public:
  PlainPage(const Page& page, PageState& state, const Catalogue& words);

  // What to print before the next line is read.
  [[nodiscard]] std::vector<std::string> prompt() const;

  struct Turn {
    Step step = Step::stay;
    std::vector<std::string> say;  // printed at once; empty if all went well
    bool again = false;            // print prompt() again
  };
  // One line as it was typed, without its end.
  [[nodiscard]] Turn take(std::string_view line);

 private:
  // Item indices asked together: all signs, or a single other item.
  using Group = std::vector<int>;
  [[nodiscard]] Turn take_signs(const std::string& line);
  [[nodiscard]] Turn take_choice(const Item& item, const std::string& line);
  [[nodiscard]] Turn take_field(const Item& item, const std::string& line);
  [[nodiscard]] Turn help(const std::string& word) const;
  [[nodiscard]] Turn next();
  [[nodiscard]] Turn say(std::string_view key) const;
  [[nodiscard]] const Item& first() const;

  const Page& page_;
  PageState& state_;
  const Catalogue& words_;
  std::vector<Group> groups_;
  std::size_t at_ = 0;
};

// "1 3?" as numbers, each with whether it is doubtful. Nothing if a word is no such number.
struct Picked {
  int number = 0;
  bool not_sure = false;
  bool operator==(const Picked&) const = default;
};
[[nodiscard]] std::optional<std::vector<Picked>> read_picks(std::string_view line);

}  // namespace limber::cli
