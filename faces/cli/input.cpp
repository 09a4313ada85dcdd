#include "faces/cli/input.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

namespace limber::cli {
namespace {

constexpr std::size_t kLongestLine = 64 << 10;

struct Buffer {
  std::string bytes;  // read and not yet taken
  bool ended = false;
};

Buffer& buffer() {
  static Buffer kBuffer;
  return kBuffer;
}

// Waits for more bytes; false if none came in time.
bool fill(int timeout_ms) {
  Buffer& in = buffer();
  if (in.ended) return false;
  pollfd wait{STDIN_FILENO, POLLIN, 0};
  const int ready = poll(&wait, 1, timeout_ms);
  if (ready <= 0) return false;
  std::array<char, 4096> piece{};
  const ssize_t count = ::read(STDIN_FILENO, piece.data(), piece.size());
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return false;
  if (count <= 0) {
    in.ended = true;
    return false;
  }
  in.bytes.append(piece.data(), static_cast<std::size_t>(count));
  return true;
}

}  // namespace

std::optional<std::string> read_line() {
  std::fflush(stdout);
  Buffer& in = buffer();
  std::string line;
  for (;;) {
    const std::size_t end = in.bytes.find('\n');
    const std::string_view part = std::string_view(in.bytes).substr(0, end);
    line.append(part.substr(0, kLongestLine - std::min(line.size(), kLongestLine)));
    if (end != std::string::npos) {
      in.bytes.erase(0, end + 1);
      break;
    }
    const bool any = !in.bytes.empty() || !line.empty();
    in.bytes.clear();
    if (!fill(-1) && in.ended) {
      if (!any) return std::nullopt;
      break;
    }
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

Key LineKeys::read(int timeout_ms) {
  Buffer& in = buffer();
  if (in.bytes.empty() && !decoder_.waiting()) (void)fill(timeout_ms);
  decoder_.feed(in.bytes);
  in.bytes.clear();
  if (const auto key = decoder_.next()) return *key;
  if (const auto key = decoder_.flush()) return *key;
  Key none;
  none.kind = in.ended ? Key::Kind::closed : Key::Kind::none;
  return none;
}

}  // namespace limber::cli
