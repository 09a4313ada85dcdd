// Our own rule base, the one people meet: verdicts a second, the time to the next question, the
// proof.
#include <limber/app.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/random.h"
#include "knowledge/answers.h"
#include "knowledge/classes.h"
#include "knowledge/load.h"
#include "screen/interview.h"
#include "screen/prove.h"
#include "stopwatch.h"

namespace {

using namespace limber;

// Mostly reassuring, a few other answers: 1 in 12 differs, 1 in 40 is "not sure".
Sheet random_sheet(const Knowledge& knowledge, const Classes& classes, Random& random) {
  Sheet sheet = reassuring_sheet(knowledge);
  for (std::size_t fact = 0; fact < sheet.size(); ++fact) {
    if (random.below(12) == 0) sheet[fact] = classes[fact][random.below(classes[fact].size())];
    if (random.below(40) == 0) sheet[fact] = {Answer::State::not_sure};
  }
  return sheet;
}

void verdicts(const Knowledge& knowledge, const Compiled& compiled,
              const std::vector<Sheet>& sheets) {
  std::size_t fired = 0;
  const double rate = bench::rate(sheets.size(), 2, [&] {
    for (const Sheet& sheet : sheets) fired += judge(knowledge, compiled, sheet).fired.size();
  });
  bench::report("own rules, whole verdicts", rate, "sheets/s",
                std::to_string(knowledge.rules.size()) + " rules, " +
                    std::to_string(knowledge.facts.size()) + " facts, one thread");
  std::size_t levels = 0;
  const double quick = bench::rate(sheets.size(), 2, [&] {
    for (const Sheet& sheet : sheets) {
      levels += static_cast<std::size_t>(
          standings(knowledge, compiled, compiled.read(sheet)).established);
    }
  });
  bench::report("own rules, levels", quick, "sheets/s",
                "which rules hold and the level, one thread");
  if (fired == 0 || levels == 0) std::abort();
}

// Every question of every interview, timed one by one.
void questions(const Knowledge& knowledge, const Compiled& compiled,
               const std::vector<Sheet>& sheets) {
  std::vector<double> micros;
  std::size_t pages = 0;
  constexpr std::size_t kInterviews = 2000;
  for (std::size_t i = 0; i < kInterviews; ++i) {
    Sheet sheet = blank_sheet(knowledge);
    for (;;) {
      const double start = bench::processor_seconds();
      const auto page = next_page(knowledge, compiled, sheet);
      micros.push_back(1e6 * (bench::processor_seconds() - start));
      if (!page) break;
      ++pages;
      for (const int fact : page->facts) {
        sheet[static_cast<std::size_t>(fact)] = sheets[i][static_cast<std::size_t>(fact)];
      }
    }
  }
  std::sort(micros.begin(), micros.end());
  bench::report("own rules, next question, median", micros[micros.size() / 2], "us", "");
  bench::report("own rules, next question, 99 of 100", micros[micros.size() * 99 / 100], "us", "");
  bench::report("own rules, pages per interview", static_cast<double>(pages) / kInterviews, "pages",
                "random people, 1 answer in 12 not reassuring");
}

}  // namespace

int main() {
  auto loaded = load_knowledge(embedded_knowledge());
  if (!loaded) return 1;
  const Knowledge& knowledge = loaded->knowledge;
  const auto compiled = compile(knowledge);
  if (!compiled) return 1;
  const Classes classes = answer_classes(knowledge);
  Random random(30);
  std::vector<Sheet> sheets;
  for (int i = 0; i < 10000; ++i) sheets.push_back(random_sheet(knowledge, classes, random));
  verdicts(knowledge, *compiled, sheets);
  questions(knowledge, *compiled, sheets);
  const double start = bench::processor_seconds();
  const Proof proof = prove(knowledge);
  bench::report("own rules, whole proof", 1000 * (bench::processor_seconds() - start), "ms",
                proof.sheets + " sheets, " + (proof.holds ? "all promises hold" : "BROKEN"));
  return proof.holds ? 0 : 1;
}
