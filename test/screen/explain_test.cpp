#include "screen/explain.h"

#include "embedded.h"
#include "random_sheet.h"
#include "tiny.h"

namespace limber {
namespace {

const Compiled& compiled() {
  static const Compiled kCompiled = *compile(tiny());
  return kCompiled;
}

Sheet with(std::initializer_list<std::pair<const char*, Answer>> answers) {
  Sheet sheet = reassuring_sheet(tiny());
  for (const auto& [id, answer] : answers)
    sheet[static_cast<std::size_t>(tiny().fact(id))] = answer;
  return sheet;
}

TEST(Explain, CausesAreTheAnswersBehindARule) {
  const Sheet sheet = with({{"injury", yes()}, {"age", number(70)}});
  EXPECT_EQ(causes(compiled(), tiny().rule("r_fall"), compiled().read(sheet)),
            (std::vector<int>{tiny().fact("injury"), tiny().fact("age")}));
}

TEST(Explain, ADoubtIsACauseToo) {
  const Sheet sheet = with({{"stroke", not_sure()}});
  EXPECT_EQ(causes(compiled(), tiny().rule("r_stroke"), compiled().read(sheet)),
            (std::vector<int>{tiny().fact("stroke")}));
}

TEST(Explain, OneAnswerThatLowersIsPreferredToTwo) {
  const Sheet sheet = with({{"injury", yes()}, {"fall", yes()}, {"age", number(70)}});
  EXPECT_EQ(smallest_change(tiny(), compiled(), sheet), (std::vector<int>{tiny().fact("injury")}));
}

TEST(Explain, SeveralReasonsNeedSeveralChanges) {
  const Sheet sheet = with({{"stroke", yes()}, {"injury", yes()}, {"fall", yes()}});
  EXPECT_EQ(smallest_change(tiny(), compiled(), sheet).size(), 2u);
}

TEST(Explain, NothingLowersGo) {
  EXPECT_TRUE(smallest_change(tiny(), compiled(), with({})).empty());
}

TEST(Explain, TheSmallestChangeAlwaysLowers) {
  const Knowledge& k = embedded_tables();
  Random random(7);
  for (int i = 0; i < 300; ++i) {
    const Sheet sheet = random_sheet(k, random, 0);
    const Level before =
        standings(k, embedded_compiled(), embedded_compiled().read(sheet)).established;
    if (before == Level::go) continue;
    const auto change = smallest_change(k, embedded_compiled(), sheet);
    ASSERT_FALSE(change.empty());
    EXPECT_LT(level_with(k, embedded_compiled(), sheet, change), before);
  }
}

TEST(Explain, NotFoundIsToldApartFromNotAsked) {
  Sheet sheet = blank_sheet(tiny());
  sheet[static_cast<std::size_t>(tiny().fact("stroke"))] = no();
  const Absent lists = absent(tiny(), sheet, Level::see_professional_first);
  EXPECT_EQ(lists.not_found, (std::vector<int>{tiny().fact("stroke")}));
  EXPECT_NE(std::find(lists.not_asked.begin(), lists.not_asked.end(), tiny().fact("fall")),
            lists.not_asked.end());
}

}  // namespace
}  // namespace limber
