// Random answer sheets that reach every level: mostly reassuring, with a few worrying answers taken
// from the rules' own examples, some doubts, and some answers missing.
#pragma once

#include "base/random.h"
#include "body/names.h"
#include "knowledge/answers.h"
#include "knowledge/classes.h"

namespace limber {

// `missing`: the chance that an answer was not asked. `most`: examples come from rules up to this
// level only, which makes sheets that end there likely.
inline Sheet random_sheet(const Knowledge& k, Random& random, double missing,
                          Level most = Level::emergency_now) {
  thread_local const Knowledge* owner = nullptr;
  thread_local Classes classes;
  if (owner != &k) classes = answer_classes(k), owner = &k;
  Sheet sheet = reassuring_sheet(k);
  // How much noise: none, a little, or anything goes.
  const bool calm = most < Level::urgent_same_day || random.below(3) == 0;
  const double noise = calm ? 0.0 : random.below(4) == 0 ? 0.5 : 0.02;
  for (std::size_t f = 0; f < sheet.size(); ++f) {
    if (random.unit() < noise) sheet[f] = classes[f][random.below(classes[f].size())];
    if (random.unit() < noise / 2) sheet[f] = not_sure();
  }
  const std::uint64_t examples = most == Level::go ? 0 : random.below(4);
  for (std::uint64_t i = 0; i < examples; ++i) {
    const Rule& rule = k.rules[random.below(k.rules.size())];
    if (rule.examples.empty() || rule.level > most) continue;
    for (const auto& [fact, answer] : rule.examples[random.below(rule.examples.size())].answers) {
      sheet[static_cast<std::size_t>(fact)] = random.below(6) == 0 ? not_sure() : answer;
    }
  }
  for (Answer& answer : sheet) {
    if (random.unit() < missing) answer = not_asked();
  }
  return sheet;
}

}  // namespace limber
