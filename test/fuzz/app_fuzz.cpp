// Any method with any JSON: the app always answers {"ok": ...} or {"error": ...}, and answers alike
// when asked again. The first byte picks the method, the rest is its input.
#include <limber/app.h>

#include <cstdint>
#include <cstdlib>
#include <optional>

namespace {

limber::App& app() {
  static limber::App opened = [] {
    auto result = limber::App::open(limber::embedded_knowledge());
    if (!result) std::abort();
    return std::move(*result);
  }();
  return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::string> methods = limber::App::methods();
  if (size == 0) return 0;
  const std::string& method = methods[data[0] % methods.size()];
  if (method == "prove") return 0;  // takes seconds under sanitizers, and no input
  const std::string_view json(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string answer = app().call(method, json);
  const bool ok = answer.starts_with("{\"ok\":"), error = answer.starts_with("{\"error\":");
  if (ok == error || app().call(method, json) != answer) std::abort();
  return 0;
}
