// The whole answer space of a fact, made finite: all values of a number that no condition tells
// apart are one class, and one value stands for it.
#pragma once

#include "knowledge/knowledge.h"

namespace limber {

// Per fact: one answer for each class, in rising order for numbers, no/yes for yes-or-no facts,
// options for choices. "Not sure" is not among them.
using Classes = std::vector<std::vector<Answer>>;

[[nodiscard]] Classes answer_classes(const Knowledge& knowledge);

// How worrying each class is, aligned with answer_classes: 0 for the reassuring one, rising along
// each worrying direction. Two classes on different sides of `reassuring` are not comparable.
struct Worry {
  int side = 0;  // -1 below, +1 above the reassuring class; 0 otherwise
  int rank = 0;
};
[[nodiscard]] std::vector<Worry> worries(const Fact& fact, const std::vector<Answer>& classes);

}  // namespace limber
