#include "faces/wasm/page.h"

#include <bit>

extern "C" {
[[clang::import_module("limber"), clang::import_name("now_ms")]] double limber_now_ms();
[[clang::import_module("limber"), clang::import_name("offset_min")]] double limber_offset_min(
    double at_ms);
[[clang::import_module("limber"), clang::import_name("random")]] void limber_random(
    std::uint8_t* at, std::size_t count);
}

namespace limber::wasm {

std::int64_t PageClock::now_ms() {
  return static_cast<std::int64_t>(limber_now_ms());
}

std::int32_t PageClock::offset_min(std::int64_t at_ms) {
  return static_cast<std::int32_t>(limber_offset_min(static_cast<double>(at_ms)));
}

void PageEntropy::fill(std::span<std::uint8_t> bytes) {
  limber_random(bytes.data(), bytes.size());
}

std::string PageEntropy::uuid(std::int64_t now_ms) {
  std::array<std::uint8_t, sizeof(std::uint64_t)> noise{};
  fill(noise);
  return sequence_.next(now_ms, std::bit_cast<std::uint64_t>(noise));
}

}  // namespace limber::wasm
