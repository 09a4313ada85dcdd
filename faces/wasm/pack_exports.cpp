// Packs of the record, where techniques are planned with.
//
//   limber_take_packs()  lays the packs of the record over the knowledge, once after it is filled;
//                    answers {"left_out": [errors]}
#include "app/pack.h"

#include "base/object.h"
#include "faces/wasm/instance.h"

namespace {

limber::Result<limber::Json> take_packs() {
  limber::App* app = limber::wasm::opened();
  if (app == nullptr) {
    return limber::fail(limber::ErrorKind::usage, "the core is not open", "");
  }
  const auto left_out = limber::take_packs(app->core());
  if (!left_out) return std::unexpected(left_out.error());
  limber::Json errors = limber::Json::array();
  for (const limber::Error& error : *left_out) errors.push_back(limber::to_json(error));
  return limber::object_of({{"left_out", std::move(errors)}});
}

}  // namespace

extern "C" {

[[clang::export_name("limber_take_packs")]] void limber_take_packs() {
  limber::wasm::say(take_packs());
}

}  // extern "C"
