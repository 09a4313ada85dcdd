#include "faces/cli/record_access.h"

namespace limber::cli {

std::optional<std::string> ask_passphrase(Machine& machine) {
  return read_secret(machine.words().text("ui.record.passphrase"));
}

Result<std::unique_ptr<Machine>> open_with_record(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return machine;
  if (!(*machine)->has_record()) {
    return fail(ErrorKind::store, "there is no record yet", (*machine)->folder(),
                "run limber and agree to keeping one, or name its folder with --data");
  }
  const auto opened = (*machine)->open_record([&] { return ask_passphrase(**machine); });
  if (!opened) return std::unexpected(opened.error());
  return machine;
}

}  // namespace limber::cli
