// Whoever talks with the person: a full screen, or plain lines. The way through Limber is written
// once, against this, and tested against both.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "faces/cli/document.h"
#include "faces/cli/page_keys.h"
#include "knowledge/catalogue.h"

namespace limber::cli {

class Terminal;

// Something to read, and what can be done next.
struct Action {
  std::string id;
  char key = 0;       // 0: Enter
  std::string label;  // "go on"
};
struct Notice {
  std::string title;
  Ink ink = Ink::strong;
  Document body;
  std::vector<Action> actions;  // at least one
};

class Asker {
 public:
  virtual ~Asker() = default;
  // Until the page is accepted, or the person goes back or leaves. Never `stay` or `suspend`.
  [[nodiscard]] virtual Step ask(const Page& page, PageState& state) = 0;
  // The id of the action that was chosen; "quit" when the person leaves or the input has ended.
  [[nodiscard]] virtual std::string show(const Notice& notice) = 0;
  // One line that is not shown while it is typed; nothing if the person leaves.
  [[nodiscard]] virtual std::optional<std::string> secret(const std::string& prompt) = 0;
  // The screen, for what draws by itself (the guided session); null for plain lines.
  [[nodiscard]] virtual Terminal* terminal() = 0;
  // The person left with Ctrl-C. In plain lines the system ends the program, and nobody asks this.
  [[nodiscard]] virtual bool interrupted() const { return false; }
};

// Reads lines from `in` (nothing at the end of input), prints with `out`.
using ReadLine = std::function<std::optional<std::string>()>;
using PrintText = std::function<void(const std::string&)>;

[[nodiscard]] std::unique_ptr<Asker> full_screen_asker(Terminal& terminal, const Catalogue& words);
[[nodiscard]] std::unique_ptr<Asker> plain_asker(ReadLine in, PrintText out,
                                                 const Catalogue& words);

// A document in plain lines of at most 78 columns, without colour.
[[nodiscard]] std::string plain_document(const std::string& title, const Document& body);

}  // namespace limber::cli
