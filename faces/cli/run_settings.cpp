// limber settings: the language, and the country whose emergency number is shown.
#include "faces/cli/exit_code.h"
#include "faces/cli/record_access.h"
#include "faces/cli/run.h"

namespace limber::cli {
namespace {

// What may be kept for this name; null for "auto". Errors: usage.
Result<Json> setting(Machine& machine, const std::string& name, const std::string& value) {
  if (name != "language" && name != "country") {
    return fail(ErrorKind::usage, "there is no setting \"" + name.substr(0, 40) + "\"", "",
                "there are: language, country");
  }
  if (value == "auto") return Json(nullptr);
  const std::string code = country_code(value);
  if (name == "country" && !code.empty()) return Json(code);
  const auto& catalogues = machine.app().core().loaded.catalogues;
  if (name == "language" && catalogues.find(value) != catalogues.end()) return Json(value);
  return fail(ErrorKind::usage, "\"" + value.substr(0, 40) + "\" is no " + name, "",
              name == "country" ? "give two letters, as GB or DE" : "give en or de");
}

}  // namespace

Result<int> run_settings(const CommandLine& line) {
  if (line.arguments.size() == 1) {
    return fail(ErrorKind::usage, "a setting needs a value", "",
                "as in: limber settings " + line.arguments.front() + " auto");
  }
  auto machine = line.arguments.empty() ? Machine::open(line) : open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  if (!line.arguments.empty()) {
    const auto value = setting(**machine, line.arguments[0], line.arguments[1]);
    if (!value) return std::unexpected(value.error());
    const auto kept = (*machine)->set(line.arguments[0], *value);
    if (!kept) return std::unexpected(kept.error());
  } else if ((*machine)->has_record()) {
    const auto opened = (*machine)->open_record([&] { return ask_passphrase(**machine); });
    if (!opened) return std::unexpected(opened.error());
  }
  const Catalogue& words = (*machine)->words();
  const std::string& country = (*machine)->country();
  if (line.has("--json")) {
    print(print_json(Json{{"language", words.language()}, {"country", country}}) + "\n");
    return kDone;
  }
  print(words.text("ui.settings.language", {{"language", words.language()}}) + "\n" +
        words.text(country.empty() ? "ui.settings.no_country" : "ui.settings.country",
                   {{"country", country}}) +
        "\n");
  return kDone;
}

}  // namespace limber::cli
