#include "body/names.h"

namespace limber {
namespace {

constexpr std::array<std::string_view, 5> kLevelIds = {"go", "gentle_with_modifications",
                                                       "see_professional_first", "urgent_same_day",
                                                       "emergency_now"};
constexpr std::array<std::string_view, 3> kPermissionIds = {"ok", "modify", "avoid"};

}  // namespace

std::string_view level_id(Level level) {
  return kLevelIds[static_cast<std::size_t>(level)];
}

std::optional<Level> level_from(std::string_view id) {
  for (const Level level : kLevels) {
    if (level_id(level) == id) return level;
  }
  return std::nullopt;
}

Level one_below(Level level) {
  return level == Level::go ? level : kLevels[static_cast<std::size_t>(level) - 1];
}

std::string_view permission_id(Permission permission) {
  return kPermissionIds[static_cast<std::size_t>(permission)];
}

std::optional<Permission> permission_from(std::string_view id) {
  for (std::size_t i = 0; i < kPermissionIds.size(); ++i) {
    if (kPermissionIds[i] == id) return static_cast<Permission>(i);
  }
  return std::nullopt;
}

std::string_view state_id(Answer::State state) {
  switch (state) {
    case Answer::State::not_asked:
      return "not_asked";
    case Answer::State::no:
      return "no";
    case Answer::State::not_sure:
      return "not_sure";
    case Answer::State::yes:
      return "yes";
    case Answer::State::number:
      return "number";
    case Answer::State::choice:
      return "choice";
  }
  return "not_asked";
}

}  // namespace limber
