#include "faces/cli/machine.h"

#include <algorithm>
#include <cstdlib>

#include "app/pack.h"
#include "base/text.h"
#include "faces/cli/console.h"
#include "host/files.h"
#include "host/paths.h"
#include "host/sealed_store.h"
#include "host/toml_reader.h"
#include "record/kinds.h"
#include "record/record.h"

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

constexpr const char* kLocales[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

// The first that names one: a number to call is worth more than the rule of the system.
std::string country_here() {
  std::string country;
  for (const char* name : kLocales) {
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

// The first that is set decides, as everywhere on the system.
std::string language_here() {
  for (const char* name : kLocales) {
    if (const std::string locale = environment(name); !locale.empty()) {
      return language_of_locale(locale);
    }
  }
  return "";
}

std::string country_code(std::string_view typed) {
  std::string code(trim(typed));
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z') return "";
  }
  return code.size() == 2 ? code : "";
}

std::string language_of_locale(std::string_view locale) {
  const std::string_view name = locale.substr(0, locale.find_first_of("_.@"));
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return name.size() == 2 && std::all_of(name.begin(), name.end(), small) ? std::string(name) : "";
}

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
  machine->country_given_ = line.has("--country");
  machine->country_ =
      machine->country_given_ ? country_code(line.value("--country")) : country_here();
  if (machine->country_given_ && machine->country_.empty()) {
    return fail(ErrorKind::usage,
                "\"" + line.value("--country").substr(0, 40) + "\" is no country code", "",
                "give two letters, as GB or DE");
  }
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
  const auto& catalogues = machine->app_->core().loaded.catalogues;
  machine->language_given_ = line.has("--lang");
  const std::string language = machine->language_given_ ? line.value("--lang") : language_here();
  if (catalogues.find(language) != catalogues.end()) {
    machine->language_ = language;
  } else if (machine->language_given_) {
    std::vector<std::string> known;
    for (const auto& [name, texts] : catalogues) known.push_back(name);
    return fail(ErrorKind::usage, "Limber does not speak \"" + language.substr(0, 40) + "\"", "",
                "it speaks: " + join(known, ", "));
  }
  return machine;
}

Result<Json> Machine::call(std::string_view method, const Json& input) {
  return call_text(method, print_json(input));
}

Result<Json> Machine::call_text(std::string_view method, std::string_view input) {
  // What is said is said in this machine's language; input that cannot be read goes on as it is,
  // for the error to name its line.
  std::string in_language(input);
  if (auto json = parse_json(input); json && json->is_object() && !json->contains("lang")) {
    json->update(Json{{"lang", language_}});
    in_language = print_json(*json);
  }
  auto answer = parse_json(app_->call(method, in_language));
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
  if (auto taken = take_packs(); !taken) return taken;
  return take_settings();
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

void Machine::follow(Reader& settings) {
  const std::string language = settings.text_or("language", "");
  const auto& catalogues = app_->core().loaded.catalogues;
  if (!language_given_ && catalogues.find(language) != catalogues.end()) {
    language_ = language;
  }
  const std::string country = country_code(settings.text_or("country", ""));
  if (!country_given_ && !country.empty()) country_ = country;
}

Result<void> Machine::take_settings() {
  auto listing = store_->list();
  if (!listing) return std::unexpected(listing.error());
  std::erase_if(listing->events, [](const Event& event) { return event.kind != kinds::kSettings; });
  const Json settings = settings_of(settle(listing->events));
  Reader in(settings, "");
  follow(in);
  return {};
}

Result<void> Machine::set(const std::string& name, const Json& value) {
  const Json setting = {{name, value}};
  const auto kept =
      call("record.append",
           Json{{"events", Json::array({Json{{"kind", "settings"}, {"payload", setting}}})}});
  if (!kept) return std::unexpected(kept.error());
  Reader in(setting, "");
  follow(in);
  return {};
}

}  // namespace limber::cli
