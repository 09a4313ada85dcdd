// What limber_lab.wasm serves: the joint, and the proof of the rules.
#include "app/core.h"

namespace limber {

std::vector<UseCase> served_use_cases() {
  std::vector<UseCase> all;
  for (const auto list : {prove_use_cases(), joint_use_cases()}) {
    all.insert(all.end(), list.begin(), list.end());
  }
  return all;
}

}  // namespace limber
