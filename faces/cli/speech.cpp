#include "faces/cli/speech.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "base/text.h"

extern char** environ;

namespace limber::cli {
namespace {

std::string find_program() {
  const char* path = std::getenv("PATH");
  if (path == nullptr) return "";
  for (const char* name : {"spd-say", "espeak-ng", "espeak", "say"}) {
    for (const std::string& folder : split(path, ':')) {
      if (folder.empty() || folder[0] != '/') continue;
      const std::string program = folder + "/" + name;
      if (access(program.c_str(), X_OK) == 0) return program;
    }
  }
  return "";
}

}  // namespace

Speech::Speech(bool silent) : program_(silent ? "" : find_program()) {}

Speech::~Speech() {
  // The last line may be heard to its end; only what has ended is collected.
  if (speaking_ > 0) waitpid(speaking_, nullptr, WNOHANG);
}

void Speech::hush() {
  if (speaking_ <= 0) return;
  if (waitpid(speaking_, nullptr, WNOHANG) == 0) {
    kill(speaking_, SIGTERM);
    waitpid(speaking_, nullptr, 0);
  }
  speaking_ = -1;
}

void Speech::say(const std::string& text) {
  if (program_.empty() || text.empty()) return;
  hush();
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
  }
  std::string name = program_, end = "--", line = text;
  // macOS' say knows no "--"; no line of ours begins with a dash.
  const bool ends = !program_.ends_with("/say");
  char* with_end[] = {name.data(), end.data(), line.data(), nullptr};
  char* without[] = {name.data(), line.data(), nullptr};
  if (posix_spawn(&speaking_, name.c_str(), &files, nullptr, ends ? with_end : without, environ) != 0) {
    speaking_ = -1;
  }
  posix_spawn_file_actions_destroy(&files);
}

}  // namespace limber::cli
