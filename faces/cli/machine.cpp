#include "faces/cli/machine.h"

#include <cstdlib>

#include "app/pack.h"
#include "base/text.h"
#include "faces/cli/console.h"
#include "host/files.h"
#include "host/paths.h"
#include "host/sealed_store.h"
#include "host/toml_reader.h"

namespace limber::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

Result<std::string> read_folder(const std::string& folder) {
  std::vector<Error> problems;
  const TomlDocument read = read_knowledge_folder(folder, problems);
  if (problems.empty()) {
    (void)read_knowledge(read.document, problems);
    for (Error& problem : problems) problem.where = read.place_of(problem.where);
  }
  if (!problems.empty()) {
    Error first = problems.front();
    if (first.hint.empty()) first.hint = "limber knowledge check " + folder + " shows everything";
    return std::unexpected(first);
  }
  return print_json(read.document);
}

std::string country_here(const CommandLine& line) {
  std::string country = line.value("--country");
  for (char& c : country) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (country.empty()) country = country_of_locale(environment(name));
  }
  return country;
}

ErrorKind kind_of(const std::string& id) {
  if (id == "usage") return ErrorKind::usage;
  if (id == "store") return ErrorKind::store;
  if (id == "refused") return ErrorKind::refused;
  if (id == "not_found") return ErrorKind::not_found;
  return ErrorKind::input;
}

}  // namespace

std::string country_of_locale(std::string_view locale) {
  const std::size_t bar = locale.find('_');
  if (bar == std::string_view::npos || locale.size() < bar + 3) return "";
  const std::string_view code = locale.substr(bar + 1, 2);
  for (const char c : code) {
    if (c < 'A' || c > 'Z') return "";
  }
  return std::string(code);
}

Result<std::unique_ptr<Machine>> Machine::open(const CommandLine& line) {
  std::unique_ptr<Machine> machine(new Machine);
  machine->folder_ = host::data_folder(line.value("--data"));
  machine->country_ = country_here(line);
  std::string_view knowledge = embedded_knowledge();
  if (line.has("--knowledge")) {
    auto document = read_folder(line.value("--knowledge"));
    if (!document) return std::unexpected(document.error());
    machine->document_ = std::move(*document);
    knowledge = machine->document_;
  }
  auto app = App::open(knowledge, {nullptr, &machine->clock_, &machine->entropy_, nullptr});
  if (!app) return std::unexpected(app.error());
  machine->app_.emplace(std::move(*app));
  return machine;
}

Result<Json> Machine::call(std::string_view method, const Json& input) {
  return call_text(method, print_json(input));
}

Result<Json> Machine::call_text(std::string_view method, std::string_view input) {
  auto answer = parse_json(app_->call(method, input));
  if (!answer) return std::unexpected(answer.error());
  Reader in(*answer, "");
  if (in.has("ok")) return in.any("ok");
  Reader error(in.object("error"), "");
  return std::unexpected(Error{kind_of(error.text_or("kind", "")), error.text_or("message", ""),
                               error.text_or("where", ""), error.text_or("hint", "")});
}

bool Machine::has_record() const {
  return host::file_exists(host::record_file(folder_));
}

Result<void> Machine::open_record(const AskPassphrase& ask) {
  if (store_ != nullptr) return {};
  const auto needed = host::needs_passphrase(folder_);
  if (!needed) return std::unexpected(needed.error());
  host::StoreOptions options;
  options.folder = folder_;
  if (*needed) {
    options.passphrase = environment("LIMBER_PASSPHRASE");
    if (options.passphrase->empty()) options.passphrase = ask ? ask() : std::nullopt;
    if (!options.passphrase) {
      return fail(ErrorKind::store, "this record is locked with a passphrase", folder_,
                  "type it when asked, or set LIMBER_PASSPHRASE");
    }
  }
  auto store = host::open_store(options, entropy_);
  if (!store) return std::unexpected(store.error());
  store_ = std::move(*store);
  app_->core().ports.store = store_.get();
  return take_packs();
}

void Machine::close_record() {
  app_->core().ports.store = nullptr;
  store_.reset();
}

Result<void> Machine::take_packs() {
  const auto left_out = limber::take_packs(app_->core());
  if (!left_out) return std::unexpected(left_out.error());
  for (const Error& error : *left_out) print_error("limber: " + describe(error) + "\n");
  return {};
}

}  // namespace limber::cli
