#include "record/trend.h"

#include <algorithm>

#include "record/kinds.h"

namespace limber {
namespace {

std::vector<Point> worst_by_day(const Record& record, std::string_view kind, const Trend& within) {
  std::map<Day, double> worst;
  for (const Entry& entry : record.entries) {
    if (entry.event.kind != kind) continue;
    const auto noted = read_score(entry.data);
    const Day day = day_of(entry.event);
    if (!noted || day < within.from || day > within.to) continue;
    const auto [at, fresh] = worst.try_emplace(day, noted->score);
    if (!fresh) at->second = std::max(at->second, noted->score);
  }
  std::vector<Point> points;
  for (const auto& [day, value] : worst) points.push_back({day, value});
  return points;
}

}  // namespace

Day week_of(Day day) {
  // 1970-01-01 was a Thursday, so day -3 was a Monday.
  const Day since_monday = ((day + 3) % 7 + 7) % 7;
  return day - since_monday;
}

Trend trend(const Record& record, const std::vector<SessionLog>& sessions, const Now& now,
            int days) {
  Trend trend;
  trend.to = now.today();
  trend.from = trend.to - std::max(days, 1) + 1;
  for (const DayPain& day : pain_by_day(pain_at_rest(record, sessions, now))) {
    if (day.day >= trend.from && day.day <= trend.to) trend.pain.push_back({day.day, day.pain});
  }
  trend.stiffness = worst_by_day(record, kinds::kStiffness, trend);
  for (Day week = week_of(trend.from); week <= trend.to; week += 7) {
    trend.sessions.push_back({week, 0});
  }
  for (const SessionLog& log : sessions) {
    const bool anything = std::ranges::any_of(log.items, &ItemDone::started);
    if (!anything || log.day() < trend.from || log.day() > trend.to) continue;
    const auto index = static_cast<std::size_t>((week_of(log.day()) - week_of(trend.from)) / 7);
    trend.sessions[index].value += 1;
  }
  return trend;
}

}  // namespace limber
