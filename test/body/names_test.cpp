#include "body/names.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

TEST(Names, LevelsReadBack) {
  for (const Level level : kLevels) EXPECT_EQ(level_from(level_id(level)), level);
  EXPECT_FALSE(level_from("fine"));
}

TEST(Names, OneBelowStopsAtGo) {
  EXPECT_EQ(one_below(Level::emergency_now), Level::urgent_same_day);
  EXPECT_EQ(one_below(Level::gentle_with_modifications), Level::go);
  EXPECT_EQ(one_below(Level::go), Level::go);
}

TEST(Names, PermissionsReadBack) {
  for (const Permission p : {Permission::ok, Permission::modify, Permission::avoid}) {
    EXPECT_EQ(permission_from(permission_id(p)), p);
  }
  EXPECT_FALSE(permission_from("maybe"));
}

}  // namespace
}  // namespace limber
