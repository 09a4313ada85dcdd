#include "screen/explain.h"

#include <algorithm>
#include <set>

#include "knowledge/answers.h"

namespace limber {
namespace {

// Calls found(chosen) for each set of `size` candidates, in order, until it says true.
template <class Found>
bool choose(const std::vector<int>& candidates, std::size_t size, std::size_t from,
            std::vector<int>& chosen, const Found& found) {
  if (chosen.size() == size) return found(chosen);
  for (std::size_t i = from; i < candidates.size(); ++i) {
    chosen.push_back(candidates[i]);
    if (choose(candidates, size, i + 1, chosen, found)) return true;
    chosen.pop_back();
  }
  return false;
}

}  // namespace

std::vector<int> causes(const Compiled& compiled, int rule, const Reading& reading) {
  const Formula& formula = compiled.rules[static_cast<std::size_t>(rule)];
  const Bits reach = formula.holds(reading.sure) ? reading.sure : reading.sure | reading.doubt;
  Bits behind;
  for (const Bits& term : formula.terms) {
    if (term.within(reach)) behind = behind | term;
  }
  std::vector<int> facts;
  for (std::size_t fact = 0; fact < compiled.facts.size(); ++fact) {
    if (compiled.facts[fact].all.meets(behind)) facts.push_back(static_cast<int>(fact));
  }
  return facts;
}

Level level_with(const Knowledge& knowledge, const Compiled& compiled, Sheet sheet,
                 const std::vector<int>& reassured, const Cleared& cleared) {
  for (const int fact : reassured) {
    sheet[static_cast<std::size_t>(fact)] =
        reassuring_answer(knowledge.facts[static_cast<std::size_t>(fact)]);
  }
  return standings(knowledge, compiled, compiled.read(sheet), cleared).established;
}

std::vector<int> smallest_change(const Knowledge& knowledge, const Compiled& compiled,
                                 const Sheet& sheet, const Cleared& cleared) {
  const Reading reading = compiled.read(sheet);
  const Standings standing = standings(knowledge, compiled, reading, cleared);
  if (standing.established == Level::go) return {};
  std::set<int> behind;
  for (std::size_t i = 0; i < standing.rules.size(); ++i) {
    if (standing.rules[i].now != standing.established) continue;
    for (const int fact : causes(compiled, static_cast<int>(i), reading)) behind.insert(fact);
  }
  const std::vector<int> candidates(behind.begin(), behind.end());
  std::vector<int> chosen;
  const auto lowers = [&](const std::vector<int>& reassured) {
    return level_with(knowledge, compiled, sheet, reassured, cleared) < standing.established;
  };
  // More than four answers at once is not a change a person can picture: then all of them.
  for (std::size_t size = 1; size <= std::min<std::size_t>(4, candidates.size()); ++size) {
    chosen.clear();
    if (choose(candidates, size, 0, chosen, lowers)) return chosen;
  }
  return candidates;
}

Absent absent(const Knowledge& knowledge, const Sheet& sheet, Level from) {
  std::set<int> facts;
  for (const Rule& rule : knowledge.rules) {
    if (rule.level < from) continue;
    for (const int fact : facts_of(rule.when)) facts.insert(fact);
  }
  Absent result;
  for (const int fact : facts) {
    const Answer& answer = sheet[static_cast<std::size_t>(fact)];
    const Fact& asked = knowledge.facts[static_cast<std::size_t>(fact)];
    if (answer.state == Answer::State::not_asked) {
      result.not_asked.push_back(fact);
    } else if (asked.kind == Fact::Kind::yes_no && answer == reassuring_answer(asked)) {
      result.not_found.push_back(fact);
    }
  }
  return result;
}

}  // namespace limber
