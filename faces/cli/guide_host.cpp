#include "faces/cli/guide_host.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>

#include "base/text.h"
#include "faces/cli/console.h"

extern char** environ;

namespace limber::cli {
namespace {

// Counts the time the machine slept, so that a closed lid is seen as a gap.
std::int64_t clock_now_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_BOOTTIME, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

std::string find_program() {
  const char* path = std::getenv("PATH");
  for (const char* name : {"spd-say", "espeak-ng", "espeak", "say"}) {
    for (const std::string& folder : split(path ? path : "", ':')) {
      if (folder.empty() || folder[0] != '/') continue;
      const std::string file = folder + "/" + name;
      if (::access(file.c_str(), X_OK) == 0) return file;
    }
  }
  return {};
}

}  // namespace

Voice::Voice() : program_(find_program()) {}

Voice::~Voice() {
  if (talking_ > 0) ::waitpid(talking_, nullptr, WNOHANG);
}

void Voice::hush() {
  if (talking_ <= 0) return;
  if (::waitpid(talking_, nullptr, WNOHANG) == 0) {
    ::kill(talking_, SIGTERM);
    ::waitpid(talking_, nullptr, 0);
  }
  talking_ = -1;
}

void Voice::speak(const std::string& text) {
  if (program_.empty()) return;
  hush();
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  for (const int fd : {0, 1, 2})
    ::posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", fd == 0 ? O_RDONLY : O_WRONLY, 0);
  // "--" keeps a text that begins with a dash from being read as an option.
  std::string dashes = "--";
  std::string words = text;
  std::array<char*, 4> arguments = {program_.data(), dashes.data(), words.data(), nullptr};
  if (program_.ends_with("/say")) arguments = {program_.data(), words.data(), nullptr, nullptr};
  if (::posix_spawn(&talking_, program_.c_str(), &actions, nullptr, arguments.data(), environ) != 0)
    talking_ = -1;
  ::posix_spawn_file_actions_destroy(&actions);
}

MachineGuideHost::MachineGuideHost(Terminal* terminal, double speed, bool quiet)
    : terminal_(terminal), speed_(speed), quiet_(quiet), start_ms_(clock_now_ms()) {}

std::int64_t MachineGuideHost::now_ms() {
  return static_cast<std::int64_t>(static_cast<double>(clock_now_ms() - start_ms_) * speed_);
}

Key MachineGuideHost::read_key(int timeout_ms) {
  if (terminal_ != nullptr) return terminal_->read_key(timeout_ms);
  static_cast<void>(flush());
  while (true) {
    if (auto key = decoder_.next()) return *key;
    if (closed_) return {Key::Kind::closed, {}};
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::poll(&input, 1, timeout_ms);
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return {};
    char bytes[256];
    const ssize_t got = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (got > 0) {
      decoder_.feed({bytes, static_cast<std::size_t>(got)});
    } else if (got == 0 || errno != EINTR) {
      closed_ = true;
    }
  }
}

Size MachineGuideHost::size() {
  return terminal_ != nullptr ? terminal_->size() : Size{};
}

Look MachineGuideHost::look() {
  return terminal_ != nullptr ? terminal_->look() : Look{false, true};
}

void MachineGuideHost::draw(const std::vector<Line>& lines) {
  if (terminal_ != nullptr) terminal_->draw(lines);
}

void MachineGuideHost::print(const std::string& line) {
  cli::print(line + "\n");
}

void MachineGuideHost::bell() {
  if (terminal_ != nullptr && !quiet_) terminal_->bell();
}

void MachineGuideHost::speak(const std::string& text) {
  if (!quiet_) voice_.speak(text);
}

void MachineGuideHost::suspend() {
  if (terminal_ != nullptr) terminal_->suspend();
}

}  // namespace limber::cli
