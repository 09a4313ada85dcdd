// The use-cases on this machine: knowledge, record, clock, and one way to call them.
//
// The record is opened only when a command needs it, and made only when the person agreed to it.
#pragma once

#include <limber/app.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/core.h"
#include "base/json.h"
#include "faces/cli/command_line.h"
#include "host/system_clock.h"
#include "host/system_entropy.h"

namespace limber::cli {

class Machine {
 public:
  // Loads the built-in knowledge, or the folder of --knowledge. Errors: input, with file and line.
  [[nodiscard]] static Result<std::unique_ptr<Machine>> open(const CommandLine& line);

  // {"ok": ...} unwrapped, {"error": ...} as an Error.
  [[nodiscard]] Result<Json> call(std::string_view method, const Json& input);
  // The same with the input as it was read, so that errors name its lines.
  [[nodiscard]] Result<Json> call_text(std::string_view method, std::string_view input);

  // The texts of the language in force: --lang, else the setting in the record, else the locale.
  [[nodiscard]] const Catalogue& words() { return app_->core().texts(language_); }
  [[nodiscard]] App& app() { return *app_; }
  [[nodiscard]] Clock& clock() { return clock_; }
  [[nodiscard]] Entropy& entropy() { return entropy_; }

  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] bool has_record() const;  // a record lies in the folder
  [[nodiscard]] bool record_open() const { return store_ != nullptr; }
  // Asks for a passphrase if one is needed. May make a new record.
  using AskPassphrase = std::function<std::optional<std::string>()>;
  [[nodiscard]] Result<void> open_record(const AskPassphrase& ask);
  [[nodiscard]] Store* store() { return store_.get(); }
  void close_record();

  // Keeps a setting in the record and follows it. Errors: store.
  [[nodiscard]] Result<void> set(const std::string& name, const Json& value);

  // --country, else the setting in the record, else the locale's: two letters, or empty where
  // nothing tells.
  [[nodiscard]] const std::string& country() const { return country_; }

 private:
  Machine() = default;
  [[nodiscard]] Result<void> take_packs();
  [[nodiscard]] Result<void> take_settings();
  void follow(Reader& settings);
  std::string document_;  // the knowledge, without packs
  std::optional<App> app_;
  host::SystemClock clock_;
  host::SystemEntropy entropy_;
  std::unique_ptr<Store> store_;
  std::string folder_;
  std::string country_;
  std::string language_ = "en";
  bool language_given_ = false, country_given_ = false;  // on the command line
};

// "GB" from "en_GB.UTF-8"; empty from "C" or "de".
[[nodiscard]] std::string country_of_locale(std::string_view locale);
// The locale's language for messages, by LC_ALL, LC_MESSAGES and LANG; may be empty.
[[nodiscard]] std::string language_here();
// "de" from "de_DE.UTF-8" or "de"; empty from "C", "POSIX" or "C.UTF-8".
[[nodiscard]] std::string language_of_locale(std::string_view locale);
// "DE" from "de"; empty from what is not two letters.
[[nodiscard]] std::string country_code(std::string_view typed);

}  // namespace limber::cli
