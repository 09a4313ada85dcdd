// Speaks a line through a speech program of the machine, if there is one (spd-say, espeak-ng,
// espeak, say). Never waits: a line that is still being spoken when the next comes is cut off.
#pragma once

#include <sys/types.h>

#include <string>

namespace limber::cli {

class Speech {
 public:
  explicit Speech(bool silent);
  ~Speech();
  Speech(const Speech&) = delete;
  Speech& operator=(const Speech&) = delete;
  void say(const std::string& text);
  [[nodiscard]] bool available() const { return !program_.empty(); }

 private:
  void hush();
  std::string program_;
  pid_t speaking_ = -1;
};

}  // namespace limber::cli
