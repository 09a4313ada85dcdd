// How commands get at the record: asking for a passphrase where one is needed, and never making a
// record where there is none.
#pragma once

#include "faces/cli/console.h"
#include "faces/cli/machine.h"

namespace limber::cli {

// Opens the machine and its record. Errors: store, where there is no record.
[[nodiscard]] Result<std::unique_ptr<Machine>> open_with_record(const CommandLine& line);

// Asks at the terminal; nothing where there is none.
[[nodiscard]] std::optional<std::string> ask_passphrase(Machine& machine);

}  // namespace limber::cli
