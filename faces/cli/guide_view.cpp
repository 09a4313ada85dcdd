#include "faces/cli/guide_view.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "faces/cli/layout.h"
#include "plan/timeline.h"

namespace limber::cli {
namespace {

// Up to here, the two lines between the parts are kept; below, everything moves together.
constexpr int kTall = 22;
constexpr std::size_t kWidestBar = 44;

std::string whole_seconds(double seconds) {
  return std::to_string(static_cast<int>(std::ceil(std::max(seconds, 0.0) - 1e-6)));
}

class Drawing {
 public:
  Drawing(const GuideScreen& screen, const Catalogue& words, Size size, const Look& look)
      : screen_(screen),
        view_(screen.view),
        words_(words),
        size_(size),
        look_(look),
        width_(text_width(size)) {}

  std::vector<Line> lines() {
    if (screen_.form.kind == Form::Kind::end) {
      last_page();
    } else if (screen_.form.kind != Form::Kind::none) {
      question();
    } else {
      exercise();
    }
    Chrome chrome;
    chrome.left = words_.text("ui.guide.name");
    chrome.right = corner();
    chrome.foot = keys();
    auto all = framed(chrome, body_, size_, look_);
    const auto columns = static_cast<std::size_t>(std::max(size_.width, 1));
    for (Line& each : all) each = cut(each, columns, look_);
    return all;
  }

 private:
  bool tall() const { return size_.height >= kTall; }
  void gap() { body_.push_back({}); }
  void wide_gap() {
    if (tall()) gap();
  }
  void add(Line line) { body_.push_back(std::move(line)); }
  void add(std::string_view text, Ink ink) { append(body_, paragraph(text, width_, ink)); }

  std::string corner() const {
    if (view_.item >= view_.items) return "";
    std::string left = words_.text("ui.guide.left", {{"time", clock_text(view_.left_s)}});
    if (width_ < 50) return left;
    return words_.text("ui.guide.place", {{"number", std::to_string(view_.item + 1)},
                                          {"count", std::to_string(view_.items)}}) +
           (look_.utf8 ? " \u00B7 " : ", ") + left;
  }

  // "repetition 2 of 5, second side", as far as it means anything here.
  std::string counters() const {
    std::vector<std::string> parts;
    if (view_.rep > 0 && view_.reps > 1)
      parts.push_back(words_.text("ui.guide.rep", {{"number", std::to_string(view_.rep)},
                                                   {"count", std::to_string(view_.reps)}}));
    if (view_.side > 0 && view_.sides > 1)
      parts.push_back(
          words_.text(view_.side == 1 ? "ui.guide.side.first" : "ui.guide.side.second"));
    if (view_.sets > 1)
      parts.push_back(words_.text("ui.guide.set", {{"number", std::to_string(view_.set)},
                                                   {"count", std::to_string(view_.sets)}}));
    return join(parts, look_.utf8 ? " \u00B7 " : ", ");
  }

  void title() {
    const std::string name = words_.text(view_.title);
    const std::string mark = view_.warm_up ? words_.text("ui.guide.warm_up") : "";
    add(spread(line(name, Ink::calm), line(mark, Ink::faint), width_, look_));
    wide_gap();
  }

  void hold_bar() {
    const std::string word = words_.text("ui.guide.phase." + std::string(phase_id(view_.phase)));
    const std::string left = whole_seconds(view_.phase_left_s);
    const std::size_t lead = 10;
    const std::size_t room = width_ > lead + 6 ? width_ - lead - 6 : 4;
    Line row{{cut_text(word, lead - 1, look_), Ink::plain}};
    row.push_back({std::string(lead - std::min(width_of(row), lead), ' '), Ink::plain});
    // A hold fills, everything else runs down with the time that is left.
    const Line filled = bar(view_.phase_done, std::min(room, kWidestBar), look_);
    row.insert(row.end(), filled.begin(), filled.end());
    row.push_back({"  " + left + " s", Ink::strong});
    add(std::move(row));
  }

