#include "screen/interview.h"

#include <algorithm>

namespace limber {
namespace {

// The first page (in the knowledge's order) that asks any of `urgent`, with all of `open` on it.
Page first_page(const Knowledge& knowledge, const std::vector<int>& urgent,
                const std::vector<int>& open) {
  const auto screen_of = [&](int fact) {
    return knowledge.facts[static_cast<std::size_t>(fact)].screen_index;
  };
  Page page;
  page.screen = screen_of(urgent.front());
  for (const int fact : urgent) page.screen = std::min(page.screen, screen_of(fact));
  std::vector<bool> asks(knowledge.screens.size());
  for (const int fact : open) {
    asks[static_cast<std::size_t>(screen_of(fact))] = true;
    if (screen_of(fact) == page.screen) page.facts.push_back(fact);
  }
  page.at_most = static_cast<int>(std::count(asks.begin(), asks.end(), true));
  return page;
}

}  // namespace

std::optional<Page> next_page(const Knowledge& knowledge, const Compiled& compiled,
                              const Sheet& sheet, Goal goal, const Cleared& cleared) {
  const Reading reading = compiled.read(sheet);
  const Standings standing = standings(knowledge, compiled, reading, cleared);
  const OpenLiterals literals =
      open_literals(knowledge, compiled, reading, standing, goal, cleared);
  const std::vector<int> open = facts_in(compiled, literals.all());
  if (open.empty()) return std::nullopt;
  for (const Level level : {Level::emergency_now, Level::urgent_same_day}) {
    if (standing.established >= level) break;
    const std::vector<int> urgent = facts_in(compiled, literals.at_least(level));
    if (!urgent.empty()) return first_page(knowledge, urgent, open);
  }
  return first_page(knowledge, open, open);
}

std::optional<Page> next_wish(const Knowledge& knowledge, const Sheet& sheet) {
  std::vector<int> open;
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    if (knowledge.facts[i].plan_only && sheet[i].state == Answer::State::not_asked) {
      open.push_back(static_cast<int>(i));
    }
  }
  if (open.empty()) return std::nullopt;
  return first_page(knowledge, open, open);
}

}  // namespace limber
