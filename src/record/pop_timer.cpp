#include "record/pop_timer.h"

#include <algorithm>

namespace limber {

std::optional<PopTimer> pop_timer(const std::vector<DiaryPop>& pops, const Knowledge& knowledge,
                                  const Now& now) {
  const auto number = [&](std::string_view name, double otherwise) {
    const auto found = knowledge.numbers.find(name);
    return found == knowledge.numbers.end() ? otherwise : found->second;
  };
  const double floor = number("pop_wait_floor_min", 20);
  const double longest = number("pop_wait_low_back_high_min", 95);
  const auto latest = std::ranges::max_element(pops, {}, &DiaryPop::at_ms);
  if (latest == pops.end()) return std::nullopt;
  const auto age = age_ms(latest->at_ms, now);
  // A pop that lies ahead was stamped by a wrong clock: no time can be told from it.
  if (!age) return std::nullopt;
  const double since = static_cast<double>(*age) / 60'000;
  if (since > longest) return std::nullopt;
  return PopTimer{*latest, since, since >= floor, pop_wait(floor)};
}

}  // namespace limber
