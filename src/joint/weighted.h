// sum over j of row[j] k[j][i], the zeros of the row left out at compile time.
#pragma once

#include <utility>

namespace limber {

template <const auto& Row, int Count, class R, class Stages>
__attribute__((always_inline)) inline R weighted(const Stages& k, int i) {
  R sum{};
  const auto add = [&]<int J>() __attribute__((always_inline)) {
    constexpr double factor = Row[J];
    if constexpr (factor != 0) sum = sum + factor * k[J][i];
  };
  [&]<int... J>(std::integer_sequence<int, J...>) __attribute__((always_inline)) {
    (add.template operator()<J>(), ...);
  }(std::make_integer_sequence<int, Count>{});
  return sum;
}

}  // namespace limber
