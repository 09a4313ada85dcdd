#include "knowledge/reading.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace limber {
namespace {

constexpr double kWordsPerSecond = 200.0 / 60.0;

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

}  // namespace

int syllables_of(std::string_view word) {
  std::string letters;
  for (const char c : word) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower >= 'a' && lower <= 'z') letters += lower;
  }
  if (letters.empty()) return 1;  // a number is read as at least one
  int count = 0;
  bool in_vowels = false;
  for (const char c : letters) {
    if (is_vowel(c) && !in_vowels) ++count;
    in_vowels = is_vowel(c);
  }
  const auto ends = [&](std::string_view tail) { return letters.ends_with(tail); };
  // A silent e at the end; -le after a consonant keeps its syllable (table, muscle).
  if (ends("e") && !ends("ee") &&
      !(ends("le") && letters.size() > 2 && !is_vowel(letters[letters.size() - 3]))) {
    --count;
  }
  // -es and -ed add none unless after a sound that needs one (washes, started).
  if (ends("ed") && letters.size() > 3 && !ends("ted") && !ends("ded")) --count;
  if (ends("es") && letters.size() > 3 && !ends("ses") && !ends("zes") && !ends("ches") &&
      !ends("shes") && !ends("xes") && !ends("ies")) {
    --count;
  }
  return std::max(count, 1);
}

double Readability::grade() const {
  if (words == 0) return 0;
  return 0.39 * words / std::max(sentences, 1) + 11.8 * syllables / words - 15.59;
}

Readability read_measure(std::string_view english) {
  Readability measure;
  for (const std::string& word : words(english)) {
    ++measure.words;
    measure.syllables += syllables_of(word);
  }
  bool inside = false;  // a sentence with at least one word has begun
  for (const char c : english) {
    const bool stop = c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == '\n';
    if (stop && inside) ++measure.sentences;
    inside = stop ? false : inside || (c != ' ' && c != ',');
  }
  measure.sentences += inside ? 1 : 0;
  return measure;
}

double reading_seconds(int words) {
  return words / kWordsPerSecond;
}

}  // namespace limber
