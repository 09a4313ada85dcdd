// What limber_first.wasm serves: what a page needs before the first question can be answered, and
// until the result is read. limber.wasm serves the same and takes its place when it has come.
#include "app/core.h"

namespace limber {

std::vector<UseCase> served_use_cases() {
  std::vector<UseCase> all;
  for (const auto list : {check_use_cases(), record_use_cases(), today_use_cases()}) {
    all.insert(all.end(), list.begin(), list.end());
  }
  return all;
}

}  // namespace limber
