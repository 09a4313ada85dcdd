// limber report, export, import, erase, lock, unlock: the record as a whole.
#include <unistd.h>

#include <cstdlib>

#include "faces/cli/exit_code.h"
#include "faces/cli/record_access.h"
#include "faces/cli/run.h"
#include "host/files.h"
#include "host/sealed_store.h"

namespace limber::cli {
namespace {

std::string field(const Json& json, const char* name) {
  const Json& value = Reader(json, "").any(name);
  return value.is_string() ? *as_text(value) : print_json(value);
}

// Asks with a default of no; anything but "yes" is no.
bool confirmed(const std::string& question, const Catalogue& words) {
  print_error(question + " " + words.text("ui.record.sure") + " ");
  const auto answer = read_line();
  return answer && (*answer == "yes" || *answer == words.text("answer.yes"));
}

Result<std::string> new_passphrase(const Catalogue& words) {
  if (const char* given = std::getenv("LIMBER_NEW_PASSPHRASE"); given != nullptr) return given;
  const auto first = read_secret(words.text("ui.record.new_passphrase"));
  if (!first) {
    return fail(ErrorKind::usage, "there is no terminal to ask for the passphrase", "",
                "set LIMBER_NEW_PASSPHRASE");
  }
  const auto second = read_secret(words.text("ui.record.once_more"));
  if (!second || *second != *first) {
    return fail(ErrorKind::usage, "the two were not the same", "", "try again");
  }
  return *first;
}

int said(const CommandLine& line, const Json& json, const std::string& text) {
  print(line.has("--json") ? print_json(json) + "\n" : text + "\n");
  return kDone;
}

}  // namespace

Result<int> run_report(const CommandLine& line) {
  auto machine = open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  const auto answer = (*machine)->call("report", Json::object());
  if (!answer) return std::unexpected(answer.error());
  print(line.has("--json") ? print_json(*answer) + "\n" : field(*answer, "text"));
  return kDone;
}

Result<int> run_export(const CommandLine& line) {
  auto machine = open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  const auto answer = (*machine)->call("export", Json::object());
  if (!answer) return std::unexpected(answer.error());
  const std::string document = field(*answer, "document");
  const std::string& file = line.arguments.front();
  if (file == "-") {
    print(document);
    return kDone;
  }
  constexpr unsigned kPrivate = 0600;
  const auto written = host::write_file(file, document, kPrivate);
  if (!written) return std::unexpected(written.error());
  return said(line, Json{{"events", Reader(*answer, "").any("events")}, {"file", file}},
              (*machine)->words().text("ui.record.exported",
                                       {{"events", field(*answer, "events")}, {"file", file}}));
}

Result<int> run_import(const CommandLine& line) {
  const auto document = read_input(line.arguments.front());
  if (!document) return std::unexpected(document.error());
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  // Importing is a way to begin a record: the person asks for it by name.
  const auto opened = (*machine)->open_record([&] { return ask_passphrase(**machine); });
  if (!opened) return std::unexpected(opened.error());
  const auto answer = (*machine)->call("import", Json{{"document", *document}});
  if (!answer) {
    Error error = answer.error();
    error.where = line.arguments.front() + (error.where.empty() ? "" : ", " + error.where);
    return std::unexpected(error);
  }
  Reader in(*answer, "");
  const std::size_t conflicts = in.array("conflicts").size();
  const Catalogue& words = (*machine)->words();
  std::string text = words.text("ui.record.imported", {{"added", field(*answer, "added")},
                                                       {"known", field(*answer, "known")}});
  if (conflicts > 0) {
    text += " " + words.text("ui.record.conflicts", {{"count", std::to_string(conflicts)}});
  }
  return said(line, *answer, text);
}

Result<int> run_erase(const CommandLine& line) {
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  const MessageArgs where{{"folder", (*machine)->folder()}};
  const Catalogue& words = (*machine)->words();
  if (!(*machine)->has_record()) {
    return said(line, Json{{"erased", false}}, words.text("ui.record.none", where));
  }
  if (!line.has("--yes") && !confirmed(words.text("ui.record.erase", where), words)) {
    print_error(words.text("ui.record.not_erased") + "\n");
    return kLeft;
  }
  const auto erased = host::erase_record((*machine)->folder());
  if (!erased) return std::unexpected(erased.error());
  return said(line, Json{{"erased", true}}, words.text("ui.record.erased", where));
}

Result<int> run_lock(const CommandLine& line) {
  auto machine = open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  const auto passphrase = new_passphrase((*machine)->words());
  if (!passphrase) return std::unexpected(passphrase.error());
  const auto locked = (*machine)->store()->lock(*passphrase);
  if (!locked) return std::unexpected(locked.error());
  return said(line, Json{{"locked", true}}, (*machine)->words().text("ui.record.locked"));
}

Result<int> run_unlock(const CommandLine& line) {
  auto machine = open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  if (!(*machine)->store()->locked()) {
    return said(line, Json{{"locked", false}}, (*machine)->words().text("ui.record.not_locked"));
  }
  const auto unlocked = (*machine)->store()->unlock();
  if (!unlocked) return std::unexpected(unlocked.error());
  return said(line, Json{{"locked", false}}, (*machine)->words().text("ui.record.unlocked"));
}

}  // namespace limber::cli
