#include "faces/cli/console.h"

#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include "base/text.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/input.h"
#include "faces/cli/layout.h"
#include "host/files.h"

namespace limber::cli {
namespace {

constexpr std::size_t kLargestInput = 64 << 20;
constexpr int kWidest = 80;

// The terminal without echo for as long as this lives.
class Hidden {
 public:
  Hidden() : known_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!known_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~Hidden() {
    if (known_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;

 private:
  termios before_{};
  bool known_;
};

}  // namespace

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void print_error(std::string_view text) {
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

bool flush() {
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

std::optional<std::string> read_secret(const std::string& prompt) {
  if (isatty(STDIN_FILENO) == 0) return std::nullopt;
  print_error(prompt + " ");
  Hidden hidden;
  auto line = read_line();
  print_error("\n");
  return line;
}

Result<std::string> read_input(const std::string& file) {
  if (file == "-") return host::read_standard_input(kLargestInput);
  auto text = host::read_file(file, kLargestInput);
  if (!text) {
    Error error = text.error();
    error.kind = ErrorKind::input;
    return std::unexpected(error);
  }
  if (!*text) {
    return fail(ErrorKind::input, "there is no such file", file, "- reads standard input");
  }
  return std::move(**text);
}

Result<std::string> read_sheet_text(const std::string& file) {
  auto text = read_input(file);
  if (!text || !trim(*text).empty()) return text;
  return fail(ErrorKind::input, "this is empty, and a sheet of answers was expected", file,
              "as in {\"answers\": {\"age\": 42}}");
}

Look output_look(const CommandLine& line) {
  const TerminalInfo info = terminal_info();
  Look look = info.look;
  if (!info.output || line.has("--plain")) look.colour = false;
  return look;
}

Result<Conversation> Conversation::open(const CommandLine& line, const Catalogue& words) {
  Conversation out;
  const TerminalInfo info = terminal_info();
  out.look_ = info.look;
  if (info.full_screen && !line.has("--plain")) {
    auto terminal = Terminal::open();
    if (!terminal) return std::unexpected(terminal.error());
    out.terminal_ = std::move(*terminal);
    out.asker_ = full_screen_asker(*out.terminal_, words);
    return out;
  }
  out.look_.colour = false;
  out.asker_ = plain_asker(read_line, [](const std::string& text) { print(text); }, words);
  return out;
}

int Conversation::left() const {
  return interrupted_ || (asker_ && asker_->interrupted()) ? kInterrupted : kLeft;
}

void Conversation::close() {
  interrupted_ = left() == kInterrupted;
  asker_.reset();
  terminal_.reset();
}

void print_document(const std::string& title, Ink ink, const Document& body,
                    const CommandLine& line) {
  const TerminalInfo info = terminal_info();
  const Look look = output_look(line);
  const Size size{info.output ? std::min(info.size.width, kWidest) : kWidest, 24};
  const std::size_t width = info.output ? text_width(size) : 78;
  std::vector<Line> lines = paragraph(title, width, ink);
  if (!title.empty() && !body.empty()) lines.push_back({});
  append(lines, lay_out(body, width, look));
  for (const Line& each : lines) {
    print((info.output && !line.has("--plain") ? paint(each, look) : plain_text(each)) + "\n");
  }
}

}  // namespace limber::cli
