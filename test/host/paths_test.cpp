#include "host/paths.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace limber::host {
namespace {

TEST(Paths, TakesTheChosenFolder) {
  EXPECT_EQ(data_folder("/x/y"), "/x/y");
}

TEST(Paths, FollowsXdg) {
  ::setenv("XDG_DATA_HOME", "/data", 1);
  EXPECT_EQ(data_folder(), "/data/limber");
  ::setenv("XDG_DATA_HOME", "relative", 1);
  ::setenv("HOME", "/people/ada", 1);
  EXPECT_EQ(data_folder(), "/people/ada/.local/share/limber");
  ::unsetenv("XDG_DATA_HOME");
  EXPECT_EQ(data_folder(), "/people/ada/.local/share/limber");
}

TEST(Paths, FindsAHomeWithoutTheVariable) {
  ::unsetenv("XDG_DATA_HOME");
  ::unsetenv("HOME");
  EXPECT_EQ(data_folder().front(), '/');
}

TEST(Paths, PutsTheKeyBesideTheRecord) {
  EXPECT_EQ(record_file("/x"), "/x/limber.db");
  EXPECT_EQ(key_file("/x"), "/x/limber.key");
}

}  // namespace
}  // namespace limber::host
