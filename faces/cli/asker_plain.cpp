#include "base/text.h"
#include "faces/cli/asker.h"
#include "faces/cli/page_plain.h"

namespace limber::cli {
namespace {

constexpr std::size_t kColumns = 78;
constexpr Look kPlainLook{false, false};

class PlainAsker final : public Asker {
 public:
  PlainAsker(ReadLine in, PrintText out, const Catalogue& words)
      : in_(std::move(in)), out_(std::move(out)), words_(words) {}

  Step ask(const Page& page, PageState& state) override {
    PlainPage plain(page, state, words_);
    print(plain.prompt());
    for (;;) {
      out_("> ");
      const auto line = in_();
      if (!line) return end_of_input();
      const PlainPage::Turn turn = plain.take(*line);
      print(turn.say);
      if (turn.step != Step::stay) return turn.step;
      if (turn.again) print(plain.prompt());
    }
  }

  std::string show(const Notice& notice) override {
    out_("\n" + plain_document(notice.title, notice.body));
    out_("\n" + choices(notice) + "\n");
    for (;;) {
      out_("> ");
      const auto line = in_();
      if (!line) {
        (void)end_of_input();
        return "quit";
      }
      if (const auto chosen = match(notice, std::string(trim(*line)))) return *chosen;
      out_(choices(notice) + "\n");
    }
  }

  std::optional<std::string> secret(const std::string& prompt) override {
    out_(prompt + " ");
    auto line = in_();
    out_("\n");
    return line;
  }

  Terminal* terminal() override { return nullptr; }

 private:
  void print(const std::vector<std::string>& lines) {
    for (const std::string& each : lines) {
      // A list's second line stands under the text of its first.
      std::size_t indent = 0;
      if (each.starts_with("  ")) indent = each.find_first_not_of("0123456789 ");
      if (indent == std::string::npos) indent = 0;
      const auto parts = wrap(std::string_view(each).substr(indent), kColumns - indent);
      if (parts.empty()) out_("\n");
      for (std::size_t i = 0; i < parts.size(); ++i) {
        out_((i == 0 ? each.substr(0, indent) : std::string(indent, ' ')) + parts[i] + "\n");
      }
    }
  }

  Step end_of_input() {
    out_("\n" + words_.text("ui.plain.end_of_input") + "\n");
    return Step::quit;
  }

  // "Enter: go on. b: back."
  static std::string choices(const Notice& notice) {
    std::string text;
    for (const Action& action : notice.actions) {
      if (!text.empty()) text += "  ";
      text += (action.key == 0 ? std::string("Enter") : std::string(1, action.key)) + ": " +
              action.label + ".";
    }
    return text;
  }

  static std::optional<std::string> match(const Notice& notice, const std::string& line) {
    for (const Action& action : notice.actions) {
      const bool by_key = action.key == 0 ? line.empty() : line == std::string(1, action.key);
      if (by_key || (!line.empty() && (line == action.id || line == action.label))) {
        return action.id;
      }
    }
    if (line == "quit" || line == "q") return "quit";
    return std::nullopt;
  }

  ReadLine in_;
  PrintText out_;
  const Catalogue& words_;
};

}  // namespace

std::unique_ptr<Asker> plain_asker(ReadLine in, PrintText out, const Catalogue& words) {
  return std::make_unique<PlainAsker>(std::move(in), std::move(out), words);
}

std::string plain_document(const std::string& title, const Document& body) {
  std::string out;
  for (const Line& line : paragraph(title, kColumns)) out += plain_text(line) + "\n";
  if (!title.empty() && !body.empty()) out += "\n";
  for (const Line& line : lay_out(body, kColumns, kPlainLook)) out += plain_text(line) + "\n";
  return out;
}

}  // namespace limber::cli
