// Three evaluators of one condition, written apart, must agree on every sheet: the tree (Kleene),
// the compiled masks, and the decision diagram.
#include "screen/compiled.h"

#include <cmath>
#include <limits>

#include "base/random.h"
#include "body/names.h"
#include "embedded.h"
#include "random_sheet.h"
#include "screen/judge.h"
#include "screen/space.h"
#include "tiny.h"

namespace limber {
namespace {

Truth by_masks(const Formula& formula, const Reading& reading) {
  if (formula.holds(reading.sure)) return Truth::yes;
  return formula.holds(reading.sure | reading.doubt | reading.open) ? Truth::maybe : Truth::no;
}

TEST(Compiled, AgreesWithTheTreeOnHalfAnsweredSheets) {
  const Knowledge& k = embedded_tables();
  Random random(1);
  for (int i = 0; i < 20000; ++i) {
    const Sheet sheet = random_sheet(k, random, 0.3);
    const Reading reading = embedded_compiled().read(sheet);
    for (std::size_t r = 0; r < k.rules.size(); ++r) {
      ASSERT_EQ(by_masks(embedded_compiled().rules[r], reading), evaluate(k.rules[r].when, sheet))
          << k.rules[r].id;
    }
    for (std::size_t c = 0; c < k.conditions.size(); ++c) {
      ASSERT_EQ(by_masks(embedded_compiled().conditions[c], reading),
                evaluate(k.conditions[c].when, sheet))
          << k.conditions[c].id;
    }
  }
}

TEST(Compiled, ANumberThatIsNoneCountsAsDoubt) {
  const Knowledge& k = embedded_tables();
  const auto age = static_cast<std::size_t>(k.fact("age"));
  Sheet sheet(k.facts.size());
  sheet[age] = number(std::numeric_limits<double>::quiet_NaN());
  const Reading reading = embedded_compiled().read(sheet);
  EXPECT_FALSE(reading.sure.any());
  EXPECT_EQ(reading.doubt, embedded_compiled().facts[age].all);
}

TEST(Compiled, EveryCutOfANumberIsReadOnTheRightSide) {
  const Knowledge& k = embedded_tables();
  for (std::size_t f = 0; f < k.facts.size(); ++f) {
    for (const double cut : embedded_compiled().facts[f].cuts) {
      for (const double value : {std::nextafter(cut, -1e9), cut, std::nextafter(cut, 1e9)}) {
        Sheet sheet(k.facts.size());
        sheet[f] = number(value);
        const Reading reading = embedded_compiled().read(sheet);
        for (std::size_t i = 0; i < embedded_compiled().literals.size(); ++i) {
          const Literal& literal = embedded_compiled().literals[i];
          if (literal.fact != static_cast<int>(f)) continue;
          EXPECT_EQ(reading.sure.test(i), literal.low <= value && value <= literal.high)
              << k.facts[f].id << " " << value;
        }
      }
    }
  }
}

TEST(Compiled, LevelsAgreeWithTheDiagram) {
  const Knowledge& k = embedded_tables();
  Space space(k);
  const auto level = space.level(false), cleared = space.level(true);
  const Cleared all(k.rules.size(), true);
  Random random(2);
  for (int i = 0; i < 50000; ++i) {
    const Sheet sheet = random_sheet(k, random, 0);
    const auto values = space.values(sheet);
    const Reading reading = embedded_compiled().read(sheet);
    const auto plain = standings(k, embedded_compiled(), reading).established;
    const auto lowered = standings(k, embedded_compiled(), reading, all).established;
    ASSERT_EQ(space.diagram().evaluate(level, values), static_cast<int>(plain));
    ASSERT_EQ(space.diagram().evaluate(cleared, values), static_cast<int>(lowered));
  }
}

TEST(Compiled, PermissionsAgreeWithTheDiagram) {
  const Knowledge& k = embedded_tables();
  Space space(k);
  std::vector<Diagram::Node> permissions;
  for (std::size_t t = 0; t < k.techniques.size(); ++t) permissions.push_back(space.permission(t));
  Random random(3);
  for (int i = 0; i < 5000; ++i) {
    const Sheet sheet = random_sheet(k, random, 0);
    const Verdict verdict = judge(k, embedded_compiled(), sheet);
    for (std::size_t t = 0; t < permissions.size(); ++t) {
      ASSERT_EQ(space.diagram().evaluate(permissions[t], space.values(sheet)),
                static_cast<int>(verdict.techniques[t].permission));
    }
  }
}

TEST(Compiled, AConditionThatIsTooLargeIsAnError) {
  Knowledge k = tiny();
  Fact fact = k.facts[0];
  std::string text = "at_least(15";
  for (int i = 0; i < 30; ++i) {
    fact.id = "f" + std::to_string(i);
    k.facts.push_back(fact);
    text += ", " + fact.id;
  }
  k.rules[0].when = *parse_expr(text + ")", fact_names(k));
  const auto compiled = compile(k);
  ASSERT_FALSE(compiled);
  EXPECT_NE(describe(compiled.error()).find("too many combinations"), std::string::npos);
}

}  // namespace
}  // namespace limber
