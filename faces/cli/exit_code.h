// What the program says to scripts when it ends; commands.cpp lists the meanings.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

namespace limber::cli {

inline constexpr int kDone = 0;
inline constexpr int kLeft = 1;  // left before the end, or a check found problems
inline constexpr int kUsage = 2;
inline constexpr int kInput = 3;
inline constexpr int kStore = 4;
inline constexpr int kRefused = 5;
inline constexpr int kInterrupted = 130;  // Ctrl-C, as shells count it

[[nodiscard]] constexpr int exit_code(Level level) {
  return 10 * static_cast<int>(level);
}

[[nodiscard]] constexpr int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return kUsage;
    case ErrorKind::input:
    case ErrorKind::not_found:
      return kInput;
    case ErrorKind::store:
      return kStore;
    case ErrorKind::refused:
      return kRefused;
  }
  return kInput;
}

}  // namespace limber::cli
