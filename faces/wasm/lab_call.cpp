// Calls with long series, for the lab: curves and sounds stay numbers, instead of a megabyte of
// text that is printed here and read again there.
//
//   limber_call_series(method, n, json, n)  as limber_call; in the answer each list of 64 numbers
//   or
//                    more is {"$series": i}
//   limber_series(i), limber_series_length(i)  the doubles of list i, until the next such call
#include <algorithm>
#include <vector>

#include "app/core.h"
#include "faces/wasm/instance.h"

namespace {

constexpr std::size_t kLong = 64;

std::vector<std::vector<double>>& series() {
  static auto* const only = new std::vector<std::vector<double>>;
  return *only;
}

bool is_series(const limber::Json& value) {
  return value.is_array() && value.size() >= kLong &&
         std::all_of(value.begin(), value.end(), [](const auto& each) { return each.is_number(); });
}

void lift_series(limber::Json& value) {
  if (is_series(value)) {
    std::vector<double>& numbers = series().emplace_back();
    numbers.reserve(value.size());
    for (const limber::Json& each : value) numbers.push_back(*limber::as_number(each));
    value = limber::Json{{"$series", series().size() - 1}};
  } else if (value.is_structured()) {
    for (limber::Json& each : value) lift_series(each);
  }
}

}  // namespace

#define LIMBER_EXPORT(name) [[clang::export_name(#name)]]

extern "C" {

LIMBER_EXPORT(limber_call_series)
void limber_call_series(const char* method, std::size_t method_length, const char* json,
                        std::size_t json_length) {
  limber::App* app = limber::wasm::opened();
  if (app == nullptr) {
    return limber::wasm::say(limber::fail(limber::ErrorKind::usage, "the core is not open", ""));
  }
  series().clear();
  auto result = limber::run_use_case(app->core(), {method, method_length}, {json, json_length});
  if (result) lift_series(*result);
  limber::wasm::say(std::move(result));
}

LIMBER_EXPORT(limber_series) const double* limber_series(std::size_t index) {
  return index < series().size() ? series()[index].data() : nullptr;
}

LIMBER_EXPORT(limber_series_length) std::size_t limber_series_length(std::size_t index) {
  return index < series().size() ? series()[index].size() : 0;
}

}  // extern "C"
