#include "faces/server/rates.h"

#include <gtest/gtest.h>

namespace limber::server {
namespace {

TEST(Buckets, GiveTheBurstAndThenTheRate) {
  Buckets buckets({2, 3});
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(buckets.take("a", 0));
  EXPECT_FALSE(buckets.take("a", 0));
  EXPECT_FALSE(buckets.take("a", 499));
  EXPECT_TRUE(buckets.take("a", 999));
}

TEST(Buckets, NeverHoldMoreThanTheBurst) {
  Buckets buckets({1000, 2});
  EXPECT_TRUE(buckets.take("a", 0));
  EXPECT_TRUE(buckets.take("a", 1'000'000));
  EXPECT_TRUE(buckets.take("a", 1'000'000));
  EXPECT_FALSE(buckets.take("a", 1'000'000));
}

TEST(Buckets, AreOneForEachName) {
  Buckets buckets({1, 1});
  EXPECT_TRUE(buckets.take("a", 0));
  EXPECT_TRUE(buckets.take("b", 0));
  EXPECT_FALSE(buckets.take("a", 0));
}

TEST(Buckets, ForgetTheLongestUnusedWhenThereAreTooMany) {
  Buckets buckets({0.001, 1});
  EXPECT_TRUE(buckets.take("old", 0));
  for (std::size_t i = 1; i < Buckets::kMostNames; ++i) {
    EXPECT_TRUE(buckets.take(std::to_string(i), 1));
  }
  EXPECT_TRUE(buckets.take("one more", 2));
  EXPECT_FALSE(buckets.take("5", 2));
  EXPECT_TRUE(buckets.take("old", 2));
}

TEST(Guesses, ThreeAreFree) {
  Guesses guesses;
  guesses.wrong(0);
  guesses.wrong(0);
  EXPECT_EQ(guesses.wait_s(0), 0);
  guesses.wrong(0);
  EXPECT_EQ(guesses.wait_s(0), 1);
}

TEST(Guesses, WaitTwiceAsLongEachTimeUpToFiveMinutes) {
  Guesses guesses;
  for (int i = 0; i < 3; ++i) guesses.wrong(0);
  for (const int expected : {2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
    guesses.wrong(0);
    EXPECT_EQ(guesses.wait_s(0), expected);
  }
  EXPECT_EQ(guesses.wait_s(299'001), 1);
  EXPECT_EQ(guesses.wait_s(300'000), 0);
}

TEST(Guesses, ARightOneForgivesAll) {
  Guesses guesses;
  for (int i = 0; i < 9; ++i) guesses.wrong(0);
  guesses.right();
  EXPECT_EQ(guesses.wait_s(0), 0);
}

}  // namespace
}  // namespace limber::server
