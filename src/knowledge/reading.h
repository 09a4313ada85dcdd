// How hard a text is to read, in English: words, sentences, syllables, Flesch-Kincaid grade.
//
// Grade = 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid and others 1975). Syllables
// are counted by groups of vowels with the usual corrections, which agrees with a dictionary to
// within a few per cent; that is enough to keep questions plain.
#pragma once

#include <string_view>

namespace limber {

struct Readability {
  int words = 0;
  int sentences = 0;  // at least 1 where there is a word
  int syllables = 0;
  [[nodiscard]] double grade() const;  // 0 for an empty text
};

[[nodiscard]] Readability read_measure(std::string_view english);
[[nodiscard]] int syllables_of(std::string_view word);

// Seconds to read silently at 200 words a minute.
[[nodiscard]] double reading_seconds(int words);

}  // namespace limber
