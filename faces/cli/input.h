// Standard input where it is not a full screen: whole lines for questions, single keys for the
// session. Both take from one buffer, so nothing that was typed ahead is lost between them.
#pragma once

#include <optional>
#include <string>

#include "faces/cli/keys.h"

namespace limber::cli {

// One line without its end; nothing at the end of input. At most 64 KiB of a line are kept.
[[nodiscard]] std::optional<std::string> read_line();

// What was typed, as keys; a typed line ends with Enter.
class LineKeys {
 public:
  // Waits at most `timeout_ms` (-1: for ever).
  [[nodiscard]] Key read(int timeout_ms);

 private:
  KeyDecoder decoder_;
};

}  // namespace limber::cli
