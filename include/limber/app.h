// Limber as a library: every use-case by name, JSON in, JSON out. This is the list that the command
// line, the server and the browser call; docs/api.md describes each method.
//
//   auto app = limber::App::open(limber::embedded_knowledge());
//   std::string answer = app->call("check", R"({"answers":{"age":42}})");
//
// An answer is {"ok": ...} or {"error": {"kind","message","where","hint"}}; call never throws and
// never fails otherwise. Without a store the record's methods answer with an error of kind store.
// One App serves one thread at a time.
#pragma once

#include <limber/result.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

class Store;
class Clock;
class Entropy;
class Runner;
struct Core;

// What the machine lends to the core (src/app/ports.h); all may be missing, and must outlive App.
struct Ports {
  Store* store = nullptr;
  Clock* clock = nullptr;
  Entropy* entropy = nullptr;
  Runner* runner = nullptr;
};

class App {
 public:
  // `knowledge`: the compiled document. Errors: input, if it is not sound.
  [[nodiscard]] static Result<App> open(std::string_view knowledge, Ports ports = {});
  App(App&&) noexcept;
  App& operator=(App&&) noexcept;
  ~App();

  // Empty json counts as {}.
  [[nodiscard]] std::string call(std::string_view method, std::string_view json = {});
  [[nodiscard]] static std::vector<std::string> methods();

  // For faces that hold typed values, such as the guided session.
  [[nodiscard]] Core& core() { return *core_; }

 private:
  explicit App(std::unique_ptr<Core> core);
  std::unique_ptr<Core> core_;
};

// The version of the program, "0.1.0".
[[nodiscard]] std::string_view version();
// The compiled knowledge that this binary carries.
[[nodiscard]] std::string_view embedded_knowledge();

}  // namespace limber
