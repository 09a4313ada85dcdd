#include "record/worry.h"

#include <algorithm>

namespace limber {

Worrying::Worrying(const Knowledge& knowledge)
    : knowledge_(knowledge), classes_(answer_classes(knowledge)) {
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    worries_.push_back(worries(knowledge.facts[i], classes_[i]));
  }
}

// Ranks are doubled to make room for "not sure" just below the worst.
Worrying::Standing Worrying::standing(std::size_t fact, const Answer& answer) const {
  const std::vector<Answer>& classes = classes_[fact];
  const std::vector<Worry>& ranks = worries_[fact];
  const auto at = [&ranks](std::size_t i) {
    return i < ranks.size() ? Standing{ranks[i].side, 2 * ranks[i].rank} : Standing{};
  };
  switch (answer.state) {
    case Answer::State::not_asked:
      return {};
    case Answer::State::no:
      return at(0);
    case Answer::State::yes:
      return at(1);
    case Answer::State::choice:
      return at(static_cast<std::size_t>(std::max(answer.choice, 0)));
    case Answer::State::number: {
      std::size_t home = 0;
      for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i].number <= answer.number) home = i;
      }
      return at(home);
    }
    case Answer::State::not_sure: {
      int worst = 0;
      for (const Worry& worry : ranks) worst = std::max(worst, worry.rank);
      return {0, std::max(0, 2 * worst - 1)};
    }
  }
  return {};
}

Shift Worrying::shift(int fact, const Answer& before, const Answer& after) const {
  if (before == after) return Shift::same;
  if (fact < 0 || static_cast<std::size_t>(fact) >= classes_.size()) return Shift::different;
  const Fact& asked = knowledge_.facts[static_cast<std::size_t>(fact)];
  if (asked.plan_only || asked.worry == Fact::Worry::neutral) return Shift::different;
  const Standing from = standing(static_cast<std::size_t>(fact), before);
  const Standing to = standing(static_cast<std::size_t>(fact), after);
  const bool other_side = from.side * to.side < 0;
  if (to.rank > from.rank || (other_side && to.rank > 0)) return Shift::worse;
  if (to.rank < from.rank) return Shift::better;
  return Shift::different;
}

}  // namespace limber
