#include "record/places.h"

#include <algorithm>
#include <map>

#include "record/kinds.h"

namespace limber {
namespace {

void take(PlaceScores& scores, double score, Day day) {
  scores.most = scores.count == 0 ? score : std::max(scores.most, score);
  scores.last = score;
  scores.last_day = day;
  ++scores.count;
}

}  // namespace

std::vector<Place> places(const Record& record, const std::vector<SessionLog>& sessions,
                          const Now& now, int days) {
  const Day to = now.today(), from = to - std::max(days, 1) + 1;
  std::map<std::string, Place> found;
  // Entries come in the order of time, so the last one taken is the latest.
  for (const Entry& entry : record.entries) {
    const bool pain = entry.event.kind == kinds::kPain;
    if (!pain && entry.event.kind != kinds::kStiffness) continue;
    const auto noted = read_score(entry.data);
    const Day day = day_of(entry.event);
    if (!noted || noted->place.empty() || day < from || day > to) continue;
    Place& place = found[noted->place];
    take(pain ? place.pain : place.stiffness, noted->score, day);
  }
  for (const DiaryPop& pop : all_pops(record, sessions)) {
    const Day day = local_day(pop.at_ms, pop.offset_min);
    if (!pop.place.empty() && day >= from && day <= to) ++found[pop.place].pops;
  }
  std::vector<Place> result;
  for (auto& [name, place] : found) {
    place.place = name;
    result.push_back(std::move(place));
  }
  return result;
}

}  // namespace limber
