#include "faces/cli/page_keys.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace limber::cli {
namespace {

constexpr std::size_t kMostUndo = 200;
constexpr std::size_t kLongestNumber = 6;

const Item& item_of(const Page& page, const Row& row) {
  return page.items[static_cast<std::size_t>(row.item)];
}

Mark& mark_of(PageState& state, const Row& row) {
  return state.marks.items[static_cast<std::size_t>(row.item)];
}

// Remembers the marks before a change.
void keep(PageState& state) {
  if (state.undo.size() == kMostUndo) state.undo.erase(state.undo.begin());
  state.undo.push_back(state.marks);
}

Tick after(Tick tick) {
  switch (tick) {
    case Tick::off:
      return Tick::yes;
    case Tick::yes:
      return Tick::not_sure;
    case Tick::not_sure:
      return Tick::off;
  }
  return Tick::off;
}

// The next tick of a line: choices and numbers have nothing between off and not sure.
void cycle(const Page& page, PageState& state, const Row& row) {
  if (row.item < 0) return choose_none(page, state);
  if (row.option >= 0) return tick(page, state, row, Tick::yes);
  if (item_of(page, row).kind == Item::Kind::yes_no) {
    tick(page, state, row, after(mark_of(state, row).tick));
  }
}

void move_to_item(const Page& page, PageState& state, int item) {
  const auto all = rows(page);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].item == item) {
      state.cursor = static_cast<int>(i);
      return;
    }
  }
}

void move_to_first_sign(const Page& page, PageState& state) {
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    if (page.items[i].kind == Item::Kind::yes_no) {
      return move_to_item(page, state, static_cast<int>(i));
    }
  }
}

// A field for one's own words may stay empty, but nobody should miss it: Enter in the field above
// goes there first.
bool offer_next_words(const Page& page, PageState& state, const std::vector<Row>& all) {
  const auto next = static_cast<std::size_t>(state.cursor) + 1;
  if (all[next - 1].number >= 0 || next >= all.size() || all[next].item < 0) return false;
  const bool words = item_of(page, all[next]).kind == Item::Kind::text;
  if (!words || !mark_of(state, all[next]).typed.empty()) return false;
  state.cursor = static_cast<int>(next);
  return true;
}

// Enter on a form walks to the next open field first, and complains only about the one it is on.
Step accept(const Page& page, PageState& state) {
  const auto open = missing(page, state.marks);
  const auto all = rows(page);
  const Row here = all[static_cast<std::size_t>(state.cursor)];
  if (!open) return offer_next_words(page, state, all) ? Step::stay : Step::accept;
  if (open->item >= 0 && open->item != here.item) {
    move_to_item(page, state, open->item);
    const bool wrong = !state.marks.items[static_cast<std::size_t>(open->item)].typed.empty();
    state.notice = wrong ? open->text : "";
  } else {
    state.notice = open->text;
    if (open->item < 0 && here.number < 0) move_to_first_sign(page, state);
  }
  return Step::stay;
}

bool add_digit(const Item& item, std::string& typed, const std::string& key) {
  if (key.size() != 1) return false;
  const char c = key[0];
  const bool point =
      (c == '.' || c == ',') && !item.integer && typed.find('.') == std::string::npos;
  const bool minus = c == '-' && item.low < 0 && typed.empty();
  if (!(c >= '0' && c <= '9') && !point && !minus) return false;
  if (typed.size() < kLongestNumber) typed += point ? '.' : c;
  return true;
}

void drop_last_character(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
  if (!text.empty()) text.pop_back();
}

// What a key types into the field under the cursor; false if it is no typing.
bool type(const Page& page, PageState& state, const Row& row, const Key& key) {
  if (row.item < 0 || row.number >= 0) return false;
  const Item& item = item_of(page, row);
  Mark now = mark_of(state, row);
  if (key.kind == Key::Kind::backspace) {
    drop_last_character(now.typed);
  } else if (key.kind != Key::Kind::text) {
    return false;
  } else if (item.kind == Item::Kind::text) {
    if (static_cast<double>(display_width(now.typed)) < item.high) now.typed += key.text;
  } else if (!add_digit(item, now.typed, key.text)) {
    return false;
  }
  now.tick = Tick::off;
  if (now == mark_of(state, row)) return true;
  keep(state);
  mark_of(state, row) = now;
  return true;
}

