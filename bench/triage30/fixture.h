// triage30 in memory: its rules, its 10,000 sheets, and the gate every engine must pass.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"

namespace triage30 {

struct Rule {
  int id = 0, tier = 0;
  limber::Json when;
};

// Values in the order of the names: yes/no facts as 0 or 1, then the numbers.
using Values = std::vector<int>;

struct Fixture {
  std::vector<std::string> bools;
  struct Number {
    std::string name;
    int low = 0, high = 0;
  };
  std::vector<Number> numbers;
  std::vector<Rule> rules;
  std::vector<Values> sheets;
  std::uint32_t checksum = 0;
  std::vector<int> histogram;

  // Index of a fact in Values; stops the program if there is none.
  [[nodiscard]] std::size_t index(const std::string& name) const;
};

// From the path in argv[1], or from the source tree. Stops the program if it cannot be read.
[[nodiscard]] Fixture load(int argc, char** argv);

// What an engine found for one sheet.
struct Outcome {
  int tier = 0;
  std::vector<int> ids;  // ascending
};

// Stops the program with a message if the outcomes of all sheets are not those of the gate.
void pass(const Fixture& fixture, const std::vector<Outcome>& outcomes, const char* engine);

[[noreturn]] void stop(const std::string& why);

}  // namespace triage30
