// What every use-case works on, and how one is written.
//
// A use-case is a function from a Reader over its JSON input to a JSON result. Each file
// use_<what>.cpp offers a list of them; list.cpp joins the lists. Nothing here keeps state between
// calls but the store behind its port.
#pragma once

#include <limber/app.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports.h"
#include "base/json.h"
#include "knowledge/load.h"
#include "screen/compiled.h"

namespace limber {

struct Core {
  Loaded loaded;
  Compiled compiled;
  Ports ports;

  [[nodiscard]] const Knowledge& knowledge() const { return loaded.knowledge; }
  // The catalogue of a language; English where there is none, and the only one where that is alone.
  [[nodiscard]] const Catalogue& texts(std::string_view language) const;
  // "2026.11 (3f9c...)": what plans and events record as their knowledge.
  [[nodiscard]] std::string knowledge_stamp() const;
};

struct UseCase {
  std::string_view name;
  Result<Json> (*run)(Core& core, Reader& in);
};

[[nodiscard]] std::span<const UseCase> check_use_cases();
[[nodiscard]] std::span<const UseCase> explain_use_cases();
[[nodiscard]] std::span<const UseCase> learn_use_cases();
[[nodiscard]] std::span<const UseCase> prove_use_cases();
[[nodiscard]] std::span<const UseCase> plan_use_cases();
[[nodiscard]] std::span<const UseCase> session_use_cases();
[[nodiscard]] std::span<const UseCase> record_use_cases();
[[nodiscard]] std::span<const UseCase> exchange_use_cases();
[[nodiscard]] std::span<const UseCase> today_use_cases();
[[nodiscard]] std::span<const UseCase> diary_use_cases();
[[nodiscard]] std::span<const UseCase> pack_use_cases();
[[nodiscard]] std::span<const UseCase> joint_use_cases();
[[nodiscard]] std::span<const UseCase> figure_use_cases();
[[nodiscard]] std::span<const UseCase> figure_sheet_use_cases();

// What App serves. src/app/list.cpp serves everything; limber.wasm and its siblings have lists
// of their own, so that a page loads only what it needs.
[[nodiscard]] std::vector<UseCase> served_use_cases();

// What App::call wraps and prints.
[[nodiscard]] Result<Json> run_use_case(Core& core, std::string_view method, std::string_view json);

}  // namespace limber
