#include "plan/choose.h"

#include <algorithm>

#include "plan/ladder.h"

namespace limber {
namespace {

constexpr int kRegionPoints = 1000;    // for every stiff region it helps
constexpr int kUncoveredPoints = 400;  // for every stiff region nothing helps yet
constexpr int kPriorityPoints = 10;    // times priority 0..100 stays below one region
constexpr int kChangePoints = 25;      // not done last time
constexpr int kModifiedPoints = -15;   // a condition holds it back
constexpr int kHalvedPoints = -40;     // it hurt lately

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// A warm-up that names no region is for every region.
int regions_helped(const Technique& technique, const Wishes& wishes) {
  if (wishes.regions.empty()) return 1;
  int helped = 0;
  for (const std::string& region : wishes.regions)
    if (contains(technique.regions, region)) ++helped;
  if (helped == 0 && technique.warm_up) return 1;
  return helped;
}

std::string why_not(const Technique& technique, const Wishes& wishes) {
  const bool anywhere = wishes.positions.empty() || technique.positions.empty();
  const auto possible = [&wishes](const std::string& place) {
    return contains(wishes.positions, place);
  };
  if (!anywhere && std::none_of(technique.positions.begin(), technique.positions.end(), possible))
    return "plan.excluded.position";
  for (const std::string& needed : technique.kit)
    if (!contains(wishes.kit, needed)) return "plan.excluded.kit";
  if (regions_helped(technique, wishes) == 0) return "plan.excluded.region";
  return {};
}

// The last day before today on which anything but a warm-up was done.
std::optional<Day> last_session(const Knowledge& knowledge, const History& history) {
  std::optional<Day> last;
  for (const TechniqueHistory& one : history.techniques) {
    const int index = knowledge.technique(one.technique);
    if (index < 0 || knowledge.techniques[static_cast<std::size_t>(index)].warm_up) continue;
    for (const DoneDay& done : one.days)
      if (done.day < history.today && (!last || done.day > *last)) last = done.day;
  }
  return last;
}

bool done_on(const TechniqueHistory* history, Day day) {
  if (history == nullptr) return false;
  return std::any_of(history->days.begin(), history->days.end(),
                     [day](const DoneDay& done) { return done.day == day; });
}

}  // namespace

std::vector<Candidate> candidates(const Knowledge& knowledge, const Verdict& verdict,
                                  const Wishes& wishes, const History& history) {
  const PlanNumbers numbers = plan_numbers(knowledge);
  const auto last = last_session(knowledge, history);
  std::vector<Candidate> all;
  for (std::size_t i = 0; i < knowledge.techniques.size(); ++i) {
    const Technique& technique = knowledge.techniques[i];
    const TechniqueHistory* diary = find_history(history, technique.id);
    Candidate one;
    one.technique = static_cast<int>(i);
    one.gate = gate(knowledge, verdict, history, one.technique);
    one.excluded = one.gate.open ? why_not(technique, wishes) : one.gate.reason;
    one.top = top_rung(technique);
    one.footing = footing(diary, history.today, one.top, numbers);
    const bool modified = one.gate.allowed.permission == Permission::modify;
    one.factor = modified ? one.gate.allowed.dose_factor : 1;
    for (int halving = 0; halving < one.footing.halvings; ++halving) one.factor *= 0.5;
    if (history.halve) one.factor *= 0.5;
    one.change = last.has_value() && !done_on(diary, *last);
    one.points = kRegionPoints * regions_helped(technique, wishes) +
                 kPriorityPoints * std::clamp(technique.priority, 0, 99) +
                 (one.change ? kChangePoints : 0) + (modified ? kModifiedPoints : 0) +
                 kHalvedPoints * one.footing.halvings;
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<int> by_usefulness(const Knowledge& knowledge, const Wishes& wishes,
                               const std::vector<Candidate>& all) {
  std::vector<int> open;
  for (const Candidate& one : all) {
    if (one.fits() && !knowledge.techniques[static_cast<std::size_t>(one.technique)].warm_up)
      open.push_back(one.technique);
  }
  std::vector<std::string> uncovered = wishes.regions;
  std::vector<int> ordered;
  while (!open.empty()) {
    const auto worth = [&](int index) {
      const Technique& technique = knowledge.techniques[static_cast<std::size_t>(index)];
      int points = all[static_cast<std::size_t>(index)].points;
      for (const std::string& region : uncovered)
        if (contains(technique.regions, region)) points += kUncoveredPoints;
      return points;
    };
    auto best = open.begin();
    for (auto it = open.begin(); it != open.end(); ++it)
      if (worth(*it) > worth(*best)) best = it;
    const Technique& picked = knowledge.techniques[static_cast<std::size_t>(*best)];
    std::erase_if(uncovered, [&picked](const std::string& region) {
      return contains(picked.regions, region);
    });
    ordered.push_back(*best);
    open.erase(best);
  }
  return ordered;
}

}  // namespace limber
