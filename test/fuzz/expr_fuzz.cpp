// Any text as a condition: parsed or explained with a column; what is accepted can be evaluated and
// a finished sheet never leaves it undecided.
#include <cstdint>
#include <cstdlib>

#include "knowledge/expr.h"

namespace {

limber::FactNames names() {
  static const std::vector<std::string> all = {"fever", "injury", "age", "onset"};
  return {[](std::string_view id) {
            for (std::size_t i = 0; i < all.size(); ++i) {
              if (all[i] == id) return static_cast<int>(i);
            }
            return -1;
          },
          [](int fact) { return fact == 2   ? 'n'
                                : fact == 3 ? 'c'
                                            : 'b'; },
          [](int, std::string_view option) {
            return option == "sudden" ? 0 : option == "slow" ? 1 : -1;
          },
          [] { return all; }};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto expr = limber::parse_expr({reinterpret_cast<const char*>(data), size}, names());
  if (!expr) {
    if (expr.error().message.empty()) std::abort();
    return 0;
  }
  using limber::Answer;
  const limber::Sheet full = {{Answer::State::yes},
                              {Answer::State::no},
                              {Answer::State::number, 40},
                              {Answer::State::choice, 0, 1}};
  if (limber::evaluate(*expr, full) == limber::Truth::maybe) std::abort();
  (void)limber::evaluate(*expr, limber::Sheet(4));
  return 0;
}
