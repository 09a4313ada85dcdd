#include "faces/cli/terminal.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <string>

namespace limber::cli {
namespace {

constexpr std::string_view kTaken = "\x1b[?1049h";
constexpr std::string_view kGiven = "\x1b[?1049l";

// A child process on its own pseudo-terminal, as a shell would start it.
class Child {
 public:
  explicit Child(const std::function<int()>& body) {
    winsize size{24, 80, 0, 0};
    pid_ = ::forkpty(&master_, nullptr, nullptr, &size);
    if (pid_ == 0) {
      ::setenv("TERM", "xterm-256color", 1);
      std::exit(body());
    }
  }
  ~Child() {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    ::close(master_);
  }
  // Reads until `wanted` has been seen, or the child says no more.
  bool sees(std::string_view wanted) {
    for (int tries = 0; tries < 500; ++tries) {
      if (seen_.find(wanted) != std::string::npos) return true;
      pollfd ready{master_, POLLIN, 0};
      if (::poll(&ready, 1, 20) <= 0) continue;
      char bytes[4096];
      const ssize_t got = ::read(master_, bytes, sizeof bytes);
      if (got <= 0) return seen_.find(wanted) != std::string::npos;
      seen_.append(bytes, static_cast<std::size_t>(got));
    }
    return false;
  }
  void type(std::string_view bytes) {
    ASSERT_EQ(::write(master_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  int wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    return status;
  }
  bool echoes() {
    termios now{};
    ::tcgetattr(master_, &now);
    return (now.c_lflag & ECHO) != 0;
  }
  void forget() { seen_.clear(); }
  pid_t pid() const { return pid_; }
  int master() const { return master_; }

 private:
  int master_ = -1;
  pid_t pid_ = -1;
  std::string seen_;
};

// Opens the screen, says "ready", and answers every key with its kind until q.
int answer_keys() {
  auto terminal = Terminal::open();
  if (!terminal) return 1;
  (*terminal)->draw({line("ready")});
  while (true) {
    const Key key = (*terminal)->read_key(-1);
    if (key.is('q')) return 0;
    if (key.is('x')) std::exit(5);
    if (key.is('!')) __builtin_trap();
    if (key.is_control('z')) (*terminal)->suspend();
    (*terminal)->draw({line("key " + std::to_string(static_cast<int>(key.kind)) + key.text + ";")});
    if (key.kind == Key::Kind::closed) return 0;
  }
}

std::string shown(Key::Kind kind, std::string_view text = {}) {
  return "key " + std::to_string(static_cast<int>(kind)) + std::string(text) + ";";
}

TEST(Terminal, TakesTheScreenAndGivesItBack) {
  Child child(answer_keys);
  ASSERT_TRUE(child.sees("ready"));
  EXPECT_FALSE(child.echoes());
  child.type("q");
  EXPECT_TRUE(child.sees(kGiven));
  EXPECT_EQ(child.wait(), 0);
}

TEST(Terminal, ReadsAnArrow) {
  Child child(answer_keys);
  ASSERT_TRUE(child.sees("ready"));
  child.type("\x1b[A");
  EXPECT_TRUE(child.sees(shown(Key::Kind::up)));
}

TEST(Terminal, ALoneEscapeArrivesWithoutAnotherKey) {
  Child child(answer_keys);
  ASSERT_TRUE(child.sees("ready"));
  child.type("\x1b");
  EXPECT_TRUE(child.sees(shown(Key::Kind::escape)));
}

TEST(Terminal, CtrlCIsAKey) {
  Child child(answer_keys);
  ASSERT_TRUE(child.sees("ready"));
  child.type("\x03");
  EXPECT_TRUE(child.sees(shown(Key::Kind::control, "c")));
}

class Ended : public testing::TestWithParam<int> {};

TEST_P(Ended, BySignalTheScreenIsGivenBack) {
  Child child(answer_keys);
  ASSERT_TRUE(child.sees("ready"));
  ::kill(child.pid(), GetParam());
  EXPECT_TRUE(child.sees(kGiven));
  const int status = child.wait();
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Terminal, Ended,
                         testing::Values(SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT));

TEST(Terminal, ABrokenInvariantGivesTheScreenBack) {
  Child child(answer_keys);
  ASSERT_TRUE(child.sees("ready"));
  child.type("!");
  EXPECT_TRUE(child.sees(kGiven));
}

TEST(Terminal, ExitGivesTheScreenBack) {
  Child child(answer_keys);
  ASSERT_TRUE(child.sees("ready"));
  child.type("x");
  EXPECT_TRUE(child.sees(kGiven));
  EXPECT_EQ(WEXITSTATUS(child.wait()), 5);
}

TEST(Terminal, ANewWindowSizeIsAKey) {
  Child child(answer_keys);
  ASSERT_TRUE(child.sees("ready"));
  winsize size{30, 100, 0, 0};
  ASSERT_EQ(::ioctl(child.master(), TIOCSWINSZ, &size), 0);
  EXPECT_TRUE(child.sees(shown(Key::Kind::resize)));
}

// A process without a parent shell is an orphaned job and cannot be stopped by SIGTSTP, so the
// body runs one process further down, in a job of its own, as under a shell.
int as_a_job() {
  ::signal(SIGTTOU, SIG_IGN);
  const pid_t job = ::fork();
  if (job == 0) {
    ::setpgid(0, 0);
    ::tcsetpgrp(0, ::getpid());
    ::signal(SIGTTOU, SIG_DFL);
    std::exit(answer_keys());
  }
  int status = 0;
  if (::waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status)) {
    ::tcsetpgrp(0, ::getpid());
    [[maybe_unused]] const ssize_t said = ::write(1, "stopped", 7);
    char go;
    if (::read(0, &go, 1) != 1) return 1;
    ::tcsetpgrp(0, job);
    ::kill(-job, SIGCONT);
    ::waitpid(job, &status, 0);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 9;
}

TEST(Terminal, CtrlZGivesTheScreenBackAndComingBackTakesItAgain) {
  Child child(as_a_job);
  ASSERT_TRUE(child.sees("ready"));
  child.forget();
  child.type("\x1a");
  ASSERT_TRUE(child.sees("stopped"));
  EXPECT_TRUE(child.sees(kGiven));
  EXPECT_TRUE(child.echoes());
  child.forget();
  child.type("\n");
  EXPECT_TRUE(child.sees(kTaken));
  EXPECT_TRUE(child.sees(shown(Key::Kind::resumed)));
  child.type("q");
  EXPECT_EQ(WEXITSTATUS(child.wait()), 0);
}

TEST(Terminal, IsRefusedWhereThereIsNone) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const auto terminal = Terminal::open(ends[0], ends[1]);
  ASSERT_FALSE(terminal);
  EXPECT_EQ(terminal.error().kind, ErrorKind::usage);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST(Terminal, NoColorIsRespected) {
  ::setenv("TERM", "xterm", 1);
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_FALSE(terminal_info().look.colour);
  ::unsetenv("NO_COLOR");
  EXPECT_TRUE(terminal_info().look.colour);
}

TEST(Terminal, TheLocaleSaysWhetherBarsMayBeDrawn) {
  ::setenv("LC_ALL", "C", 1);
  EXPECT_FALSE(terminal_info().look.utf8);
  ::setenv("LC_ALL", "de_DE.UTF-8", 1);
  EXPECT_TRUE(terminal_info().look.utf8);
  ::unsetenv("LC_ALL");
}

}  // namespace
}  // namespace limber::cli
