#include "session/summary.h"

#include <gtest/gtest.h>

#include "session/live.h"

namespace limber {
namespace {

using Kind = SessionEvent::Kind;

struct Summary : testing::Test {
  live::Session s{live::plan()};
  SessionSummary now() const { return summarise(s.plan, s.state); }
  void next_day(int pain) {
    SessionEvent event = s.here(Kind::next_day);
    event.pain = pain;
    s.happen(event);
  }
};

TEST_F(Summary, AWholeSessionIsEasyThroughout) {
  s.start();
  s.run(91'000);
  EXPECT_TRUE(now().whole);
  for (const ItemSummary& item : now().items) EXPECT_TRUE(item.easy && item.done && !item.flare);
}

TEST_F(Summary, WhatWasMadeEasierWasNotEasy) {
  s.start();
  s.happen(s.here(Kind::eased));
  s.run(91'000);
  EXPECT_FALSE(now().items[0].easy);
  EXPECT_TRUE(now().items[1].easy);
}

TEST_F(Summary, WhatWasSkippedBeforeItBeganWasNotDone) {
  s.start();
  s.happen(s.here(Kind::skipped));
  EXPECT_FALSE(now().items[0].done);
  EXPECT_FALSE(now().items[0].whole);
}

TEST_F(Summary, WhatWasSkippedHalfwayWasDoneButNotWhole) {
  s.start();
  s.run(9'000);
  s.happen(s.here(Kind::skipped));
  EXPECT_TRUE(now().items[0].done);
  EXPECT_FALSE(now().items[0].whole);
}

TEST_F(Summary, AStopBecauseItHurtIsAFlareOfThatItemOnly) {
  s.start();
  s.run(30'000);
  s.hurt(8);
  EXPECT_TRUE(now().stopped);
  EXPECT_FALSE(now().items[0].flare);
  EXPECT_TRUE(now().items[1].flare);
}

TEST_F(Summary, TwoMoreTheNextDayIsAFlareOfAllThatWasDone) {
  s.start(1);
  s.run(30'000);
  s.happen(s.here(Kind::finished));
  next_day(3);
  EXPECT_TRUE(now().items[0].flare && now().items[1].flare);
  EXPECT_FALSE(now().items[2].flare);
}

TEST_F(Summary, OneMoreTheNextDayIsNone) {
  s.start(1);
  s.run(91'000);
  next_day(2);
  EXPECT_FALSE(now().items[0].flare);
}

}  // namespace
}  // namespace limber
