#include <algorithm>

#include "base/text.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/pop_parts.h"

namespace limber::cli {

Result<int> run_selftest(bool json) {
  const std::vector<SelfCheck> checks = joint_selftest();
  const auto failed = std::count_if(checks.begin(), checks.end(),
                                    [](const SelfCheck& check) { return !check.pass; });
  std::string out;
  if (json) {
    out = print_json_pretty(selftest_json(checks)) + "\n";
  } else {
    for (const SelfCheck& c : checks) {
      std::string row = (c.pass ? "pass  " : "FAIL  ") + c.id;
      row.resize(std::max<std::size_t>(row.size(), 11), ' ');
      row += c.what;
      row.resize(std::max<std::size_t>(row.size(), 60), ' ');
      out += row + "  " + number_text(c.value) + "  error " + fixed_text(c.error * 1e6, 4) +
             "e-6, allowed " + number_text(c.tolerance) + "\n";
    }
    out += failed == 0
               ? "All " + std::to_string(checks.size()) + " checks passed.\n"
               : std::to_string(failed) + " of " + std::to_string(checks.size()) + " failed.\n";
  }
  if (auto fine = write_out(out); !fine) return std::unexpected(fine.error());
  return failed == 0 ? kDone : kLeft;
}

}  // namespace limber::cli
