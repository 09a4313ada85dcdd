#include <cstdio>

#include "faces/cli/pop_parts.h"

namespace limber::cli {

Result<void> write_out(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return {};
  return fail(ErrorKind::store, "the output could not be written", "standard output",
              "is the disk full?");
}

}  // namespace limber::cli
