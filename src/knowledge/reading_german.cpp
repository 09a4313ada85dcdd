#include "knowledge/reading_german.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "knowledge/reading.h"

namespace limber {
namespace {

constexpr double kGermanWordsPerSecond = 157.0 / 60.0;

// Letters as one lower-case byte each: umlauts as A, O, U, which no lower-case text holds.
std::string letters_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, char>, 7> kTwoBytes = {{{"\xC3\xA4", 'A'},
                                                                           {"\xC3\x84", 'A'},
                                                                           {"\xC3\xB6", 'O'},
                                                                           {"\xC3\x96", 'O'},
                                                                           {"\xC3\xBC", 'U'},
                                                                           {"\xC3\x9C", 'U'},
                                                                           {"\xC3\x9F", 's'}}};
  std::string letters;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') letters += c;
    for (const auto& [bytes, letter] : kTwoBytes) {
      if (word.substr(i, 2) == bytes) letters += letter;
    }
  }
  return letters;
}

bool one_sound(std::string_view two) {
  constexpr std::array<std::string_view, 13> kPairs = {"ai", "au", "Au", "ay", "ei", "eu", "ey",
                                                       "ie", "oi", "ui", "aa", "ee", "oo"};
  return std::find(kPairs.begin(), kPairs.end(), two) != kPairs.end();
}

int syllables(const std::string& letters) {
  int count = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const bool silent_u = letters[i] == 'u' && i > 0 && letters[i - 1] == 'q';
    if (silent_u || std::string_view("aeiouyAOU").find(letters[i]) == std::string_view::npos) {
      continue;
    }
    ++count;
    if (one_sound(std::string_view(letters).substr(i, 2))) ++i;
  }
  return std::max(count, 1);  // a number is read as at least one
}

}  // namespace

int german_syllables_of(std::string_view word) {
  return syllables(letters_of(word));
}

double GermanReadability::grade() const {
  if (words == 0) return 0;
  const double per_cent = 100.0 / words;
  return 0.1935 * long3 * per_cent + 0.1672 * words / std::max(sentences, 1) +
         0.1297 * long6 * per_cent - 0.0327 * single * per_cent - 0.875;
}

GermanReadability read_measure_german(std::string_view german) {
  constexpr int kLongSyllables = 3;
  constexpr std::size_t kLongLetters = 7;
  GermanReadability measure;
  for (const std::string& word : words(german)) {
    const std::string letters = letters_of(word);
    const int count = syllables(letters);
    ++measure.words;
    measure.long3 += count >= kLongSyllables ? 1 : 0;
    measure.long6 += letters.size() >= kLongLetters ? 1 : 0;
    measure.single += count == 1 ? 1 : 0;
  }
  measure.sentences = read_measure(german).sentences;
  return measure;
}

double german_reading_seconds(int words) {
  return words / kGermanWordsPerSecond;
}

}  // namespace limber
