// The C functions that a browser, or any host of WebAssembly, calls.
//
//   limber_alloc(n)  -> room for n bytes of the caller's text, or 0
//   limber_free(p)   gives it back
//   limber_open(knowledge, n, device, n)  opens the core with a compiled knowledge and an empty
//                    record in memory; an empty device gets a new name. Answers {"device"}
//   limber_call(method, n, json, n)       a use-case; before limber_open an error of kind usage
//   limber_recorded()    how many events the record holds: more than before a call, and the page
//                    fetches them with record.list and keeps them
//   limber_answer(), limber_answer_length()  where the JSON of the last of these stands, until the
//                    next one
//
// Lengths are bytes of UTF-8, without a terminating zero. An answer is always {"ok": ...} or
// {"error": ...}. If the instance traps, throw it away and make a new one: web/src/core does.
#include <limber/app.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string>

#include "app/memory_store.h"
#include "base/object.h"
#include "faces/wasm/instance.h"
#include "faces/wasm/page.h"

namespace {

struct Instance {
  limber::wasm::PageClock clock;
  limber::wasm::PageEntropy entropy;
  std::unique_ptr<limber::MemoryStore> store;
  std::unique_ptr<limber::App> app;
  std::string answer;
};

// Never destroyed: nothing runs when a page goes away.
Instance& instance() {
  static Instance* const only = new Instance;
  return *only;
}

}  // namespace

namespace limber::wasm {

App* opened() {
  return instance().app.get();
}

void say(Result<Json> result) {
  Json answer = Json::object();
  if (result) {
    answer["ok"] = std::move(*result);
  } else {
    answer["error"] = to_json(result.error());
  }
  instance().answer = print_json(answer);
}

}  // namespace limber::wasm

namespace {

using limber::wasm::say;

limber::Result<limber::Json> open(std::string_view knowledge, std::string device) {
  Instance& now = instance();
  if (device.empty()) device = now.entropy.uuid(now.clock.now_ms());
  if (!limber::parse_uuid(device)) {
    return limber::fail(limber::ErrorKind::input, "the device is not a lower-case UUID", "/device");
  }
  auto store = std::make_unique<limber::MemoryStore>(std::move(device));
  auto app = limber::App::open(knowledge, {store.get(), &now.clock, &now.entropy, nullptr});
  if (!app) return std::unexpected(app.error());
  now.app = std::make_unique<limber::App>(std::move(*app));
  now.store = std::move(store);
  return limber::object_of({{"device", now.store->device()}});
}

}  // namespace

#define LIMBER_EXPORT(name) [[clang::export_name(#name)]]

extern "C" {

LIMBER_EXPORT(limber_alloc) void* limber_alloc(std::size_t size) {
  return std::malloc(size == 0 ? 1 : size);
}

LIMBER_EXPORT(limber_free) void limber_free(void* memory) {
  std::free(memory);
}

LIMBER_EXPORT(limber_open)
void limber_open(const char* knowledge, std::size_t knowledge_length, const char* device,
                 std::size_t device_length) {
  say(open({knowledge, knowledge_length}, {device, device_length}));
}

LIMBER_EXPORT(limber_call)
void limber_call(const char* method, std::size_t method_length, const char* json,
                 std::size_t json_length) {
  Instance& now = instance();
  if (!now.app) return say(limber::fail(limber::ErrorKind::usage, "the core is not open", ""));
  now.answer = now.app->call({method, method_length}, {json, json_length});
}

LIMBER_EXPORT(limber_recorded) std::size_t limber_recorded() {
  const Instance& now = instance();
  return now.store ? now.store->events().size() : 0;
}

LIMBER_EXPORT(limber_answer) const char* limber_answer() {
  return instance().answer.data();
}

LIMBER_EXPORT(limber_answer_length) std::size_t limber_answer_length() {
  return instance().answer.size();
}

}  // extern "C"
