// How hard a German text is to read: the first Wiener Sachtextformel, which gives a school grade.
//
// Grade = 0.1935 long3 + 0.1672 words/sentences + 0.1297 long6 - 0.0327 single - 0.875, where
// long3, long6 and single are the per cent of words with three or more syllables, with more than
// six letters, and with one syllable (Bamberger and Vanecek 1984, Lesen - Verstehen - Lernen -
// Schreiben). It was made for whole texts: a line of a few words with one long compound in it
// scores far too high, so single lines get more room than the mean of many. Syllables are groups of
// vowels, with ai, au, ei, eu, ie and the like as one.
#pragma once

#include <string_view>

namespace limber {

struct GermanReadability {
  int words = 0;
  int sentences = 0;                   // at least 1 where there is a word
  int long3 = 0;                       // words of three or more syllables
  int long6 = 0;                       // words of more than six letters
  int single = 0;                      // words of one syllable
  [[nodiscard]] double grade() const;  // 0 for an empty text
};

[[nodiscard]] GermanReadability read_measure_german(std::string_view german);
[[nodiscard]] int german_syllables_of(std::string_view word);

// Seconds to read silently at 157 words a minute: German takes 179 where English takes 228
// (Trauzettel-Klosinski and Dietz 2012), and 200 is what is counted for English here.
[[nodiscard]] double german_reading_seconds(int words);

}  // namespace limber
