// The machine's half of a guided session: clock, keys, screen or lines, bell and voice. What is
// left open is where events go and who asks the emergency questions; the command fills that in.
#pragma once

#include <sys/types.h>

#include <string>

#include "faces/cli/guide.h"
#include "faces/cli/terminal.h"

namespace limber::cli {

// Speaks through the first speech program there is (spd-say, espeak-ng, espeak, say); silent if
// there is none. A new line cuts off the one before.
class Voice {
 public:
  Voice();
  ~Voice();
  Voice(const Voice&) = delete;
  Voice& operator=(const Voice&) = delete;
  void speak(const std::string& text);
  [[nodiscard]] bool can_speak() const { return !program_.empty(); }

 private:
  void hush();
  std::string program_;
  pid_t talking_ = -1;
};

class MachineGuideHost : public GuideHost {
 public:
  // `terminal`: the open screen, or null for plain lines on standard input and output.
  MachineGuideHost(Terminal* terminal, double speed, bool quiet);

  std::int64_t now_ms() override;
  Key read_key(int timeout_ms) override;
  Size size() override;
  Look look() override;
  void draw(const std::vector<Line>& lines) override;
  void print(const std::string& line) override;
  void bell() override;
  void speak(const std::string& text) override;
  void suspend() override;

 private:
  Terminal* terminal_;
  double speed_;
  bool quiet_;
  std::int64_t start_ms_;
  Voice voice_;
  KeyDecoder decoder_;
  bool closed_ = false;
};

}  // namespace limber::cli
