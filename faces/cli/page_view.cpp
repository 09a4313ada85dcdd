#include "faces/cli/page_view.h"

#include <algorithm>

#include "base/text.h"

namespace limber::cli {
namespace {

struct Shown {
  std::string box;
  std::string word;
  Ink ink = Ink::plain;
};

Shown shown(bool yes, bool not_sure, const Look& look, const Catalogue& words) {
  if (not_sure) return {"[?]", words.text("ui.page.not_sure"), Ink::care};
  if (yes) return {look.utf8 ? "[✓]" : "[x]", words.text("ui.page.yes"), Ink::strong};
  return {"[ ]", "", Ink::plain};
}

Line lead(const Row& row, const std::string& box, bool here, const Look& look) {
  Line line;
  line.push_back({here ? (look.utf8 ? "› " : "> ") : "  ", Ink::chosen});
  if (row.number >= 0) {
    std::string number = std::to_string(row.number);
    if (number.size() < 2) number.insert(0, 1, ' ');
    line.push_back({number + " ", here ? Ink::chosen : Ink::faint});
  }
  line.push_back({box + " ", here ? Ink::chosen : Ink::plain});
  return line;
}

class Drawing {
 public:
  Drawing(const Page& page, const PageState& state, Size size, const Look& look,
          const Catalogue& words)
      : page_(page), state_(state), width_(text_width(size)), look_(look), words_(words) {}

  void draw() {
    append(body, paragraph(page_.title, width_, Ink::strong));
    body.push_back({});
    const auto all = rows(page_);
    int asked = -1;  // the item whose question stands above its options or field
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Row& row = all[i];
      const bool here = static_cast<int>(i) == state_.cursor;
      if (row.item >= 0 && row.item != asked && item(row).kind != Item::Kind::yes_no) {
        if (asked >= 0) body.push_back({});
        const std::size_t before = body.size();
        append(body, paragraph(item(row).ask, width_));
        if (here && before > 0) first = before;
      }
      if (row.item >= 0 && asked >= 0 && item(row).kind == Item::Kind::yes_no &&
          page_.items[static_cast<std::size_t>(asked)].kind != Item::Kind::yes_no) {
        body.push_back({});
      }
      asked = row.item;
      if (row.item < 0 && all.size() > 1 && page_.items.size() > 1) space_before_none();
      if (here && !(row.option <= 0 && row.item >= 0 && item(row).kind != Item::Kind::yes_no)) {
        first = body.size();
      }
      draw_row(row, here);
      if (here && state_.help && row.item >= 0 && !item(row).help.empty()) {
        for (Line& part : paragraph(item(row).help, width_ - 9, Ink::calm)) {
          body.push_back(indented(9, std::move(part)));
        }
      }
      if (here) last = body.size() - 1;
    }
  }

  std::vector<Line> body;
  std::size_t first = 0, last = 0;  // body lines of the row under the cursor

 private:
  [[nodiscard]] const Item& item(const Row& row) const {
    return page_.items[static_cast<std::size_t>(row.item)];
  }
  [[nodiscard]] const Mark& mark(const Row& row) const {
    return state_.marks.items[static_cast<std::size_t>(row.item)];
  }

  void space_before_none() {
    if (page_.items.size() <= 6) body.push_back({});
  }

  void draw_row(const Row& row, bool here) {
    if (row.item < 0) {
      const Shown none = shown(state_.marks.none, false, look_, words_);
      const std::string text = page_.none.empty() ? words_.text("ui.page.none") : page_.none;
      append(body, hanging(lead(row, none.box, here, look_), text, width_, none.ink));
    } else if (row.number < 0) {
      draw_field(row, here);
    } else if (row.option >= 0) {
      const bool chosen = mark(row).chosen == row.option;
      const std::string box = chosen ? (look_.utf8 ? "(●)" : "(*)") : "( )";
      append(body, hanging(lead(row, box, here, look_),
                           item(row).options[static_cast<std::size_t>(row.option)].text, width_,
                           chosen ? Ink::strong : Ink::plain));
      const bool end = row.option + 1 == static_cast<int>(item(row).options.size());
      if (end && mark(row).tick == Tick::not_sure) {
        body.push_back({{"     [?] ", Ink::care}, {words_.text("ui.page.not_sure"), Ink::care}});
      }
    } else {
      draw_sign(row, here);
    }
  }

