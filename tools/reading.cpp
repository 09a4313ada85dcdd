// The reading budget: limber_reading [KNOWLEDGE.json]
// Walks the interview as a person for whom all is well, in every language, prints every page with
// its lines and words, and how hard the questions are to read. Exit 1 if a budget is broken:
// 9 pages, 8 lines of 15 words a page, less than 90 seconds at 200 words a minute; in English a
// Flesch-Kincaid grade of 7 on average and 9 for any question; in German a grade of 6 on average
// and 16 for any question (Wiener Sachtextformel, see knowledge/reading_german.h). German has fewer
// and longer words and is read more slowly, so its seconds are printed at 157 words a minute too,
// and held under 115.
#include <limber/app.h>

#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "base/text.h"
#include "knowledge/answers.h"
#include "knowledge/load.h"
#include "knowledge/reading.h"
#include "knowledge/reading_german.h"
#include "screen/interview.h"

namespace {

using namespace limber;

constexpr int kMostPages = 9, kMostLines = 8, kMostWords = 15;
constexpr double kTooLong = 90;  // seconds

// What may be asked of a reader of one language, and how it is measured.
struct Limits {
  double mean_grade, grade;
  const char* formula;
  double own_seconds;                   // at the pace of this language
  double (*own_seconds_of)(int words);  // null where it is 200 words a minute
  double (*grade_of)(std::string_view text);
};

double english_grade(std::string_view text) {
  return read_measure(text).grade();
}
double german_grade(std::string_view text) {
  return read_measure_german(text).grade();
}

constexpr Limits kEnglish = {7, 9, "Flesch-Kincaid", 0, nullptr, english_grade};
constexpr Limits kGerman = {6,           16, "Wiener Sachtextformel", 115, german_reading_seconds,
                            german_grade};

struct Budget {
  int pages = 0, words = 0, broken = 0;

  void broke(const std::string& what) {
    std::cout << "    over budget: " << what << "\n";
    ++broken;
  }

  void show(const Knowledge& knowledge, const Catalogue& texts, const Page& page) {
    const Screen& screen = knowledge.screens[static_cast<std::size_t>(page.screen)];
    std::vector<std::string> lines = {texts.text("screen." + screen.id + ".title")};
    bool checklist = false;
    for (const int index : page.facts) {
      const Fact& fact = knowledge.facts[static_cast<std::size_t>(index)];
      lines.push_back(texts.text("fact." + fact.id + ".ask"));
      checklist = checklist || fact.kind == Fact::Kind::yes_no;
      for (const std::string& option : fact.options) {
        lines.push_back(texts.text("fact." + fact.id + ".option." + option));
      }
    }
    const std::string own = "screen." + screen.id + ".none";
    if (checklist) lines.push_back(texts.text(texts.has(own) ? own : "screen.none"));
    int here = 0;
    for (const std::string& line : lines) {
      const int count = static_cast<int>(limber::words(line).size());
      here += count;
      if (count > kMostWords) broke("a line of " + std::to_string(count) + " words");
    }
    ++pages, words += here;
    std::cout << std::setw(2) << pages << ". " << screen.id << ": " << here << " words, "
              << lines.size() << " lines\n";
    for (const std::string& line : lines) std::cout << "      " << line << "\n";
    if (static_cast<int>(lines.size()) > kMostLines) broke("more than 8 lines");
  }
};

int grades(const Knowledge& knowledge, const Catalogue& texts, const Limits& limits) {
  double sum = 0;
  int count = 0, broken = 0;
  const auto measure = [&](const std::string& key) {
    if (!texts.has(key)) return;
    const double grade = limits.grade_of(texts.text(key));
    sum += grade, ++count;
    if (grade <= limits.grade) return;
    ++broken;
    std::cout << "    grade " << std::setprecision(1) << std::fixed << grade << " is over "
              << limits.grade << ": " << key << ": " << texts.text(key) << "\n";
  };
  for (const Screen& screen : knowledge.screens) measure("screen." + screen.id + ".title");
  for (const Fact& fact : knowledge.facts) {
    measure("fact." + fact.id + ".ask");
    measure("fact." + fact.id + ".help");
  }
  const double mean = count == 0 ? 0 : sum / count;
  std::cout << limits.formula << ": mean grade " << std::setprecision(2) << std::fixed << mean
            << " over " << count << " question texts\n";
  return broken + (mean > limits.mean_grade ? 1 : 0);
}

// How many budgets this language breaks.
int walk(const Knowledge& knowledge, const Compiled& compiled, const Catalogue& texts,
         const Limits& limits) {
  Budget budget;
  Sheet sheet = blank_sheet(knowledge);
  while (const auto page = next_page(knowledge, compiled, sheet)) {
    budget.show(knowledge, texts, *page);
    for (const int fact : page->facts) {
      const auto index = static_cast<std::size_t>(fact);
      sheet[index] = reassuring_answer(knowledge.facts[index]);
    }
  }
  const double seconds = reading_seconds(budget.words);
  std::cout << "A person for whom all is well: " << budget.pages << " pages, " << budget.words
            << " words, " << std::setprecision(1) << std::fixed << seconds
            << " s at 200 words a minute";
  if (limits.own_seconds_of != nullptr) {
    const double own = limits.own_seconds_of(budget.words);
    std::cout << ", " << own << " s at 157";
    if (own >= limits.own_seconds) budget.broke("too many seconds at the pace of this language");
  }
  std::cout << "\n";
  if (budget.pages > kMostPages) budget.broke("more than 9 pages");
  if (seconds >= kTooLong) budget.broke("too many seconds");
  return budget.broken + grades(knowledge, texts, limits);
}

std::string read_all(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

}  // namespace

int main(int count, char** arguments) {
  const std::string given = count > 1 ? read_all(arguments[1]) : std::string();
  const auto loaded = load_knowledge(count > 1 ? std::string_view(given) : embedded_knowledge());
  if (!loaded) {
    std::cerr << describe(loaded.error()) << "\n";
    return 2;
  }
  const Knowledge& knowledge = loaded->knowledge;
  const auto compiled = compile(knowledge);
  if (!compiled) return 2;
  int broken = 0;
  for (const auto& [language, texts] : loaded->catalogues) {
    std::cout << "--- " << language << "\n";
    broken += walk(knowledge, *compiled, texts, language == "de" ? kGerman : kEnglish);
  }
  return broken == 0 ? 0 : 1;
}
