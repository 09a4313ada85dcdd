// The C functions that a browser, or any host of WebAssembly, calls.
//
//   limber_alloc(n)  -> room for n bytes of the caller's text, or 0
//   limber_free(p)   gives it back
//   limber_call(method, method_length, json, json_length) -> 1, or 0 if the knowledge did not load
//   limber_answer(), limber_answer_length()  where the JSON of the last call stands, until the next
//
// Lengths are bytes of UTF-8, without a terminating zero. The answer is always {"ok": ...} or
// {"error": ...}. If the instance traps, throw it away and make a new one.
#include <limber/app.h>

#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>

namespace {

std::string& answer() {
  static std::string text;
  return text;
}

// Opened at the first call; a knowledge that does not load was stopped when this was built.
limber::App* app() {
  static std::optional<limber::App> opened = [] {
    auto result = limber::App::open(limber::embedded_knowledge());
    return result ? std::optional<limber::App>(std::move(*result)) : std::nullopt;
  }();
  return opened ? &*opened : nullptr;
}

}  // namespace

extern "C" {

[[clang::export_name("limber_alloc")]] void* limber_alloc(std::size_t size) {
  return std::malloc(size == 0 ? 1 : size);
}

[[clang::export_name("limber_free")]] void limber_free(void* memory) {
  std::free(memory);
}

[[clang::export_name("limber_call")]] int limber_call(const char* method, std::size_t method_length,
                                                      const char* json, std::size_t json_length) {
  limber::App* opened = app();
  if (opened == nullptr) return 0;
  answer() = opened->call({method, method_length}, {json, json_length});
  return 1;
}

[[clang::export_name("limber_answer")]] const char* limber_answer() {
  return answer().data();
}

[[clang::export_name("limber_answer_length")]] std::size_t limber_answer_length() {
  return answer().size();
}

}  // extern "C"
