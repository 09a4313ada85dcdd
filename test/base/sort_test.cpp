#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/random.h"

namespace limber {
namespace {

struct Card {
  int value = 0, place = 0;
  bool operator==(const Card&) const = default;
};

TEST(Sort, IsTheStandardLibrarysStableSort) {
  Random random(1);
  for (int size = 0; size < 200; ++size) {
    std::vector<Card> cards;
    for (int i = 0; i < size; ++i) cards.push_back({static_cast<int>(random.below(20)), i});
    std::vector<Card> wanted = cards;
    const auto less = [](const Card& a, const Card& b) { return a.value < b.value; };
    std::stable_sort(wanted.begin(), wanted.end(), less);
    sort_stably(cards, less);
    ASSERT_EQ(cards, wanted) << size;
  }
}

TEST(Sort, ComparesLittleWhereAllIsInOrder) {
  std::vector<int> list(1024);
  for (int i = 0; i < 1024; ++i) list[static_cast<std::size_t>(i)] = i;
  int compared = 0;
  sort_stably(list, [&compared](int a, int b) { return ++compared, a < b; });
  EXPECT_EQ(compared, 1023);
}

TEST(Sort, KeepsEachValueOnce) {
  std::vector<std::string> words = {"b", "a", "b", "c", "a"};
  sort_and_unite(words);
  EXPECT_EQ(words, (std::vector<std::string>{"a", "b", "c"}));
}

}  // namespace
}  // namespace limber
