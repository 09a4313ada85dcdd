#include "faces/cli/terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

#include "base/text.h"

namespace limber::cli {
namespace {

// Invariants:
// 1. `g.taken` is 1 exactly while the screen is ours; whoever changes it also writes the bytes.
// 2. Everything a signal handler touches is in `g`, set before the handlers are installed, and
//    every call in a handler is async-signal-safe (write, tcsetattr, sigaction, raise).
// 3. A handler tells the reader what happened through a flag and one byte in the pipe, so that a
//    signal between the check of the flag and poll() is not lost.
struct Shared {
  int in = -1;
  int out = -1;
  termios before{};
  termios raw{};
  int pipe_in = -1;
  int pipe_out = -1;
  volatile std::sig_atomic_t taken = 0;
  volatile std::sig_atomic_t resized = 0;
  volatile std::sig_atomic_t resumed = 0;
};
Shared g;
bool g_open = false;

// Alternate screen, no cursor, no line wrap; and the way back, in reverse.
constexpr std::string_view kTake = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[H\x1b[2J";
constexpr std::string_view kGive = "\x1b[0m\x1b[?2026l\x1b[?7h\x1b[?25h\x1b[?1049l";

constexpr std::array kFatal = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV,
                               SIGBUS, SIGFPE,  SIGILL, SIGABRT, SIGTRAP};
constexpr std::array kOthers = {SIGTSTP, SIGCONT, SIGWINCH};
std::array<struct sigaction, kFatal.size() + kOthers.size()> g_before_actions;

void write_raw(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (written < 0 && errno == EAGAIN) {
      pollfd wait{fd, POLLOUT, 0};
      ::poll(&wait, 1, 100);
    } else if (written < 0 && errno != EINTR) {
      return;  // the terminal is gone; there is no one to show anything to
    }
  }
}

void give_back() {
  if (!g.taken) return;
  g.taken = 0;
  write_raw(g.out, kGive);
  ::tcsetattr(g.in, TCSADRAIN, &g.before);
}

void take() {
  if (g.taken) return;
  ::tcsetattr(g.in, TCSADRAIN, &g.raw);
  write_raw(g.out, kTake);
  g.taken = 1;
}

void wake_reader() {
  const int kept = errno;
  const char byte = 0;
  [[maybe_unused]] const ssize_t ignored = ::write(g.pipe_in, &byte, 1);
  errno = kept;
}

void set_default(int signal) {
  struct sigaction action{};
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  ::sigaction(signal, &action, nullptr);
}

void unblock(int signal) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

void on_fatal(int signal) {
  give_back();
  set_default(signal);
  unblock(signal);
  ::raise(signal);
}

void on_stop(int signal);

void install(int signal, void (*handler)(int), struct sigaction* before) {
  struct sigaction action{};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  ::sigaction(signal, &action, before);
}

// Set while we stop on purpose with the screen given back already (leave), so that coming back
// does not take a screen that nobody asked for.
volatile std::sig_atomic_t g_take_on_continue = 0;

void on_stop(int signal) {
  const int kept = errno;
  g_take_on_continue = g.taken;
  give_back();
  set_default(signal);
  unblock(signal);
  ::raise(signal);  // stops here; the continue handler has run when this line is left
  install(signal, on_stop, nullptr);
  errno = kept;
}

void on_continue(int) {
  const int kept = errno;
  // A plain SIGSTOP gave us no chance to leave: draw over whatever the shell has put there.
  const bool ours = g.taken || g_take_on_continue;
  g.taken = 0;
  g_take_on_continue = 0;
  if (ours) take();
  g.resumed = 1;
  wake_reader();
  errno = kept;
}

void on_resize(int) {
  g.resized = 1;
  wake_reader();
}

std::int64_t monotonic_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool locale_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string value = environment(name);
    if (value.empty()) continue;
    for (char& c : value) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
  }
  return false;
}

Size window_size(int out) {
  winsize window{};
  if (::ioctl(out, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 && window.ws_row > 0)
    return {window.ws_col, window.ws_row};
  const auto side = [](const char* name, int fallback) {
    const auto number = parse_number(environment(name));
    return number && *number >= 1 && *number < 1000 ? static_cast<int>(*number) : fallback;
  };
  return {side("COLUMNS", 80), side("LINES", 24)};
}

bool make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  g.pipe_out = ends[0];
  g.pipe_in = ends[1];
  return true;
}

}  // namespace

