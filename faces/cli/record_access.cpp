#include "faces/cli/record_access.h"

namespace limber::cli {

std::optional<std::string> ask_passphrase() {
  return read_secret("Passphrase of the record:");
}

Result<std::unique_ptr<Machine>> open_with_record(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return machine;
  if (!(*machine)->has_record()) {
    return fail(ErrorKind::store, "there is no record yet", (*machine)->folder(),
                "run limber and agree to keeping one, or name its folder with --data");
  }
  const auto opened = (*machine)->open_record(ask_passphrase);
  if (!opened) return std::unexpected(opened.error());
  return machine;
}

}  // namespace limber::cli
