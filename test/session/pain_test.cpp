#include "session/pain.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

PainMeaning meaning(int pain, std::optional<int> at_rest) {
  SessionEvent event;
  event.pain = pain;
  return meaning_of(event, at_rest, {});
}

TEST(Pain, UpToTwoAboveRestIsFine) {
  EXPECT_EQ(meaning(2, 0), PainMeaning::fine);
  EXPECT_EQ(meaning(4, 2), PainMeaning::fine);
  EXPECT_EQ(meaning(0, 4), PainMeaning::fine);
}

TEST(Pain, ThreeAndFourAboveRestAreLess) {
  EXPECT_EQ(meaning(3, 0), PainMeaning::less);
  EXPECT_EQ(meaning(4, 0), PainMeaning::less);
}

TEST(Pain, FiveAboveRestStops) {
  EXPECT_EQ(meaning(6, 1), PainMeaning::stop);
}

TEST(Pain, FiveThatMovingHasRaisedStops) {
  EXPECT_EQ(meaning(5, 4), PainMeaning::stop);
}

TEST(Pain, FiveThatWasThereBeforeDoesNot) {
  EXPECT_EQ(meaning(5, 5), PainMeaning::fine);
}

TEST(Pain, SevenStopsWhateverItWasBefore) {
  EXPECT_EQ(meaning(7, 8), PainMeaning::stop);
}

TEST(Pain, NotKnownAtRestCountsAsNone) {
  EXPECT_EQ(meaning(3, std::nullopt), PainMeaning::less);
}

TEST(Pain, SharpAndSpreadingStop) {
  SessionEvent event;
  event.pain = 0;
  event.sharp = true;
  EXPECT_EQ(meaning_of(event, 0, {}), PainMeaning::stop);
  event.sharp = false;
  event.spreading = true;
  EXPECT_EQ(meaning_of(event, 0, {}), PainMeaning::stop);
}

TEST(Pain, ANerveSymptomOutweighsEverything) {
  SessionEvent event;
  event.sharp = event.nerve = true;
  EXPECT_EQ(meaning_of(event, 9, {}), PainMeaning::stop_nerve);
}

TEST(Pain, MorePainNeverMeansLess) {
  for (int rest = 0; rest <= 10; ++rest)
    for (int pain = 1; pain <= 10; ++pain)
      EXPECT_GE(meaning(pain, rest), meaning(pain - 1, rest)) << pain << " at rest " << rest;
}

}  // namespace
}  // namespace limber
