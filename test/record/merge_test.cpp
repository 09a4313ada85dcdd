#include "record/merge.h"

#include "soup.h"

namespace limber {
namespace {

RC_GTEST_PROP(Merge, GivesTheSameInEitherOrder, (std::uint64_t x, std::uint64_t y)) {
  const auto a = any_events(x, 30), b = any_events(y, 30);
  RC_ASSERT(merge(a, b).events == merge(b, a).events);
  RC_ASSERT(merge(a, b).conflicts == merge(b, a).conflicts);
}

RC_GTEST_PROP(Merge, GivesTheSameInAnyGrouping,
              (std::uint64_t x, std::uint64_t y, std::uint64_t z)) {
  const auto a = any_events(x, 20), b = any_events(y, 20), c = any_events(z, 20);
  RC_ASSERT(merge(merge(a, b).events, c).events == merge(a, merge(b, c).events).events);
}

RC_GTEST_PROP(Merge, AddsNothingTheSecondTime, (std::uint64_t x, std::uint64_t y)) {
  const auto a = any_events(x, 30), b = any_events(y, 30);
  const auto once = merge(a, b).events;
  RC_ASSERT(merge(once, b).events == once);
  RC_ASSERT(merge(once, once).conflicts.empty());
}

RC_GTEST_PROP(Merge, HoldsEveryIdOfBothOnce, (std::uint64_t x, std::uint64_t y)) {
  const auto a = any_events(x, 30), b = any_events(y, 30);
  std::vector<std::string> wanted, got;
  for (const auto* side : {&a, &b}) {
    for (const Event& event : *side) wanted.push_back(event.id);
  }
  for (const Event& event : merge(a, b).events) got.push_back(event.id);
  std::ranges::sort(wanted);
  wanted.erase(std::ranges::unique(wanted).begin(), wanted.end());
  std::ranges::sort(got);
  RC_ASSERT(got == wanted);
}

TEST(Merge, OrdersByTimeThenId) {
  const Event late = event_at(1, 2, "note", {{"text", "b"}});
  const Event early = event_at(9, 1, "note", {{"text", "a"}});
  const Event twin = event_at(2, 2, "note", {{"text", "c"}});
  EXPECT_EQ(merge(std::vector{twin, late}, std::vector{early}).events,
            (std::vector{early, late, twin}));
}

TEST(Merge, ReportsAnIdWithTwoContentsOnce) {
  const Event one = event_at(1, 1, "note", {{"text", "a"}});
  const Event two = event_at(1, 2, "note", {{"text", "b"}});
  const Event three = event_at(1, 3, "note", {{"text", "c"}});
  const Merged merged = merge(std::vector{three, two}, std::vector{one});
  EXPECT_EQ(merged.events, std::vector{one});
  EXPECT_EQ(merged.conflicts, std::vector{one.id});
}

TEST(Merge, ReportsNoConflictForCopies) {
  const Event one = event_at(1, 1, "note", {{"text", "a"}});
  EXPECT_TRUE(merge(std::vector{one, one}, std::vector{one}).conflicts.empty());
}

}  // namespace
}  // namespace limber
