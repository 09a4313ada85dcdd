// limber doctor: is the record sound, and what can be rescued? Changes nothing.
#include <cstdlib>

#include "faces/cli/exit_code.h"
#include "faces/cli/record_access.h"
#include "faces/cli/run.h"
#include "host/doctor.h"
#include "host/files.h"
#include "host/paths.h"
#include "record/exchange.h"

namespace limber::cli {
namespace {

const char* state_id(Diagnosis::State state) {
  constexpr const char* kStates[] = {"missing",   "healthy", "damaged", "no_key",     "locked",
                                     "wrong_key", "newer",   "foreign", "unreachable"};
  return kStates[static_cast<std::size_t>(state)];
}

bool sound(Diagnosis::State state) {
  return state == Diagnosis::State::missing || state == Diagnosis::State::healthy;
}

host::StoreOptions options_of(const CommandLine& line) {
  host::StoreOptions options;
  options.folder = host::data_folder(line.value("--data"));
  if (const auto needed = host::needs_passphrase(options.folder); needed && *needed) {
    const char* given = std::getenv("LIMBER_PASSPHRASE");
    options.passphrase = given != nullptr ? given : read_secret("Passphrase of the record:");
  }
  return options;
}

// The readable events as an export document, which `limber import` takes into a new record.
Result<void> rescue(const Diagnosis& diagnosis, const std::string& file) {
  host::SystemClock clock;
  const std::int64_t at = clock.now_ms();
  const std::string device =
      diagnosis.readable.empty() ? std::string() : diagnosis.readable.front().device;
  std::string document;
  write_export(diagnosis.readable, device, {at, clock.offset_min(at)},
               [&document](std::string_view piece) { document += piece; });
  constexpr unsigned kPrivate = 0600;
  if (file == "-") {
    print(document);
    return {};
  }
  return host::write_file(file, document, kPrivate, host::Replace::no);
}

Json as_json(const Diagnosis& diagnosis, const std::string& folder) {
  return {{"folder", folder},
          {"state", state_id(diagnosis.state)},
          {"findings", diagnosis.findings},
          {"hint", diagnosis.hint},
          {"readable", diagnosis.readable.size()},
          {"unreadable", diagnosis.unreadable}};
}

}  // namespace

Result<int> run_doctor(const CommandLine& line) {
  const host::StoreOptions options = options_of(line);
  const Diagnosis diagnosis = host::diagnose(options);
  const int code = sound(diagnosis.state) ? kDone : kStore;
  if (line.has("--rescue")) {
    const std::string file = line.value("--rescue");
    const auto rescued = rescue(diagnosis, file);
    if (!rescued) return std::unexpected(rescued.error());
    print_error("limber: " + std::to_string(diagnosis.readable.size()) + " events written to " +
                file + "; limber import " + file +
                " --data NEW_FOLDER begins a new record with "
                "them\n");
    if (file == "-") return code;
  }
  if (line.has("--json")) {
    print(print_json(as_json(diagnosis, options.folder)) + "\n");
    return code;
  }
  Document body;
  for (const std::string& finding : diagnosis.findings) body.push_back(bullet(finding));
  if (!diagnosis.hint.empty()) body.push_back(text(diagnosis.hint, Ink::strong));
  if (diagnosis.state != Diagnosis::State::missing) {
    body.push_back(text(std::to_string(diagnosis.readable.size()) + " events can be read, " +
                        std::to_string(diagnosis.unreadable) + " cannot."));
  }
  if (!sound(diagnosis.state) && !diagnosis.readable.empty() && !line.has("--rescue")) {
    body.push_back(text("limber doctor --rescue FILE writes what can be read to a file."));
  }
  print_document(options.folder, Ink::strong, body, line);
  return code;
}

}  // namespace limber::cli
