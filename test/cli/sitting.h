// A person at a real pseudo-terminal: types keys, and reads the screen as it then stands.
//
// The screen is kept by a small terminal of our own (cursor movement, clearing, text), enough for
// what limber writes; what it does not know fails the test.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace limber::cli {

class Sitting {
 public:
  Sitting(const std::vector<std::string>& words, int width = 80, int height = 24,
          const std::vector<std::string>& environment = {});
  ~Sitting();
  Sitting(const Sitting&) = delete;
  Sitting& operator=(const Sitting&) = delete;

  void type(const std::string& keys);
  void enter() { type("\r"); }
  // Waits until the screen shows this; false after some seconds without it.
  [[nodiscard]] bool sees(const std::string& text, int seconds = 20);
  [[nodiscard]] std::string screen() const;
  // Waits for the end; the exit code, 128 + signal, or -1 if it does not end.
  int ends(int seconds = 20);
  void kill_it();
  void resize(int width, int height);

 private:
  void read_some(int timeout_ms);
  void take(const std::string& bytes);
  int fd_ = -1;
  pid_t child_ = -1;
  int code_ = -1;
  bool ended_ = false;
  int width_, height_;
  std::size_t row_ = 0, column_ = 0;
  std::vector<std::vector<std::string>> cells_;
  std::string pending_;
};

}  // namespace limber::cli
