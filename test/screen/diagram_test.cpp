#include "screen/diagram.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace limber {
namespace {

TEST(Count, CountsBeyondSixtyFourBits) {
  Count count(1);
  for (int i = 0; i < 50; ++i) count *= 10;
  EXPECT_EQ(count.text(), "1" + std::string(50, '0'));
  Count twice = count;
  twice += count;
  EXPECT_EQ(twice.text(), "2" + std::string(50, '0'));
}

TEST(Diagram, EqualFunctionsShareARoot) {
  Diagram d({2, 3});
  const auto a = d.variable(0, {0, 1});
  const auto b = d.variable(1, {0, 1, 1});
  EXPECT_EQ(d.greatest(a, b), d.greatest(b, a));
  EXPECT_EQ(d.least(a, d.constant(1)), a);
}

TEST(Diagram, CountsEverySheetOnce) {
  Diagram d({2, 3, 4});
  const auto a = d.variable(2, {0, 1, 2, 2});
  const auto counts = d.count(a);
  EXPECT_EQ(counts[0].text(), "6");
  EXPECT_EQ(counts[1].text(), "6");
  EXPECT_EQ(counts[2].text(), "12");
  EXPECT_EQ(d.space().text(), "24");
}

TEST(Diagram, RestrictFixesAVariable) {
  Diagram d({2, 2});
  const auto f = d.least(d.variable(0, {0, 1}), d.variable(1, {0, 1}));
  EXPECT_EQ(d.restrict(f, 0, 0), d.constant(0));
  EXPECT_EQ(d.restrict(f, 0, 1), d.variable(1, {0, 1}));
}

TEST(Diagram, FindsASheetOrNone) {
  Diagram d({2, 2});
  const auto f = d.least(d.variable(0, {0, 1}), d.variable(1, {0, 1}));
  const auto sheet = d.find(f, [](Diagram::Value v) { return v == 1; });
  ASSERT_TRUE(sheet);
  EXPECT_EQ(d.evaluate(f, *sheet), 1);
  EXPECT_FALSE(d.find(f, [](Diagram::Value v) { return v == 9; }));
}

TEST(Diagram, NeverLowersSeesEveryContext) {
  Diagram d({2, 2});
  const auto a = d.variable(0, {0, 1}), b = d.variable(1, {0, 1});
  const auto exclusive =
      d.apply("xor", [](auto x, auto y) { return static_cast<Diagram::Value>(x ^ y); }, a, b);
  EXPECT_TRUE(d.never_lowers(d.greatest(a, b), 1, 0, 1));
  EXPECT_FALSE(d.never_lowers(exclusive, 1, 0, 1));
}

TEST(Diagram, AgreesWithATableOnRandomFunctions) {
  Random random(5);
  for (int round = 0; round < 50; ++round) {
    Diagram d({2, 3, 2});
    std::vector<Diagram::Value> table(12);
    auto f = d.constant(0);
    for (std::uint32_t i = 0; i < 12; ++i) {
      table[i] = static_cast<Diagram::Value>(random.below(5));
      const std::uint32_t at[3] = {i / 6, i / 2 % 3, i % 2};
      auto point = d.constant(table[i]);
      for (std::uint32_t v = 0; v < 3; ++v) {
        std::vector<Diagram::Value> hit(v == 1 ? 3 : 2, 0);
        hit[at[v]] = 15;
        point = d.least(point, d.variable(v, hit));
      }
      f = d.greatest(f, point);
    }
    for (std::uint32_t i = 0; i < 12; ++i) {
      EXPECT_EQ(d.evaluate(f, {i / 6, i / 2 % 3, i % 2}), table[i]);
    }
  }
}

}  // namespace
}  // namespace limber
