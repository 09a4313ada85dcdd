// A small knowledge made by hand, a verdict that allows everything in it, and random ones.
#pragma once

#include <limber/types.h>
#include <rapidcheck.h>

#include <array>

#include "knowledge/knowledge.h"
#include "plan/plan.h"

namespace limber::sample {

inline Technique technique(std::string id, std::vector<std::string> regions,
                           std::vector<std::string> positions, int priority) {
  Technique t;
  t.id = std::move(id);
  t.regions = std::move(regions);
  t.positions = std::move(positions);
  t.priority = priority;
  t.hold_s = {3, 1, 5};
  t.reps = {5, 1, 8};
  t.sets = {1, 1, 2};
  t.rest_s = 10;
  t.steps = {"set_up", "out", "hold", "back"};
  return t;
}

// Two warm-ups of 50 s, five techniques of 45 s at the start.
inline Knowledge knowledge() {
  Knowledge k;
  k.version = "2026.11";
  k.hash = "abc";
  for (const char* id : {"shoulder_rolls", "arm_swings"}) {
    Technique warm = technique(id, {}, {"desk", "standing", "floor"}, 5);
    warm.warm_up = true;
    warm.hold_s = {0, 0, 0};
    warm.reps = {10, 0, 10};
    warm.sets = {1, 0, 1};
    k.techniques.push_back(warm);
  }
  k.techniques.push_back(technique("chin_tuck", {"stiff_neck"}, {"desk", "standing"}, 9));
  k.techniques.back().neck = true;
  k.techniques.push_back(technique("seated_rotation", {"stiff_upper_back"}, {"desk"}, 8));
  k.techniques.back().sides = 2;
  k.techniques.push_back(technique("wall_slide", {"stiff_upper_back"}, {"standing"}, 7));
  k.techniques.push_back(technique("foam_roller", {"stiff_upper_back"}, {"floor"}, 6));
  k.techniques.back().kit = {"kit_roller"};
  k.techniques.push_back(
      technique("squeeze", {"stiff_upper_back", "stiff_neck"}, {"desk", "standing"}, 5));
  return k;
}

inline Verdict verdict(const Knowledge& knowledge, Level level = Level::go) {
  Verdict v;
  v.level = level;
  v.complete = true;
  v.plan_allowed = level < Level::see_professional_first;
  for (const Technique& t : knowledge.techniques) v.techniques.push_back({t.id, {}, {}, 1, 1});
  return v;
}

inline Allowed& allowed(Verdict& verdict, std::string_view id) {
  for (Allowed& one : verdict.techniques)
    if (one.technique == id) return one;
  verdict.techniques.push_back({std::string(id), {}, {}, 1, 1});
  return verdict.techniques.back();
}

inline const PlanItem* find(const Plan& plan, std::string_view id) {
  for (const PlanItem& item : plan.items)
    if (item.technique == id) return &item;
  return nullptr;
}

inline std::string why_out(const Plan& plan, std::string_view id) {
  for (const Excluded& one : plan.excluded)
    if (one.technique == id) return one.reason;
  return "";
}

// --- Random ones, for properties ----------------------------------------------------------------

inline int in(int low, int high) {
  return *rc::gen::inRange(low, high + 1);
}

inline std::vector<std::string> some_of(const std::vector<std::string>& words) {
  std::vector<std::string> picked;
  for (const std::string& word : words)
    if (*rc::gen::arbitrary<bool>()) picked.push_back(word);
  return picked;
}

inline Ladder random_ladder(int low, int high) {
  const int start = in(low, high);
  return {static_cast<double>(start), static_cast<double>(in(0, 3)),
          static_cast<double>(in(start, high + 2))};
}

inline const std::vector<std::string> kRegions = {"stiff_neck", "stiff_upper_back"};
inline const std::vector<std::string> kPlaces = {"desk", "standing", "floor"};
inline const std::vector<std::string> kKit = {"kit_roller", "kit_chair"};

inline Knowledge random_knowledge() {
  Knowledge k;
  k.version = "r";
  const int count = in(4, 14);
  for (int i = 0; i < count; ++i) {
    Technique t =
        technique("t" + std::to_string(i), some_of(kRegions), some_of(kPlaces), in(0, 100));
    t.warm_up = i == 0 || (i < 4 && in(0, 1) == 1);
    if (t.warm_up) t.positions = kPlaces;
    t.neck = in(0, 2) == 0;
    t.has_row = in(0, 4) > 0;
    if (in(0, 3) == 0) t.kit = some_of(kKit);
    t.sides = in(1, 2);
    t.out_s = in(0, 6) / 2.0;
    t.back_s = in(0, 6) / 2.0;
    t.hold_s = random_ladder(0, 12);
    t.reps = random_ladder(1, 7);
    t.sets = random_ladder(1, 2);
    t.rest_s = in(0, 30);
    t.changeover_s = in(0, 20);
    k.techniques.push_back(t);
  }
  // Facts that make every random wish a known word.
  for (const auto* words : {&kRegions, &kKit})
    for (const std::string& word : *words) {
      Fact fact;
      fact.id = word;
      k.facts.push_back(fact);
    }
  Fact position;
  position.id = "position";
  position.options = kPlaces;
  k.facts.push_back(position);
  return k;
}

inline Verdict random_verdict(const Knowledge& knowledge) {
  Verdict v = verdict(knowledge, in(0, 1) == 0 ? Level::go : Level::gentle_with_modifications);
  for (Allowed& one : v.techniques) {
    one.permission = std::array{Permission::ok, Permission::ok, Permission::modify,
                                Permission::avoid}[static_cast<std::size_t>(in(0, 3))];
    one.dose_factor = in(1, 10) / 10.0;
    one.range_factor = in(1, 10) / 10.0;
    if (one.permission != Permission::ok) one.conditions = {"c"};
  }
  if (in(0, 3) == 0 && !v.techniques.empty()) v.techniques.pop_back();
  return v;
}

inline Wishes random_wishes() {
  return {some_of(kRegions), some_of(kPlaces), some_of(kKit), in(3, 10)};
}

inline History random_history(const Knowledge& knowledge) {
  History h;
  h.today = 20'000;
  h.neck_locked = in(0, 3) == 0;
  h.halve = in(0, 3) == 0;
  for (const Technique& t : knowledge.techniques) {
    TechniqueHistory one{t.id, {}};
    const int days = in(0, 12);
    for (int i = 0; i < days; ++i)
      one.days.push_back({h.today - in(-2, 40), in(0, 3) > 0, in(0, 6) == 0});
    h.techniques.push_back(one);
  }
  return h;
}

}  // namespace limber::sample
