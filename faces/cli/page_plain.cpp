#include "faces/cli/page_plain.h"

#include <algorithm>

#include "base/text.h"
#include "faces/cli/page_view.h"

namespace limber::cli {
namespace {

constexpr std::size_t kLongestLine = 400;  // what is read of one answer

std::string lower(std::string_view text) {
  std::string out(trim(text.substr(0, kLongestLine)));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words to type: these always, and those of the language ("back, b" for "ui.typed.back").
bool means(const std::string& word, const Catalogue& words, std::string_view key,
           std::initializer_list<std::string_view> always) {
  if (word.empty()) return false;
  if (one_of(word, always)) return true;
  for (const std::string& each : split(words.text_or_empty(key), ',')) {
    if (trim(each) == word) return true;
  }
  return false;
}

}  // namespace

std::optional<std::vector<Picked>> read_picks(std::string_view line) {
  std::vector<Picked> picks;
  std::string text(line);
  std::replace(text.begin(), text.end(), ',', ' ');
  for (const std::string& word : split(text, ' ')) {
    if (word.empty()) continue;
    Picked pick;
    std::size_t i = 0;
    for (; i < word.size() && word[i] >= '0' && word[i] <= '9' && i < 4; ++i) {
      pick.number = pick.number * 10 + (word[i] - '0');
    }
    pick.not_sure = i < word.size() && word[i] == '?';
    if (pick.not_sure) ++i;
    if (i == 0 || i != word.size() || word[0] == '?') return std::nullopt;
    picks.push_back(pick);
  }
  if (picks.empty()) return std::nullopt;
  return picks;
}

PlainPage::PlainPage(const Page& page, PageState& state, const Catalogue& words)
    : page_(page), state_(state), words_(words) {
  std::size_t signs = page.items.size();  // the group of signs, once there is one
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    const int index = static_cast<int>(i);
    if (page.items[i].kind != Item::Kind::yes_no) {
      groups_.push_back({index});
    } else if (signs == page.items.size()) {
      signs = groups_.size();
      groups_.push_back({index});
    } else {
      groups_[signs].push_back(index);
    }
  }
}

const Item& PlainPage::first() const {
  return page_.items[static_cast<std::size_t>(groups_[at_].front())];
}

std::vector<std::string> PlainPage::prompt() const {
  std::vector<std::string> lines;
  if (at_ == 0) {
    lines.push_back("");
    lines.push_back(page_number(page_, words_));
    lines.push_back(page_.title);
  }
  const Item& item = first();
  switch (item.kind) {
    case Item::Kind::yes_no: {
      int number = 0;
      for (const int i : groups_[at_]) {
        lines.push_back("  " + std::to_string(++number) + "  " +
                        page_.items[static_cast<std::size_t>(i)].ask);
      }
      lines.push_back("  0  " + (page_.none.empty() ? words_.text("ui.page.none") : page_.none));
      lines.push_back(words_.text("ui.plain.signs"));
      break;
    }
    case Item::Kind::choice: {
      lines.push_back(item.ask);
      int number = 0;
      for (const Choice& option : item.options) {
        lines.push_back("  " + std::to_string(++number) + "  " + option.text);
      }
      lines.push_back(words_.text("ui.plain.choice"));
      break;
    }
    case Item::Kind::number:
      lines.push_back(item.ask + (item.unit.empty() ? "" : " (" + item.unit + ")"));
      lines.push_back(words_.text(
          "ui.plain.number", {{"low", number_text(item.low)}, {"high", number_text(item.high)}}));
      break;
    case Item::Kind::text:
      lines.push_back(item.ask);
      break;
  }
  return lines;
}

PlainPage::Turn PlainPage::say(std::string_view key) const {
  const Item& item = first();
  return {Step::stay,
          {words_.text(key, {{"low", number_text(item.low)}, {"high", number_text(item.high)}})},
          false};
}

PlainPage::Turn PlainPage::help(const std::string& word) const {
  const auto picks = read_picks(word);
  const std::size_t which = picks ? static_cast<std::size_t>(picks->front().number) : 1;
  if (which < 1 || which > groups_[at_].size()) return say("ui.plain.no_such_line");
  const Item& item = page_.items[static_cast<std::size_t>(groups_[at_][which - 1])];
  if (item.help.empty()) return say("ui.plain.no_help");
  return {Step::stay, {item.ask + ": " + item.help}, false};
}

PlainPage::Turn PlainPage::next() {
  if (at_ + 1 == groups_.size()) return {Step::accept, {}, false};
  ++at_;
  return {Step::stay, {}, true};
}

PlainPage::Turn PlainPage::take(std::string_view typed) {
  if (groups_.empty()) return {Step::accept, {}, false};
  const std::string line = lower(typed);
  if (first().kind != Item::Kind::text || line.size() > 1) {
    if (means(line, words_, "ui.typed.quit", {"quit", "q", "exit"})) return {Step::quit, {}, false};
    if (means(line, words_, "ui.typed.back", {"back", "b"})) {
      if (at_ == 0) return {Step::back, {}, false};
      --at_;
      return {Step::stay, {}, true};
    }
    if (means(line, words_, "ui.typed.undo", {"undo", "u"})) {
      if (state_.undo.empty()) return say("ui.page.nothing_to_undo");
      state_.marks = state_.undo.back();
      state_.undo.pop_back();
      if (at_ > 0) --at_;
      return {Step::stay, {words_.text("ui.plain.undone")}, true};
    }
    if (means(line, words_, "ui.typed.again", {"again", "repeat"})) return {Step::stay, {}, true};
    if (line == "?") return say("ui.plain.words");
    const std::string first_word = line.substr(0, line.find(' '));
    if (means(first_word, words_, "ui.typed.help", {"help"})) {
      return help(line.substr(first_word.size()));
    }
  }
  switch (first().kind) {
    case Item::Kind::yes_no:
      return take_signs(line);
    case Item::Kind::choice:
      return take_choice(first(), line);
    default:
      return take_field(first(), std::string(trim(typed.substr(0, kLongestLine))));
  }
}

PlainPage::Turn PlainPage::take_signs(const std::string& line) {
  const Group& group = groups_[at_];
  const auto all = rows(page_);
  const auto row_of = [&](int item) {
    return *std::find_if(all.begin(), all.end(), [&](const Row& row) { return row.item == item; });
  };
  if (means(line, words_, "ui.typed.none", {"none", "0", "n", "no"})) {
    choose_none(page_, state_);
    return next();
  }
  if (group.size() == 1 && one_of(line, {"yes", "y"})) {
    tick(page_, state_, row_of(group.front()), Tick::yes);
    return next();
  }
  if (group.size() == 1 && means(line, words_, "answer.not_sure", {"not sure", "?", "s"})) {
    tick(page_, state_, row_of(group.front()), Tick::not_sure);
    return next();
  }
  const auto picks = read_picks(line);
  if (!picks) return say("ui.plain.signs");
  for (const Picked& pick : *picks) {
    // "0 2" contradicts itself, and a number that is not on the list was a slip.
    if (pick.number < 1 || pick.number > static_cast<int>(group.size())) {
      return say("ui.plain.no_such_line");
    }
  }
  Marks next_marks = state_.marks;
  for (const int i : group) next_marks.items[static_cast<std::size_t>(i)].tick = Tick::off;
  next_marks.none = false;
  for (const Picked& pick : *picks) {
    const auto item = static_cast<std::size_t>(group[static_cast<std::size_t>(pick.number - 1)]);
    next_marks.items[item].tick = pick.not_sure ? Tick::not_sure : Tick::yes;
  }
  state_.undo.push_back(state_.marks);
  state_.marks = std::move(next_marks);
  return next();
}

PlainPage::Turn PlainPage::take_choice(const Item& item, const std::string& line) {
  Row row{groups_[at_].front(), 0, 0};
  if (means(line, words_, "answer.not_sure", {"not sure", "s"})) {
    tick(page_, state_, row, Tick::not_sure);
    return next();
  }
  const auto picks = read_picks(line);
  if (!picks || picks->size() != 1 || picks->front().not_sure) return say("ui.plain.choice");
  row.option = picks->front().number - 1;
  if (row.option < 0 || row.option >= static_cast<int>(item.options.size())) {
    return say("ui.plain.no_such_line");
  }
  tick(page_, state_, row, Tick::yes);
  return next();
}

PlainPage::Turn PlainPage::take_field(const Item& item, const std::string& line) {
  const Row row{groups_[at_].front(), -1, -1};
  if (item.kind == Item::Kind::number &&
      means(lower(line), words_, "answer.not_sure", {"not sure", "s"})) {
    tick(page_, state_, row, Tick::not_sure);
    return next();
  }
  Marks marks = state_.marks;
  Mark& mark = marks.items[static_cast<std::size_t>(row.item)];
  mark = Mark{Tick::off, line, -1};
  if (item.kind == Item::Kind::number) {
    std::replace(mark.typed.begin(), mark.typed.end(), ',', '.');
    if (!typed_number(item, mark.typed)) {
      return say(line.empty() ? "ui.page.type_number" : "ui.page.out_of_range");
    }
  } else if (const auto columns = static_cast<double>(display_width(line));
             columns < item.low || columns > item.high) {
    return say("ui.page.type_text");
  }
  state_.undo.push_back(state_.marks);
  state_.marks = std::move(marks);
  return next();
}

}  // namespace limber::cli
