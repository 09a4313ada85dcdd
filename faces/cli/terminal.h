// The terminal a person sits at: raw keys in, whole frames out, and always given back as it was.
//
// While a Terminal is open the screen is ours (alternate screen, no echo, no cursor). It is given
// back when the object goes, when the program ends, on Ctrl-Z and on every signal that ends a
// program, a crash included; only kill -9 cannot be helped (`reset` repairs that). Ctrl-C and
// Ctrl-Z arrive as keys; whoever reads them decides, and calls suspend() for Ctrl-Z.
#pragma once

#include <limber/result.h>

#include <memory>
#include <string_view>
#include <vector>

#include "faces/cli/frame.h"
#include "faces/cli/keys.h"

namespace limber::cli {

struct TerminalInfo {
  bool input = false;        // standard input is a terminal
  bool output = false;       // standard output is a terminal
  bool full_screen = false;  // both, and the terminal understands cursor movement
  Look look;                 // NO_COLOR, TERM and the locale taken into account
  Size size;
};

// Of these two file descriptors, and of the environment (NO_COLOR, TERM, LC_ALL, LC_CTYPE, LANG).
[[nodiscard]] TerminalInfo terminal_info(int in = 0, int out = 1);

class Terminal {
 public:
  // Takes the screen. Errors: usage, when it is no terminal or one is open already.
  [[nodiscard]] static Result<std::unique_ptr<Terminal>> open(int in = 0, int out = 1);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // Waits at most `timeout_ms` (-1: for ever). A new window size and the return from a stop are
  // keys too; both mean: draw again.
  [[nodiscard]] Key read_key(int timeout_ms);
  [[nodiscard]] Size size() const;
  [[nodiscard]] const Look& look() const { return look_; }
  void look(const Look& look) { look_ = look; }

  // Shows these lines, top left first; only what changed is written.
  void draw(const std::vector<Line>& lines);
  void bell();
  // Gives the screen back and stops the whole job, as Ctrl-Z does; returns when it goes on.
  void suspend();
  // Gives the screen back for a moment (a pager, a question in plain lines), and takes it again.
  void leave();
  void enter();

 private:
  Terminal(int in, int out);
  void write_all(std::string_view bytes) const;
  int in_;
  int out_;
  Look look_;
  KeyDecoder decoder_;
  Painter painter_;
  bool closed_ = false;
};

}  // namespace limber::cli
