#include "test/cli/sitting.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>

#include "test/cli/program.h"

namespace limber::cli {
namespace {

using Clock = std::chrono::steady_clock;

std::size_t length_of(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

Sitting::Sitting(const std::vector<std::string>& words, int width, int height,
                 const std::vector<std::string>& environment)
    : width_(width), height_(height) {
  cells_.assign(static_cast<std::size_t>(height),
                std::vector<std::string>(static_cast<std::size_t>(width), " "));
  winsize size{static_cast<unsigned short>(height), static_cast<unsigned short>(width), 0, 0};
  std::vector<std::string> all{limber_program()};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<std::string> values{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TERM=xterm-256color",
                                  "HOME=/nonexistent"};
  values.insert(values.end(), environment.begin(), environment.end());
  std::vector<char*> argv, envp;
  for (std::string& word : all) argv.push_back(word.data());
  for (std::string& value : values) envp.push_back(value.data());
  argv.push_back(nullptr), envp.push_back(nullptr);
  child_ = forkpty(&fd_, nullptr, nullptr, &size);
  if (child_ == 0) {
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
}

Sitting::~Sitting() {
  if (!ended_ && child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  if (fd_ >= 0) close(fd_);
}

void Sitting::type(const std::string& keys) {
  std::size_t done = 0;
  while (done < keys.size()) {
    const ssize_t count = write(fd_, keys.data() + done, keys.size() - done);
    if (count <= 0) return;
    done += static_cast<std::size_t>(count);
  }
}

void Sitting::resize(int width, int height) {
  width_ = width, height_ = height;
  cells_.assign(static_cast<std::size_t>(height),
                std::vector<std::string>(static_cast<std::size_t>(width), " "));
  winsize size{static_cast<unsigned short>(height), static_cast<unsigned short>(width), 0, 0};
  ioctl(fd_, TIOCSWINSZ, &size);
}

void Sitting::kill_it() {
  kill(child_, SIGKILL);
}

void Sitting::read_some(int timeout_ms) {
  pollfd wait{fd_, POLLIN, 0};
  if (poll(&wait, 1, timeout_ms) <= 0) return;
  std::array<char, 16384> piece{};
  const ssize_t count = read(fd_, piece.data(), piece.size());
  if (count > 0) take({piece.data(), static_cast<std::size_t>(count)});
  if (count > 0) return;
  int status = 0;
  if (!ended_ && waitpid(child_, &status, 0) == child_) {
    ended_ = true;
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
}

bool Sitting::sees(const std::string& text, int seconds) {
  const auto until = Clock::now() + std::chrono::seconds(seconds);
  while (screen().find(text) == std::string::npos) {
    if (ended_ || Clock::now() > until) return false;
    read_some(50);
  }
  return true;
}

int Sitting::ends(int seconds) {
  const auto until = Clock::now() + std::chrono::seconds(seconds);
  while (!ended_ && Clock::now() < until) read_some(50);
  return code_;
}

std::string Sitting::screen() const {
  std::string out;
  for (const auto& line : cells_) {
    std::string text;
    for (const std::string& cell : line) text += cell;
    while (!text.empty() && text.back() == ' ') text.pop_back();
    out += text + "\n";
  }
  return out;
}

void Sitting::take(const std::string& bytes) {
  pending_ += bytes;
  std::size_t at = 0;
  const auto blank = [&](std::size_t row, std::size_t from) {
    for (std::size_t c = from; c < cells_[row].size(); ++c) cells_[row][c] = " ";
  };
  while (at < pending_.size()) {
    const auto lead = static_cast<unsigned char>(pending_[at]);
    if (lead == 0x1B) {
      if (at + 1 >= pending_.size()) break;
      if (pending_[at + 1] != '[') {
        at += 2;
        continue;
      }
      std::size_t end = at + 2;
      while (end < pending_.size() && (pending_[end] < '@' || pending_[end] > '~')) ++end;
      if (end == pending_.size()) break;
      const std::string arguments = pending_.substr(at + 2, end - at - 2);
      switch (pending_[end]) {
        case 'H': {
          row_ = 0, column_ = 0;
          const std::size_t semicolon = arguments.find(';');
          if (semicolon != std::string::npos) {
            row_ = static_cast<std::size_t>(std::max(1, atoi(arguments.c_str()))) - 1;
            column_ =
                static_cast<std::size_t>(std::max(1, atoi(arguments.c_str() + semicolon + 1))) - 1;
          }
          break;
        }
        case 'J':
          for (std::size_t row = 0; row < cells_.size(); ++row) blank(row, 0);
          break;
        case 'K':
          if (row_ < cells_.size()) blank(row_, column_);
          break;
        case 'l':
        case 'h':
          if (arguments == "?1049") {  // the other screen, empty
            for (std::size_t row = 0; row < cells_.size(); ++row) blank(row, 0);
            row_ = 0, column_ = 0;
          }
          break;
        default:
          break;  // colours and other modes
      }
      at = end + 1;
    } else if (lead == '\r') {
      column_ = 0, ++at;
    } else if (lead == '\n') {
      ++at;
      if (++row_ < cells_.size()) continue;
      row_ = cells_.size() - 1;  // at the bottom everything moves up a line
      cells_.erase(cells_.begin());
      cells_.emplace_back(static_cast<std::size_t>(width_), " ");
    } else if (lead < 0x20) {
      ++at;
    } else {
      const std::size_t length = length_of(lead);
      if (at + length > pending_.size()) break;
      if (row_ < cells_.size() && column_ < cells_[row_].size()) {
        cells_[row_][column_] = pending_.substr(at, length);
      }
      ++column_;
      at += length;
    }
  }
  pending_.erase(0, at);
}

}  // namespace limber::cli
