// Everything there is. A program that serves less defines served_use_cases itself, and the linker
// then leaves this file, and all that only it names, in the library.
#include "app/core.h"

namespace limber {

std::vector<UseCase> served_use_cases() {
  std::vector<UseCase> all;
  for (const auto list :
       {check_use_cases(), explain_use_cases(), learn_use_cases(), prove_use_cases(),
        plan_use_cases(), session_use_cases(), record_use_cases(), exchange_use_cases(),
        today_use_cases(), diary_use_cases(), pack_use_cases(), joint_use_cases(),
        figure_use_cases(), figure_sheet_use_cases()}) {
    all.insert(all.end(), list.begin(), list.end());
  }
  return all;
}

}  // namespace limber