TerminalInfo terminal_info(int in, int out) {
  TerminalInfo info;
  info.input = ::isatty(in) == 1;
  info.output = ::isatty(out) == 1;
  const std::string term = environment("TERM");
  const bool moves = !term.empty() && term != "dumb";
  info.full_screen = info.input && info.output && moves;
  info.look.colour = moves && environment("NO_COLOR").empty();
  info.look.utf8 = locale_is_utf8();
  info.size = window_size(out);
  return info;
}

Result<std::unique_ptr<Terminal>> Terminal::open(int in, int out) {
  if (g_open) return fail(ErrorKind::usage, "the screen is in use already");
  if (!::isatty(in) || !::isatty(out) || ::tcgetattr(in, &g.before) != 0)
    return fail(ErrorKind::usage, "this is not a terminal", {}, "use --plain");
  if (g.pipe_in < 0 && !make_pipe())
    return fail(ErrorKind::usage, "the system has no free file handles", {}, "use --plain");
  g.in = in;
  g.out = out;
  g.raw = g.before;
  g.raw.c_iflag &= ~static_cast<tcflag_t>(BRKINT | ICRNL | INPCK | ISTRIP | IXON);
  g.raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
  g.raw.c_cc[VMIN] = 1;
  g.raw.c_cc[VTIME] = 0;
  g.resized = 0;
  g.resumed = 0;
  static const int at_exit = std::atexit(give_back);
  static_cast<void>(at_exit);
  std::size_t slot = 0;
  for (const int signal : kFatal) install(signal, on_fatal, &g_before_actions[slot++]);
  install(SIGTSTP, on_stop, &g_before_actions[slot++]);
  install(SIGCONT, on_continue, &g_before_actions[slot++]);
  install(SIGWINCH, on_resize, &g_before_actions[slot++]);
  g_open = true;
  take();
  return std::unique_ptr<Terminal>(new Terminal(in, out));
}

Terminal::Terminal(int in, int out) : in_(in), out_(out), look_(terminal_info(in, out).look) {}

Terminal::~Terminal() {
  give_back();
  std::size_t slot = 0;
  for (const int signal : kFatal) ::sigaction(signal, &g_before_actions[slot++], nullptr);
  for (const int signal : kOthers) ::sigaction(signal, &g_before_actions[slot++], nullptr);
  g_open = false;
}

Key Terminal::read_key(int timeout_ms) {
  const std::int64_t until = monotonic_ms() + timeout_ms;
  // How long the rest of an escape sequence may take; a person cannot press two keys this fast.
  constexpr int kSequenceMs = 30;
  while (true) {
    if (g.resumed) {
      g.resumed = 0;
      g.resized = 0;
      painter_.forget();
      return {Key::Kind::resumed, {}};
    }
    if (g.resized) {
      g.resized = 0;
      painter_.forget();
      return {Key::Kind::resize, {}};
    }
    if (auto key = decoder_.next()) return *key;
    if (closed_) return {Key::Kind::closed, {}};

    int wait = -1;
    if (timeout_ms >= 0) wait = static_cast<int>(std::max<std::int64_t>(until - monotonic_ms(), 0));
    if (decoder_.waiting()) wait = kSequenceMs;
    std::array<pollfd, 2> watched = {pollfd{in_, POLLIN, 0}, pollfd{g.pipe_out, POLLIN, 0}};
    const int ready = ::poll(watched.data(), watched.size(), wait);
    if (ready < 0) {
      if (errno == EINTR) continue;
      closed_ = true;
      continue;
    }
    if (ready == 0) {
      if (decoder_.waiting()) {
        if (auto key = decoder_.flush()) return *key;
        continue;
      }
      return {};
    }
    char bytes[256];
    if (watched[1].revents & POLLIN) {
      while (::read(g.pipe_out, bytes, sizeof bytes) > 0) continue;
    }
    if (watched[0].revents & (POLLIN | POLLHUP | POLLERR | POLLNVAL)) {
      const ssize_t got = ::read(in_, bytes, sizeof bytes);
      if (got > 0) {
        decoder_.feed({bytes, static_cast<std::size_t>(got)});
      } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
        closed_ = true;
      }
    }
  }
}

Size Terminal::size() const {
  return window_size(out_);
}

void Terminal::draw(const std::vector<Line>& lines) {
  if (g.taken) write_all(painter_.frame(lines, size(), look_));
}

void Terminal::bell() {
  write_all("\a");
}

void Terminal::suspend() {
  ::kill(0, SIGTSTP);
}

void Terminal::leave() {
  give_back();
}

void Terminal::enter() {
  take();
  painter_.forget();
}

void Terminal::write_all(std::string_view bytes) const {
  write_raw(out_, bytes);
}

}  // namespace limber::cli
