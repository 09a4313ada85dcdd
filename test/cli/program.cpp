#include "test/cli/program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace limber::cli {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

Ran run_program(const std::string& program, const std::vector<std::string>& words,
                const std::string& input, const std::vector<std::string>& environment) {
  std::array<int, 2> in{}, out{}, err{};
  if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0 ||
      pipe2(err.data(), O_CLOEXEC) != 0) {
    return {};
  }
  std::vector<std::string> all{program};
  all.insert(all.end(), words.begin(), words.end());
  // The first of two values for one name counts.
  std::vector<std::string> values(environment);
  values.insert(values.end(), {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"});
  const auto argv = pointers(all);
  const auto envp = pointers(values);
  std::signal(SIGPIPE, SIG_IGN);
  const pid_t child = fork();
  if (child == 0) {
    dup2(in[0], 0), dup2(out[1], 1), dup2(err[1], 2);
    std::signal(SIGPIPE, SIG_DFL);
    execve(program.c_str(), argv.data(), envp.data());
    _exit(127);
  }
  close(in[0]), close(out[1]), close(err[1]);
  fcntl(in[1], F_SETFL, O_NONBLOCK);
  Ran ran;
  std::size_t written = 0;
  bool out_open = true, err_open = true, in_open = true;
  if (input.empty()) close(in[1]), in_open = false;
  std::array<char, 65536> piece{};
  while (out_open || err_open) {
    std::array<pollfd, 3> wait{{{out_open ? out[0] : -1, POLLIN, 0},
                                {err_open ? err[0] : -1, POLLIN, 0},
                                {in_open ? in[1] : -1, POLLOUT, 0}}};
    poll(wait.data(), wait.size(), -1);
    if (in_open && wait[2].revents != 0) {
      const ssize_t count = write(in[1], input.data() + written, input.size() - written);
      if (count > 0) written += static_cast<std::size_t>(count);
      if (count < 0 || written == input.size()) close(in[1]), in_open = false;
    }
    const auto take = [&](int fd, bool& open, std::string& text) {
      const ssize_t count = read(fd, piece.data(), piece.size());
      if (count <= 0)
        open = false;
      else
        text.append(piece.data(), static_cast<std::size_t>(count));
    };
    if (out_open && wait[0].revents != 0) take(out[0], out_open, ran.out);
    if (err_open && wait[1].revents != 0) take(err[0], err_open, ran.err);
  }
  if (in_open) close(in[1]);
  close(out[0]), close(err[0]);
  int status = 0;
  waitpid(child, &status, 0);
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ran;
}

std::string limber_program() {
  return LIMBER_BINARY_DIR "/limber";
}

Ran limber_runs(std::vector<std::string> words, const std::string& input,
                const std::vector<std::string>& environment) {
  return run_program(limber_program(), words, input, environment);
}

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "limber-test-XXXXXX").string();
  const char* made = mkdtemp(name.data());
  if (made != nullptr) path_ = made;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

std::string TestFolder::file(const std::string& name, const std::string& text) const {
  const std::string path = path_ + "/" + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

}  // namespace limber::cli