  // A line that grows with the breath in and shrinks with the breath out.
  void pacer() {
    if (!view_.breathing) {
      if (tall()) {
        gap();
        gap();
        gap();
      }
      return;
    }
    const double eased = 0.5 - 0.5 * std::cos(view_.breath_done * 3.14159265358979);
    const double full = view_.breath_in ? eased : 1 - eased;
    const std::size_t room = std::min(width_, kWidestBar);
    const auto length = [&](double share) {
      const double widest = static_cast<double>(room) * share;
      return static_cast<std::size_t>(std::lround(2 + (widest - 2) * full));
    };
    const auto stroke = [&](std::string_view glyph, std::size_t count, Ink ink) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += glyph;
      return centred(line(text, ink), width_);
    };
    if (tall()) add(stroke(look_.utf8 ? "\u2581" : "_", length(0.6), Ink::faint));
    add(stroke(look_.utf8 ? "\u2588" : "=", length(1.0), Ink::calm));
    if (tall()) add(stroke(look_.utf8 ? "\u2594" : "-", length(0.6), Ink::faint));
    add(centred(line(words_.text(view_.breath_in ? "ui.guide.breathe_in" : "ui.guide.breathe_out"),
                     Ink::faint),
                width_));
  }

  void next() {
    if (view_.next.empty()) return add(line(words_.text("ui.guide.last"), Ink::faint));
    const std::string text =
        words_.text(view_.next_is_item ? "ui.guide.next_item" : "ui.guide.next",
                    {{"what", words_.text(view_.next)}});
    add(cut(line(text, Ink::faint), width_, look_));
  }

  void advice() {
    if (view_.range_factor < 1) {
      const int percent = static_cast<int>(std::lround(view_.range_factor * 20)) * 5;
      add(words_.text("ui.guide.range", {{"percent", std::to_string(percent)}}), Ink::care);
    }
    for (const std::string& note : view_.notes)
      if (words_.has(note)) add(words_.text(note), Ink::care);
  }

  void messages() {
    for (const std::string& message : screen_.messages) {
      gap();
      add(words_.text(message), screen_.careful ? Ink::care : Ink::good);
    }
    if (screen_.unsaved) {
      gap();
      add(words_.text("ui.guide.unsaved"), Ink::care);
    }
  }

  void exercise() {
    title();
    add(words_.text(view_.line), Ink::strong);
    const std::string counted = counters();
    add(line(counted, Ink::faint));
    wide_gap();
    if (view_.status == Status::paused) {
      add(words_.text("ui.guide.paused"), Ink::care);
      messages();
      gap();
      advice();
      return;
    }
    hold_bar();
    gap();
    pacer();
    wide_gap();
    next();
    advice();
    messages();
  }

  void scale() {
    Line row;
    const bool narrow = width_ < 50;
    for (int number = 0; number <= 10; ++number) {
      const bool here = screen_.form.typed && screen_.form.cursor == number;
      const std::string digits = std::to_string(number);
      row.push_back({here     ? "[" + digits + "]"
                     : narrow ? " " + digits
                              : " " + digits + " ",
                     here ? Ink::chosen : Ink::plain});
      if (!narrow) row.push_back({" ", Ink::plain});
    }
    add(std::move(row));
    add(spread(line(words_.text("ui.guide.scale.none"), Ink::faint),
               line(words_.text("ui.guide.scale.worst"), Ink::faint), narrow ? width_ : 45, look_));
  }

  void choices() {
    int number = 0;
    for (const std::string& choice : screen_.form.choices) {
      const bool here = screen_.form.typed && screen_.form.cursor == number;
      Line lead{{here ? (look_.utf8 ? "\u203A " : "> ") : "  ", Ink::chosen},
                {std::to_string(++number) + "  ", Ink::strong}};
      append(body_, hanging(std::move(lead), words_.text(choice), width_,
                            here ? Ink::chosen : Ink::plain));
    }
  }

  void question() {
    const bool stopped = view_.status == Status::halted;
    for (const std::string& message : screen_.messages) {
      add(words_.text(message), stopped ? Ink::stop : screen_.careful ? Ink::care : Ink::good);
      gap();
    }
    add(words_.text(screen_.form.title), Ink::strong);
    gap();
    if (screen_.form.is_number()) {
      scale();
    } else {
      choices();
    }
    if (screen_.unsaved) {
      gap();
      add(words_.text("ui.guide.unsaved"), Ink::care);
    }
  }

