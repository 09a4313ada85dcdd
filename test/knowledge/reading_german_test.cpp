#include "knowledge/reading_german.h"

#include <gtest/gtest.h>

namespace limber {
namespace {

TEST(ReadingGerman, CountsSyllablesOfCommonWords) {
  const std::pair<const char*, int> words[] = {{"Kopf", 1},
                                               {"Nacken", 2},
                                               {"Schmerz", 1},
                                               {"R\xC3\xBC"
                                                "cken",
                                                2},
                                               {"Bauer", 2},
                                               {"h\xC3\xA4ufig", 2},
                                               {"bequem", 2},
                                               {"See", 1},
                                               {"Notfall", 2},
                                               {"Bandscheibenvorfall", 5},
                                               {"7", 1}};
  for (const auto& [word, count] : words) EXPECT_EQ(german_syllables_of(word), count) << word;
}

TEST(ReadingGerman, GradeFollowsTheFormula) {
  const GermanReadability r{20, 2, 4, 5, 10};
  EXPECT_NEAR(r.grade(), 0.1935 * 20 + 0.1672 * 10 + 0.1297 * 25 - 0.0327 * 50 - 0.875, 1e-12);
  EXPECT_EQ(read_measure_german("").grade(), 0);
}

TEST(ReadingGerman, CountsLongAndShortWords) {
  const auto measure = read_measure_german("Der Nacken ist steif. Beweg dich langsam hinunter!");
  EXPECT_EQ(measure.words, 8);
  EXPECT_EQ(measure.sentences, 2);
  EXPECT_EQ(measure.long3, 1);
  EXPECT_EQ(measure.long6, 2);
  EXPECT_EQ(measure.single, 4);
}

TEST(ReadingGerman, HardTextScoresHigherThanPlain) {
  EXPECT_GT(read_measure_german("Degenerative Ver\xC3\xA4nderungen erfordern neurologische "
                                "Untersuchungen.")
                .grade(),
            read_measure_german("Dein Nacken ist steif. Mach es sanft.").grade() + 10);
}

}  // namespace
}  // namespace limber
