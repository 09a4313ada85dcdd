#include "knowledge/reading.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

TEST(Reading, CountsSyllablesOfCommonWords) {
  const std::pair<const char*, int> words[] = {
      {"neck", 1},  {"doctor", 2},  {"table", 2},    {"emergency", 4}, {"pains", 1},
      {"moved", 1}, {"started", 2}, {"headache", 2}, {"shoulder", 2},  {"7", 1}};
  for (const auto& [word, count] : words) EXPECT_EQ(syllables_of(word), count) << word;
}

TEST(Reading, SentencesEndAtFullStops) {
  EXPECT_EQ(read_measure("One here. Two there! Three").sentences, 3);
  EXPECT_EQ(read_measure("...").sentences, 0);
}

TEST(Reading, GradeFollowsTheFormula) {
  const Readability r{10, 1, 12};
  EXPECT_NEAR(r.grade(), 0.39 * 10 + 11.8 * 1.2 - 15.59, 1e-12);
  EXPECT_EQ(read_measure("").grade(), 0);
}

TEST(Reading, HardTextScoresHigherThanPlain) {
  EXPECT_GT(read_measure("Degenerative cervical myelopathy necessitates neurological consultation.")
                .grade(),
            read_measure("Your neck is stiff. Go slow.").grade() + 5);
}

}  // namespace
}  // namespace limber
