// What limber.wasm serves: check, plan, session, record. What a page needs only later (the figure,
// the joint, the proofs) is in limber_lab.wasm; what the very first page needs, in
// limber_first.wasm.
#include "app/core.h"

namespace limber {

std::vector<UseCase> served_use_cases() {
  std::vector<UseCase> all;
  for (const auto list :
       {check_use_cases(), explain_use_cases(), learn_use_cases(), plan_use_cases(),
        session_use_cases(), record_use_cases(), exchange_use_cases(), today_use_cases(),
        diary_use_cases(), pack_use_cases()}) {
    all.insert(all.end(), list.begin(), list.end());
  }
  return all;
}

}  // namespace limber
