// What limber_lab.wasm serves, when a page first needs it: the figure, the joint, the proof.
#include "app/core.h"

namespace limber {

std::vector<UseCase> served_use_cases() {
  std::vector<UseCase> all;
  for (const auto list : {figure_use_cases(), prove_use_cases(), joint_use_cases()}) {
    all.insert(all.end(), list.begin(), list.end());
  }
  return all;
}

}  // namespace limber