  void last_page() {
    for (const std::string& message : screen_.messages) {
      add(words_.text(message), screen_.careful ? Ink::care : Ink::good);
      gap();
    }
    if (screen_.active_min > 0) {
      add(words_.text("ui.guide.moved", {{"minutes", std::to_string(screen_.active_min)}}),
          Ink::plain);
      gap();
    }
    add(words_.text("session.safety_net"), Ink::plain);
    if (screen_.unsaved) {
      gap();
      add(words_.text("ui.guide.unsaved"), Ink::care);
    }
  }

  // The keys, as many to a line as fit.
  std::vector<Line> keys() const {
    struct Hint {
      std::string key, text;
      Ink ink;
    };
    std::vector<Hint> hints;
    const auto hint = [&](std::string key, std::string_view text, Ink ink = Ink::faint) {
      hints.push_back({std::move(key), words_.text(text), ink});
    };
    const bool live = screen_.form.kind == Form::Kind::none;
    if (screen_.form.kind == Form::Kind::end) {
      hint("Enter", "ui.guide.key.leave");
      hint("h", "ui.guide.key.odd", Ink::care);
    } else {
      if (view_.status == Status::running || view_.status == Status::paused)
        hint("h", "ui.guide.key.hurts", Ink::stop);
      if (live) {
        hint(words_.text("ui.guide.key.space_bar"),
             view_.status == Status::paused ? "ui.guide.key.go_on" : "ui.guide.key.pause");
        hint("e", "ui.guide.key.easier");
        hint("n", "ui.guide.key.next");
        hint("p", "ui.guide.key.pop");
      } else if (screen_.form.is_number()) {
        hint("0-10", "ui.guide.key.number");
      } else {
        hint("1-" + std::to_string(screen_.form.choices.size()), "ui.guide.key.choose");
      }
      hint("q", view_.status == Status::halted || view_.status == Status::ready ||
                        view_.status == Status::ended
                    ? "ui.guide.key.leave"
                    : "ui.guide.key.stop");
    }
    std::vector<Line> rows(1);
    for (const Hint& one : hints) {
      Line part{{one.key, one.ink == Ink::faint ? Ink::strong : one.ink},
                {" " + one.text, one.ink}};
      const std::size_t used = width_of(rows.back());
      if (used > 0 && used + 3 + width_of(part) > width_) rows.emplace_back();
      if (!rows.back().empty()) rows.back().push_back({"   ", Ink::plain});
      rows.back().insert(rows.back().end(), part.begin(), part.end());
    }
    return rows;
  }

  const GuideScreen& screen_;
  const View& view_;
  const Catalogue& words_;
  Size size_;
  const Look& look_;
  std::size_t width_;
  std::vector<Line> body_;
};

}  // namespace

std::vector<Line> guide_lines(const GuideScreen& screen, const Catalogue& words, Size size,
                              const Look& look) {
  return Drawing(screen, words, size, look).lines();
}

std::vector<std::string> plain_question(const Form& form, const Catalogue& words) {
  std::vector<std::string> lines{words.text(form.title)};
  if (form.is_number()) {
    lines.push_back(words.text("ui.guide.plain.number"));
    return lines;
  }
  int number = 0;
  for (const std::string& choice : form.choices)
    lines.push_back(std::to_string(++number) + ". " + words.text(choice));
  lines.push_back(words.text("ui.guide.plain.choose"));
  return lines;
}

std::string plain_step(const View& view, const Catalogue& words) {
  std::string text = words.text(view.line);
  std::vector<std::string> parts;
  if (view.rep > 0 && view.reps > 1)
    parts.push_back(words.text("ui.guide.rep", {{"number", std::to_string(view.rep)},
                                                {"count", std::to_string(view.reps)}}));
  if (view.side > 0 && view.sides > 1)
    parts.push_back(words.text(view.side == 1 ? "ui.guide.side.first" : "ui.guide.side.second"));
  parts.push_back(words.text("ui.guide.seconds", {{"seconds", whole_seconds(view.phase_left_s)}}));
  return text + " (" + join(parts, ", ") + ")";
}

std::string clock_text(double seconds) {
  const auto whole = static_cast<int>(std::ceil(std::max(seconds, 0.0) - 1e-6));
  const std::string rest = std::to_string(whole % 60);
  return std::to_string(whole / 60) + ":" + (rest.size() < 2 ? "0" + rest : rest);
}

}  // namespace limber::cli