  void draw_sign(const Row& row, bool here) {
    const Tick now = mark(row).tick;
    const Shown show = shown(now == Tick::yes, now == Tick::not_sure, look_, words_);
    std::vector<Line> lines =
        hanging(lead(row, show.box, here, look_), item(row).ask, width_, show.ink);
    if (!show.word.empty()) {
      Line& end = lines.back();
      const std::string word = "  " + show.word;
      if (width_of(end) + display_width(word) <= width_) end.push_back({word, Ink::care});
    }
    append(body, lines);
  }

  void draw_field(const Row& row, bool here) {
    const Item& field = item(row);
    Line line;
    line.push_back({here ? (look_.utf8 ? "› " : "> ") : "  ", Ink::chosen});
    const std::string& typed = mark(row).typed;
    std::string box = typed;
    if (here) box += look_.utf8 ? "▏" : "_";
    const std::size_t room =
        field.kind == Item::Kind::text ? std::min<std::size_t>(width_ - 8, 50) : 6;
    while (display_width(box) < room) box += ' ';
    line.push_back({"[ " + box + " ]", here ? Ink::chosen : Ink::plain});
    if (!field.unit.empty()) line.push_back({" " + field.unit, Ink::plain});
    if (mark(row).tick == Tick::not_sure) {
      line.push_back({"  " + words_.text("ui.page.not_sure"), Ink::care});
    } else if (field.kind == Item::Kind::number) {
      line.push_back({"  " + words_.text("ui.page.range", {{"low", number_text(field.low)},
                                                           {"high", number_text(field.high)}}),
                      Ink::faint});
    }
    body.push_back(line);
  }

  const Page& page_;
  const PageState& state_;
  std::size_t width_;
  const Look& look_;
  const Catalogue& words_;
};

// The keys that matter on this line.
std::string keys_here(const Page& page, const Row& here, const Catalogue& words) {
  const Item* item = here.item < 0 ? nullptr : &page.items[static_cast<std::size_t>(here.item)];
  if (item != nullptr && item->kind == Item::Kind::text) return words.text("ui.page.keys_text");
  const bool typing = here.number < 0;
  const bool sign = item == nullptr || item->kind == Item::Kind::yes_no;
  const bool help = item != nullptr && !item->help.empty();
  return words.text(typing ? "ui.page.keys_number"
                    : sign ? "ui.page.keys_list"
                           : "ui.page.keys_choice") +
         " · " + words.text(help ? "ui.page.keys_with_help" : "ui.page.keys_end");
}

// The notice, if there is one, and the keys.
std::vector<Line> foot(const Page& page, const PageState& state, Size size,
                       const Catalogue& words) {
  const std::size_t width = text_width(size);
  const auto all = rows(page);
  const Row here = all[static_cast<std::size_t>(state.cursor)];
  std::vector<Line> lines;
  if (!state.notice.empty()) {
    MessageArgs args;
    if (here.item >= 0) {
      const Item& item = page.items[static_cast<std::size_t>(here.item)];
      args = {{"low", number_text(item.low)}, {"high", number_text(item.high)}};
    }
    append(lines, paragraph(words.text(state.notice, args), width, Ink::care));
  } else if (state.help) {
    append(lines, paragraph(words.text("ui.page.all_keys"), width, Ink::calm));
  }
  append(lines, paragraph(keys_here(page, here, words), width, Ink::faint));
  return lines;
}

}  // namespace

std::string page_number(const Page& page, const Catalogue& words) {
  // The most pages there can be says little while it is far more than most people see.
  constexpr int kWorthSaying = 12;
  const int most = page.number - 1 + page.at_most;
  return words.text(most > kWorthSaying ? "ui.page.number_alone" : "ui.page.number",
                    {{"number", std::to_string(page.number)}, {"most", std::to_string(most)}});
}

std::vector<Line> draw_page(const Page& page, const PageState& state, Size size, const Look& look,
                            const Catalogue& words) {
  Drawing drawing(page, state, size, look, words);
  drawing.draw();
  Chrome chrome;
  chrome.left = "Limber";
  chrome.right = page_number(page, words);
  chrome.foot = foot(page, state, size, words);
  const std::size_t height = body_height(chrome, size);
  return framed(chrome, window(drawing.body, height, drawing.first, drawing.last, look, words),
                size, look);
}

}  // namespace limber::cli
