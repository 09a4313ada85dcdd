#include "record/pain_series.h"

#include <algorithm>
#include <set>

#include "base/sort.h"
#include "record/event_check.h"
#include "record/kinds.h"

namespace limber {
namespace {

struct Said {
  double value = 0;
  std::int64_t at_ms = 0;
};

// A number that a "screened" payload says of a fact, without needing the knowledge of its time.
std::optional<Said> said(const Entry& entry, std::string_view fact) {
  if (entry.event.kind != kinds::kScreened) return std::nullopt;
  Reader in(entry.data, "");
  Reader answers(in.any("answers"), "");
  Reader answer(answers.any(fact), "");
  const Said found{answer.number("is", 0, 10'000),
                   answer.integer_or("at_ms", 0, kEventTimeLimit, entry.event.at_ms)};
  if (answer.error()) return std::nullopt;
  return found;
}

}  // namespace

std::vector<PainPoint> pain_at_rest(const Record& record, const std::vector<SessionLog>& sessions,
                                    const Now& now) {
  std::vector<PainPoint> points;
  const auto add = [&](std::int64_t at_ms, std::int32_t offset_min, double pain) {
    const bool ahead = !age_ms(at_ms, now);
    const std::int64_t at = ahead ? now.at_ms : at_ms;
    points.push_back({at, local_day(at, ahead ? now.offset_min : offset_min), pain});
  };
  std::set<std::int64_t> answered;  // one answer may stand in several screenings
  for (const Entry& entry : record.entries) {
    if (entry.event.kind == kinds::kPain) {
      const auto noted = read_score(entry.data);
      if (noted) add(entry.event.at_ms, entry.event.offset_min, noted->score);
    } else if (const auto pain = said(entry, kPainFact); pain && pain->value <= 10) {
      if (answered.insert(pain->at_ms).second) {
        add(pain->at_ms, entry.event.offset_min, pain->value);
      }
    }
  }
  for (const SessionLog& log : sessions) {
    if (log.pain_before) add(log.started_ms, log.offset_min, *log.pain_before);
    if (log.pain_next_day) add(log.next_day_ms, log.offset_min, *log.pain_next_day);
  }
  sort_stably(points, [](const PainPoint& a, const PainPoint& b) { return a.at_ms < b.at_ms; });
  return points;
}

std::vector<DayPain> pain_by_day(const std::vector<PainPoint>& points) {
  std::map<Day, double> worst;
  for (const PainPoint& point : points) {
    const auto [at, fresh] = worst.try_emplace(point.day, point.pain);
    if (!fresh) at->second = std::max(at->second, point.pain);
  }
  std::vector<DayPain> days;
  for (const auto& [day, pain] : worst) days.push_back({day, pain});
  return days;
}

std::optional<Day> onset_said(const Record& record, const Now& now) {
  std::optional<Day> onset;
  std::int64_t latest = INT64_MIN;
  for (const Entry& entry : record.entries) {
    const auto weeks = said(entry, kWeeksFact);
    if (!weeks || weeks->at_ms < latest || !age_ms(weeks->at_ms, now)) continue;
    latest = weeks->at_ms;
    onset = local_day(weeks->at_ms, entry.event.offset_min) - static_cast<Day>(weeks->value * 7);
  }
  return onset;
}

}  // namespace limber
