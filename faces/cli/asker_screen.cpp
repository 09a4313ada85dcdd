#include <algorithm>

#include "base/text.h"
#include "faces/cli/asker.h"
#include "faces/cli/layout.h"
#include "faces/cli/page_view.h"
#include "faces/cli/terminal.h"

namespace limber::cli {
namespace {

class ScreenAsker final : public Asker {
 public:
  ScreenAsker(Terminal& terminal, const Catalogue& words) : terminal_(terminal), words_(words) {}

  Step ask(const Page& page, PageState& state) override {
    for (;;) {
      terminal_.draw(draw_page(page, state, terminal_.size(), terminal_.look(), words_));
      const Step step = press(page, state, read());
      if (step == Step::suspend) {
        terminal_.suspend();
      } else if (step != Step::stay) {
        return step;
      }
    }
  }

  std::string show(const Notice& notice) override {
    std::size_t top = 0;
    for (;;) {
      std::size_t height = 1, lines = 0;
      terminal_.draw(draw(notice, top, height, lines));
      const std::size_t lowest = lines > height ? lines - height : 0;
      const Key key = read();
      if (key.kind == Key::Kind::closed || key.is_control('c')) return "quit";
      if (key.is_control('z')) terminal_.suspend();
      if (const auto chosen = match(notice, key)) return *chosen;
      const std::size_t page = std::max<std::size_t>(height, 3) - 2;
      switch (key.kind) {
        case Key::Kind::up:
          top -= std::min<std::size_t>(top, 1);
          break;
        case Key::Kind::down:
          ++top;
          break;
        case Key::Kind::page_up:
          top -= std::min(top, page);
          break;
        case Key::Kind::page_down:
          top += page;
          break;
        case Key::Kind::home:
          top = 0;
          break;
        case Key::Kind::end:
          top = lowest;
          break;
        case Key::Kind::text:
          if (key.is(' ')) top += page;
          if (key.is('j')) ++top;
          if (key.is('k')) top -= std::min<std::size_t>(top, 1);
          break;
        default:
          break;
      }
      top = std::min(top, lowest);
    }
  }

  std::optional<std::string> secret(const std::string& prompt) override {
    Page page;
    Item item;
    item.kind = Item::Kind::text;
    item.low = 1, item.high = 200;
    page.items.push_back(item);
    PageState state = open_page(page);
    for (;;) {
      Chrome chrome{"Limber", "", {line(words_.text("ui.secret.keys"), Ink::faint)}};
      std::vector<Line> body = paragraph(prompt, text_width(terminal_.size()), Ink::strong);
      body.push_back({});
      const std::size_t typed = display_width(state.marks.items[0].typed);
      std::string dots;
      for (std::size_t i = 0; i < typed; ++i) dots += terminal_.look().utf8 ? "•" : "*";
      body.push_back(line("  " + dots + (terminal_.look().utf8 ? "▏" : "_"), Ink::chosen));
      terminal_.draw(framed(chrome, body, terminal_.size(), terminal_.look()));
      const Key key = read();
      if (key.kind == Key::Kind::escape) return std::nullopt;
      const Step step = press(page, state, key);
      if (step == Step::quit || step == Step::back) return std::nullopt;
      if (step == Step::suspend) terminal_.suspend();
      if (step == Step::accept) return state.marks.items[0].typed;
    }
  }

  Terminal* terminal() override { return &terminal_; }
  bool interrupted() const override { return interrupted_; }

 private:
  // Ctrl-C comes as a key here, and leaves every page.
  Key read() {
    Key key = terminal_.read_key(-1);
    interrupted_ = interrupted_ || key.is_control('c');
    return key;
  }

  std::vector<Line> draw(const Notice& notice, std::size_t& top, std::size_t& height,
                         std::size_t& lines) {
    const Size size = terminal_.size();
    const Look& look = terminal_.look();
    const std::size_t width = text_width(size);
    std::vector<Line> body = paragraph(notice.title, width, notice.ink);
    if (!notice.body.empty()) body.push_back({});
    append(body, lay_out(notice.body, width, look));
    Chrome chrome{"Limber", "", {}};
    std::string keys;
    for (const Action& action : notice.actions) {
      if (!keys.empty()) keys += " · ";
      keys += (action.key == 0 ? std::string("Enter") : std::string(1, action.key)) + " " +
              action.label;
    }
    chrome.foot = paragraph(keys, width, Ink::faint);
    height = body_height(chrome, size);
    lines = body.size();
    if (lines > height) {
      top = std::min(top, lines - height);
      body = scrolled(body, top, height, look);
    }
    return framed(chrome, body, size, look);
  }

  [[nodiscard]] std::vector<Line> scrolled(const std::vector<Line>& body, std::size_t top,
                                           std::size_t height, const Look& look) const {
    std::vector<Line> out(body.begin() + static_cast<std::ptrdiff_t>(top),
                          body.begin() + static_cast<std::ptrdiff_t>(top + height));
    if (height < 3) return out;
    if (top > 0) out.front() = line((look.utf8 ? "↑ " : "^ ") + words_.text("ui.more"), Ink::calm);
    if (top + height < body.size()) {
      out.back() = line((look.utf8 ? "↓ " : "v ") + words_.text("ui.more_keys"), Ink::calm);
    }
    return out;
  }

  static std::optional<std::string> match(const Notice& notice, const Key& key) {
    for (const Action& action : notice.actions) {
      if (action.key != 0 && key.is(action.key)) return action.id;
      if (action.key == 0 && key.kind == Key::Kind::enter) return action.id;
    }
    if (key.is('q') || key.kind == Key::Kind::escape) return "quit";
    return std::nullopt;
  }

  Terminal& terminal_;
  const Catalogue& words_;
  bool interrupted_ = false;
};

}  // namespace

std::unique_ptr<Asker> full_screen_asker(Terminal& terminal, const Catalogue& words) {
  return std::make_unique<ScreenAsker>(terminal, words);
}

}  // namespace limber::cli
