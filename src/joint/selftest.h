// The parts of the validation table, each a list of checks (docs/physics.md 8).
#pragma once

#include <limber/joint.h>

#include <string>
#include <vector>

namespace limber {

// Adds a check of `value` against `expected`: relative, or absolute where `expected` is 0.
void check_value(std::vector<SelfCheck>& checks, std::string id, std::string what, double value,
                 double expected, double tolerance);

void check_spheres(std::vector<SelfCheck>& checks);     // V1 V2 V3 V5 V6 V7 V13
void check_layers(std::vector<SelfCheck>& checks);      // V4 V9 V10 V11 V12 V15
void check_integrator(std::vector<SelfCheck>& checks);  // V8 V14

}  // namespace limber
