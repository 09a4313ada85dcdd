#include "plan/ladder.h"

#include <algorithm>
#include <cmath>

namespace limber {
namespace {

// A broken table must not make the climb endless.
constexpr int kMostRungs = 1000;

struct Amounts {
  double sets, reps, hold;
};

// One step along a ladder, or false if it is at its most.
bool grow(double& value, const Ladder& ladder) {
  if (!(ladder.step > 0) || value + 1e-9 >= ladder.max) return false;
  value = std::min(value + ladder.step, ladder.max);
  return true;
}

// One more set, with as few repetitions as keep the whole from shrinking.
bool add_set(Amounts& at, const Technique& technique) {
  const double before = at.sets * at.reps;
  if (!grow(at.sets, technique.sets)) return false;
  const double enough = std::ceil(before / at.sets - 1e-9);
  at.reps = std::clamp(enough, std::min(technique.reps.start, at.reps), at.reps);
  return true;
}

// Climbs from the start, at most `rungs`; returns how many there were.
int climb(const Technique& technique, int rungs, Amounts& at) {
  at = {std::max(technique.sets.start, 1.0), std::max(technique.reps.start, 1.0),
        technique.hold_s.start};
  bool hold_next = false;
  int climbed = 0;
  while (climbed < rungs) {
    bool grown = hold_next ? grow(at.hold, technique.hold_s) : grow(at.reps, technique.reps);
    if (!grown) grown = hold_next ? grow(at.reps, technique.reps) : grow(at.hold, technique.hold_s);
    if (!grown) grown = add_set(at, technique);
    if (!grown) break;
    hold_next = !hold_next;
    ++climbed;
  }
  return climbed;
}

double part_of(double amount, double factor) {
  return std::max(std::floor(amount * factor + 1e-9), std::min(amount, 1.0));
}

}  // namespace

int top_rung(const Technique& technique) {
  Amounts at{};
  return climb(technique, kMostRungs, at);
}

Dose dose_at(const Technique& technique, int rung, double factor) {
  Amounts at{};
  climb(technique, std::max(rung, 0), at);
  const double part = factor > 0 && factor <= 1 ? factor : 1;
  Dose dose;
  dose.sets = static_cast<int>(at.sets);
  dose.reps = static_cast<int>(part_of(at.reps, part));
  dose.sides = std::clamp(technique.sides, 1, 2);
  dose.out_s = technique.out_s;
  dose.hold_s = part_of(at.hold, part);
  dose.back_s = technique.back_s;
  dose.rest_s = technique.rest_s;
  return dose;
}

}  // namespace limber
