// The example of the documentation, compiled and run as it stands.
#include <gtest/gtest.h>

#define main example_main
#include "../../docs/examples/pop.cpp"
#undef main

TEST(Example, TellsOfAPopASilentPullAndAnotherPop) {
  testing::internal::CaptureStdout();
  EXPECT_EQ(example_main(), 0);
  const std::string told = testing::internal::GetCapturedStdout();
  EXPECT_NE(told.find("after  0 min: a pop"), std::string::npos) << told;
  EXPECT_NE(told.find("after  5 min: silent"), std::string::npos) << told;
  EXPECT_NE(told.find("after 30 min: a pop"), std::string::npos) << told;
}
