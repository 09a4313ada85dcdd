#include "record/practice.h"

#include <algorithm>
#include <map>

namespace limber {
namespace {

// Whether `later` is clearly more than `before`; what was not said is not more.
bool clearly_more(std::optional<double> before, std::optional<double> later, double by) {
  return before && later && *later - *before >= by;
}

}  // namespace

double change_that_counts(const Knowledge& knowledge) {
  const auto found = knowledge.numbers.find("pain_change_that_counts");
  return found == knowledge.numbers.end() ? 2 : std::clamp(found->second, 1.0, 3.0);
}

History practice(const std::vector<SessionLog>& sessions, const Knowledge& knowledge,
                 const Now& now) {
  const double by = change_that_counts(knowledge);
  std::map<std::string, TechniqueHistory> techniques;
  for (const SessionLog& log : sessions) {
    const bool sore_after = clearly_more(log.pain_before, log.pain_after, by);
    const bool sore_next_day = clearly_more(log.pain_before, log.pain_next_day, by);
    for (const ItemDone& item : log.items) {
      if (!item.started || item.warm_up) continue;
      DoneDay done;
      done.day = log.day();
      done.flare = sore_next_day || (item.hurt && log.stop_reason == "hurt");
      done.easy =
          item.finished && !item.hurt && !item.eased && !item.skipped && !sore_after && !done.flare;
      TechniqueHistory& history = techniques[item.technique];
      history.technique = item.technique;
      history.days.push_back(done);
    }
  }
  History history;
  history.today = now.today();
  for (auto& [id, technique] : techniques) history.techniques.push_back(std::move(technique));
  return history;
}

}  // namespace limber
