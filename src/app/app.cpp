#include <limber/app.h>

#include <algorithm>

#include "app/core.h"
#include "base/text.h"

namespace limber {
Result<Json> run_use_case(Core& core, std::string_view method, std::string_view json) {
  const auto all = served_use_cases();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const UseCase& use_case) { return use_case.name == method; });
  if (found == all.end()) {
    const auto near = nearest(method, App::methods());
    return fail(ErrorKind::usage,
                "there is no method \"" + std::string(method.substr(0, 60)) + "\"", "",
                near ? "did you mean \"" + *near + "\"?" : "");
  }
  const auto input = json.empty() ? Result<Json>(Json::object()) : parse_json(json);
  if (!input) return std::unexpected(input.error());
  Reader in(*input, "");
  if (in.error()) return std::unexpected(*in.error());
  return found->run(core, in);
}

App::App(std::unique_ptr<Core> core) : core_(std::move(core)) {}
App::App(App&&) noexcept = default;
App& App::operator=(App&&) noexcept = default;
App::~App() = default;

Result<App> App::open(std::string_view knowledge, Ports ports) {
  auto loaded = load_knowledge(knowledge);
  if (!loaded) return std::unexpected(loaded.error());
  auto compiled = compile(loaded->knowledge);
  if (!compiled) return std::unexpected(compiled.error());
  return App(std::make_unique<Core>(Core{std::move(*loaded), std::move(*compiled), ports}));
}

std::string App::call(std::string_view method, std::string_view json) {
  auto result = run_use_case(*core_, method, json);
  Json answer = Json::object();
  if (result) {
    answer["ok"] = std::move(*result);
  } else {
    answer["error"] = to_json(result.error());
  }
  return print_json(answer);
}

std::vector<std::string> App::methods() {
  std::vector<std::string> names;
  for (const UseCase& use_case : served_use_cases()) names.emplace_back(use_case.name);
  return names;
}

std::string_view version() {
  return LIMBER_VERSION;
}

const Catalogue& Core::texts(std::string_view language) const {
  static const Catalogue kNone;
  const auto found = loaded.catalogues.find(language);
  if (found != loaded.catalogues.end()) return found->second;
  const auto english = loaded.catalogues.find("en");
  if (english != loaded.catalogues.end()) return english->second;
  return loaded.catalogues.empty() ? kNone : loaded.catalogues.begin()->second;
}

std::string Core::knowledge_stamp() const {
  return knowledge().version + " (" + knowledge().hash.substr(0, 12) + ")";
}

}  // namespace limber
