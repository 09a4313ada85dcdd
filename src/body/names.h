// The ids of levels, answer states and permissions, as they stand in JSON, TOML and texts.
#pragma once

#include <limber/types.h>

#include <array>
#include <optional>
#include <string_view>

namespace limber {

inline constexpr std::array kLevels = {Level::go, Level::gentle_with_modifications,
                                       Level::see_professional_first, Level::urgent_same_day,
                                       Level::emergency_now};

[[nodiscard]] std::string_view level_id(Level level);
[[nodiscard]] std::optional<Level> level_from(std::string_view id);
// One level milder; go stays go.
[[nodiscard]] Level one_below(Level level);

[[nodiscard]] std::string_view permission_id(Permission permission);
[[nodiscard]] std::optional<Permission> permission_from(std::string_view id);

// "no", "not_sure", "yes", "not_asked" (numbers and choices have no id of their own).
[[nodiscard]] std::string_view state_id(Answer::State state);

[[nodiscard]] constexpr Answer yes() {
  return {Answer::State::yes};
}
[[nodiscard]] constexpr Answer no() {
  return {Answer::State::no};
}
[[nodiscard]] constexpr Answer not_sure() {
  return {Answer::State::not_sure};
}
[[nodiscard]] constexpr Answer not_asked() {
  return {};
}
[[nodiscard]] constexpr Answer number(double value) {
  return {Answer::State::number, value};
}
[[nodiscard]] constexpr Answer choice(int index) {
  return {Answer::State::choice, 0, index};
}

}  // namespace limber
