// The interview asks far less than the whole sheet, and must come to the same result.
#include "screen/interview.h"

#include <cstdlib>
#include <thread>

#include "embedded.h"
#include "random_sheet.h"
#include "tiny.h"

namespace limber {
namespace {

struct Outcome {
  Sheet asked;
  int pages = 0;
};

// Answers every page from the full sheet, as a person would.
Outcome interviewed(const Knowledge& k, const Compiled& compiled, const Sheet& full, Goal goal) {
  Outcome outcome{blank_sheet(k)};
  while (const auto page = next_page(k, compiled, outcome.asked, goal)) {
    ++outcome.pages;
    for (const int fact : page->facts) {
      outcome.asked[static_cast<std::size_t>(fact)] = full[static_cast<std::size_t>(fact)];
    }
    if (outcome.pages > 200) break;
  }
  return outcome;
}

// Empty if the interview's result is that of the whole sheet.
std::string difference(const Knowledge& k, const Compiled& compiled, const Sheet& full) {
  const Verdict whole = judge(k, compiled, full);
  const Verdict short_one = judge(k, compiled, interviewed(k, compiled, full, Goal::level).asked);
  if (!short_one.complete) return "the interview ended unfinished";
  if (short_one.level != whole.level) return "another level";
  if (whole.level < Level::see_professional_first) {
    if (short_one.fired != whole.fired) return "other rules";
    if (short_one.techniques != whole.techniques) return "other techniques";
    return "";
  }
  // Where care is needed the interview stops at the first settled rule of the level.
  if (short_one.fired.empty() || short_one.fired.front().level != whole.level) return "no reason";
  // Each reason it gives at that level stands in the whole result too, in the very same way; a
  // milder rule at least holds there (for certain, perhaps, where the interview left a doubt).
  for (const FiredRule& fired : short_one.fired) {
    const auto same = [&](const FiredRule& other) {
      return fired.level == whole.level ? other == fired : other.rule == fired.rule;
    };
    if (std::none_of(whole.fired.begin(), whole.fired.end(), same)) {
      return "a reason that does not hold: " + fired.rule;
    }
  }
  return "";
}

std::string picture_difference(const Knowledge& k, const Compiled& compiled, const Sheet& full) {
  const Verdict whole = judge(k, compiled, full);
  const Verdict picture = judge(k, compiled, interviewed(k, compiled, full, Goal::picture).asked);
  if (picture.level != whole.level) return "another level";
  if (picture.fired != whole.fired) return "other rules";
  if (picture.techniques != whole.techniques) return "other techniques";
  return "";
}

struct Tally {
  std::array<std::uint64_t, 5> levels{};
  std::string failure;
};

// Draws sheets until `count` were checked, none of the five levels having less than a tenth, each
// second one a near miss of the one before: one answer changed.
Tally compare(std::uint64_t count, std::uint64_t seed) {
  const Knowledge& k = embedded_tables();
  const Compiled& compiled = embedded_compiled();
  const Classes classes = answer_classes(k);
  Random random(seed);
  Tally tally;
  std::uint64_t done = 0;
  Sheet sheet;
  while (done < count && tally.failure.empty()) {
    const bool near_miss = done % 2 == 1;
    if (near_miss) {
      const std::size_t fact = random.below(sheet.size());
      sheet[fact] = classes[fact][random.below(classes[fact].size())];
    } else {
      const auto least = std::min_element(tally.levels.begin(), tally.levels.end());
      sheet = random_sheet(k, random, 0, static_cast<Level>(least - tally.levels.begin()));
    }
    const Level level = standings(k, compiled, compiled.read(sheet)).established;
    auto& of_level = tally.levels[static_cast<std::size_t>(level)];
    if (!near_miss && of_level > count * 22 / 100) continue;  // enough of this level
    ++of_level, ++done;
    tally.failure = difference(k, compiled, sheet);
    if (tally.failure.empty() && done % 16 == 0) {
      tally.failure = picture_difference(k, compiled, sheet);
    }
  }
  return tally;
}

// 60,000 sheets every day; LIMBER_SHEETS=10000000 in the full run.
TEST(Interview, EqualsTheWholeSheet) {
  const char* wanted = std::getenv("LIMBER_SHEETS");
  const std::uint64_t count = wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 60'000;
  Tally halves[2];
  std::thread other([&] { halves[1] = compare(count / 2, 20261121); });
  halves[0] = compare(count / 2, 1121);
  other.join();
  std::uint64_t total = 0;
  for (const Tally& half : halves) {
    EXPECT_EQ(half.failure, "");
    for (const std::uint64_t level : half.levels) total += level;
  }
  for (std::size_t level = 0; level < 5; ++level) {
    const std::uint64_t of_level = halves[0].levels[level] + halves[1].levels[level];
    EXPECT_GE(of_level * 10, total) << "level " << level << " is too rare among the sheets";
    std::cout << of_level << (level == 4 ? " sheets\n" : " + ");
  }
}

TEST(Interview, TheEmergencyBlockComesFirst) {
  const Knowledge& k = embedded_tables();
  const auto page = next_page(k, embedded_compiled(), blank_sheet(k));
  ASSERT_TRUE(page);
  EXPECT_EQ(k.screens[static_cast<std::size_t>(page->screen)].block, Screen::Block::emergency);
}

TEST(Interview, AnEmergencyEndsItOnTheSpot) {
  const Knowledge& k = embedded_tables();
  for (std::size_t f = 0; f < k.facts.size(); ++f) {
    if (k.facts[f].alone != Level::emergency_now) continue;
    Sheet sheet = blank_sheet(k);
    sheet[f] = yes();
    EXPECT_FALSE(next_page(k, embedded_compiled(), sheet)) << k.facts[f].id;
  }
}

TEST(Interview, AsksOnlyWhatCanStillChangeTheResult) {
  Sheet sheet = blank_sheet(tiny());
  sheet[static_cast<std::size_t>(tiny().fact("stroke"))] = no();
  sheet[static_cast<std::size_t>(tiny().fact("injury"))] = no();
  const Compiled compiled = *compile(tiny());
  const auto page = next_page(tiny(), compiled, sheet);
  ASSERT_TRUE(page);
  for (const int fact : page->facts) EXPECT_NE(fact, tiny().fact("fall"));
}

TEST(Interview, AChangeOfMindOpensItAgain) {
  const Compiled compiled = *compile(tiny());
  Sheet sheet = blank_sheet(tiny());
  sheet[static_cast<std::size_t>(tiny().fact("stroke"))] = yes();
  EXPECT_FALSE(next_page(tiny(), compiled, sheet));
  sheet[static_cast<std::size_t>(tiny().fact("stroke"))] = no();
  EXPECT_TRUE(next_page(tiny(), compiled, sheet));
}

TEST(Interview, WishesAreNeverPartOfTheVerdict) {
  const Knowledge& k = embedded_tables();
  Sheet sheet = blank_sheet(k);
  while (const auto page = next_page(k, embedded_compiled(), sheet, Goal::picture)) {
    for (const int fact : page->facts) {
      EXPECT_FALSE(k.facts[static_cast<std::size_t>(fact)].plan_only);
      sheet[static_cast<std::size_t>(fact)] = not_sure();
    }
  }
}

TEST(Interview, WishesEnd) {
  Sheet sheet = blank_sheet(tiny());
  const auto page = next_wish(tiny(), sheet);
  ASSERT_TRUE(page);
  for (const int fact : page->facts) sheet[static_cast<std::size_t>(fact)] = choice(0);
  EXPECT_FALSE(next_wish(tiny(), sheet));
}

}  // namespace
}  // namespace limber