Step letter(const Page& page, PageState& state, const std::vector<Row>& all, char c) {
  const Row here = all[static_cast<std::size_t>(state.cursor)];
  switch (c) {
    case 'b':
      return Step::back;
    case 'u':
      if (state.undo.empty()) {
        state.notice = "ui.page.nothing_to_undo";
      } else {
        state.marks = state.undo.back();
        state.undo.pop_back();
      }
      return Step::stay;
    case 'j':
      state.cursor = std::min(state.cursor + 1, static_cast<int>(all.size()) - 1);
      break;
    case 'k':
      state.cursor = std::max(state.cursor - 1, 0);
      break;
    case ' ':
      cycle(page, state, here);
      break;
    case 'y':
      tick(page, state, here, Tick::yes);
      break;
    case 's':
      tick(page, state, here, Tick::not_sure);
      break;
    case '0':
    case 'n':
      state.cursor = all.back().item < 0 ? static_cast<int>(all.size()) - 1 : state.cursor;
      choose_none(page, state);
      break;
    default:
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (c < '1' || c > '9' || all[i].number != c - '0') continue;
        state.cursor = static_cast<int>(i);
        cycle(page, state, all[i]);
      }
  }
  return Step::stay;
}

}  // namespace

std::vector<Row> rows(const Page& page) {
  std::vector<Row> all;
  int number = 0;
  bool signs = false;
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    const Item& item = page.items[i];
    const int index = static_cast<int>(i);
    if (item.kind == Item::Kind::number || item.kind == Item::Kind::text) {
      all.push_back({index, -1, -1});
    } else if (item.kind == Item::Kind::yes_no) {
      all.push_back({index, -1, ++number});
      signs = true;
    } else {
      for (std::size_t o = 0; o < item.options.size(); ++o) {
        all.push_back({index, static_cast<int>(o), ++number});
      }
    }
  }
  if (signs) all.push_back({-1, -1, 0});
  return all;
}

PageState open_page(const Page& page) {
  PageState state;
  state.marks = blank_marks(page);
  return state;
}

void tick(const Page& page, PageState& state, const Row& row, Tick wanted) {
  if (row.item < 0) return choose_none(page, state);
  Marks next = state.marks;
  Mark& mark = next.items[static_cast<std::size_t>(row.item)];
  const Item& item = item_of(page, row);
  if (item.kind == Item::Kind::yes_no) {
    mark.tick = wanted;
    if (wanted != Tick::off) next.none = false;
  } else if (wanted == Tick::not_sure && item.kind != Item::Kind::text) {
    mark = Mark{Tick::not_sure, "", -1};
  } else if (wanted == Tick::yes && row.option >= 0) {
    mark = Mark{Tick::off, "", row.option};
  }
  if (next == state.marks) return;
  keep(state);
  state.marks = std::move(next);
}

void choose_none(const Page& page, PageState& state) {
  Marks next = state.marks;
  bool signs = false;
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    if (page.items[i].kind != Item::Kind::yes_no) continue;
    signs = true;
    next.items[i].tick = Tick::off;
  }
  if (!signs) return;
  next.none = true;
  if (next == state.marks) return;
  keep(state);
  state.marks = std::move(next);
}

Step press(const Page& page, PageState& state, const Key& key) {
  const auto all = rows(page);
  if (all.empty()) return Step::accept;
  const bool was_leaving = std::exchange(state.leaving, false);
  const int last = static_cast<int>(all.size()) - 1;
  if (key.kind == Key::Kind::none || key.kind == Key::Kind::resize ||
      key.kind == Key::Kind::resumed) {
    state.leaving = was_leaving;
    return Step::stay;
  }
  state.notice.clear();
  const Row here = all[static_cast<std::size_t>(state.cursor)];
  const bool own_words = here.item >= 0 && item_of(page, here).kind == Item::Kind::text;
  if (own_words && type(page, state, here, key)) return Step::stay;
  if (key.is('?')) {
    state.help = !state.help;
    return Step::stay;
  }
  if (key.kind == Key::Kind::closed || key.is_control('c')) return Step::quit;
  if (key.is_control('z')) return Step::suspend;
  if (key.is('q') || key.kind == Key::Kind::escape) {
    if (was_leaving && key.is('q')) return Step::quit;
    if (was_leaving && own_words) return Step::quit;  // there q is a letter
    // Escape closes what is open, and only asks whether to leave when nothing is.
    if (key.kind == Key::Kind::escape && std::exchange(state.help, false)) return Step::stay;
    state.leaving = true;
    state.notice = "ui.page.leave";
    return Step::stay;
  }
  if (type(page, state, here, key)) return Step::stay;
  switch (key.kind) {
    case Key::Kind::enter:
      return accept(page, state);
    case Key::Kind::up:
    case Key::Kind::back_tab:
      state.cursor = std::max(state.cursor - 1, 0);
      break;
    case Key::Kind::down:
    case Key::Kind::tab:
      state.cursor = std::min(state.cursor + 1, last);
      break;
    case Key::Kind::home:
      state.cursor = 0;
      break;
    case Key::Kind::end:
      state.cursor = last;
      break;
    case Key::Kind::text:
      if (key.text.size() == 1) return letter(page, state, all, key.text[0]);
      break;
    default:
      break;
  }
  return Step::stay;
}

}  // namespace limber::cli
