#include "record/escalation_clock.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/sort.h"
#include "base/text.h"

namespace limber {
namespace {

constexpr double kQuiet = 1, kSore = 3;  // of 10
constexpr Day kQuietDays = 7;
constexpr Day kSilentDays = 28;
constexpr Day kNowForWorse = 3, kNowForBetter = 7;
constexpr double kDaysPerMonth = 30.4375;

// A number of the escalation, or nothing.
std::optional<double> number(const Escalation& escalation, std::string_view name) {
  const auto found = escalation.numbers.find(name);
  if (found == escalation.numbers.end()) return std::nullopt;
  return found->second;
}

Day days_of(double weeks) {
  return static_cast<Day>(std::ceil(weeks * 7));
}

// What every clock looks at.
struct Course {
  std::vector<DayPain> days;
  std::vector<Day> starts;  // of episodes
  std::optional<Day> programme, onset;
  Day today = 0;

  // The latest noted day, if it is recent enough to stand for now.
  [[nodiscard]] const DayPain* current(Day at_most_old) const {
    if (days.empty() || days.back().day < today - at_most_old) return nullptr;
    return &days.back();
  }
};

using Found = std::optional<Escalated>;

Found worse(const Course& course, double hours_low, double hours_high, double by) {
  const DayPain* now = course.current(kNowForWorse);
  if (now == nullptr) return std::nullopt;
  const auto near = static_cast<Day>(hours_low / 24), far = static_cast<Day>(hours_high / 24);
  for (const DayPain& before : course.days) {
    const Day ago = now->day - before.day;
    if (ago < near || ago > far || now->pain - before.pain < by) continue;
    return Escalated{0,
                     now->day,
                     Level::go,
                     false,
                     {{"from", number_text(before.pain)},
                      {"to", number_text(now->pain)},
                      {"days", std::to_string(ago)}}};
  }
  return std::nullopt;
}

// The pain the programme began with: the first day noted from the day before it on.
const DayPain* at_start(const Course& course) {
  const auto found = std::ranges::find_if(
      course.days, [&](const DayPain& day) { return day.day >= *course.programme - 1; });
  return found == course.days.end() ? nullptr : &*found;
}

Found no_better(const Course& course, double weeks, double by) {
  const DayPain* now = course.current(kNowForBetter);
  if (!course.programme || now == nullptr) return std::nullopt;
  const Day due = *course.programme + days_of(weeks);
  const DayPain* before = at_start(course);
  if (course.today < due || before == nullptr || now->day < due - kNowForBetter) {
    return std::nullopt;
  }
  if (now->pain <= kQuiet || before->pain <= kQuiet || before->pain - now->pain >= by) {
    return std::nullopt;
  }
  return Escalated{0,
                   due,
                   Level::go,
                   false,
                   {{"from", number_text(before->pain)},
                    {"to", number_text(now->pain)},
                    {"weeks", std::to_string((course.today - *course.programme) / 7)}}};
}

Found still_limiting(const Course& course, double weeks, double pain_from) {
  const DayPain* now = course.current(kNowForBetter);
  if (!course.onset || now == nullptr || now->pain < pain_from) return std::nullopt;
  const Day due = *course.onset + days_of(weeks);
  if (course.today < due) return std::nullopt;
  return Escalated{0,
                   due,
                   Level::go,
                   false,
                   {{"to", number_text(now->pain)},
                    {"weeks", std::to_string((course.today - *course.onset) / 7)}}};
}

Found came_back(const Course& course, double times, double months) {
  const auto window = static_cast<Day>(months * kDaysPerMonth);
  std::vector<Day> returns;
  for (std::size_t i = 1; i < course.starts.size(); ++i) {
    if (course.starts[i] > course.today - window) returns.push_back(course.starts[i]);
  }
  if (static_cast<double>(returns.size()) < times || returns.empty()) return std::nullopt;
  return Escalated{
      0, returns.back(), Level::go, false, {{"times", std::to_string(returns.size())}}};
}

Found alone_too_long(const Course& course, double weeks) {
  if (!course.programme) return std::nullopt;
  const Day due = *course.programme + days_of(weeks);
  if (course.today < due) return std::nullopt;
  return Escalated{0,
                   due,
                   Level::go,
                   false,
                   {{"weeks", std::to_string((course.today - *course.programme) / 7)}}};
}

Found look(const Escalation& escalation, const Course& course) {
  const auto weeks = number(escalation, "weeks");
  if (const auto by = number(escalation, "worse_by")) {
    return worse(course, number(escalation, "hours_low").value_or(48),
                 number(escalation, "hours_high").value_or(72), *by);
  }
  if (const auto times = number(escalation, "times")) {
    return came_back(course, *times, number(escalation, "months").value_or(6));
  }
  if (!weeks) return std::nullopt;
  if (const auto by = number(escalation, "better_by")) return no_better(course, *weeks, *by);
  if (const auto pain = number(escalation, "pain_from")) {
    return still_limiting(course, *weeks, *pain);
  }
  return alone_too_long(course, *weeks);
}

}  // namespace

std::vector<Day> episodes(const std::vector<DayPain>& days) {
  std::vector<Day> starts;
  bool sore = false, quiet = false;
  Day quiet_since = 0, last = days.empty() ? 0 : days.front().day;
  for (const DayPain& day : days) {
    const bool long_silent = day.day - last > kSilentDays;
    const bool long_quiet = quiet && day.day - quiet_since >= kQuietDays;
    if (long_silent || long_quiet) sore = false;
    if (day.pain <= kQuiet && !quiet) quiet_since = day.day;
    quiet = day.pain <= kQuiet;
    if (day.pain >= kSore && !sore) {
      starts.push_back(day.day);
      sore = true;
    }
    last = day.day;
  }
  return starts;
}

std::optional<Day> programme_start(const std::vector<SessionLog>& sessions, Day today) {
  std::set<Day> days;
  for (const SessionLog& log : sessions) {
    if (std::ranges::any_of(log.items, &ItemDone::started)) days.insert(std::min(log.day(), today));
  }
  if (days.empty() || *days.rbegin() < today - kSilentDays) return std::nullopt;
  Day start = *days.rbegin();
  for (auto day = days.rbegin(); day != days.rend() && start - *day <= kSilentDays; ++day) {
    start = *day;
  }
  return start;
}

std::vector<Escalated> escalations(const Record& record, const Knowledge& knowledge,
                                   const std::vector<SessionLog>& sessions,
                                   const std::vector<GivenClearance>& clearances, const Now& now) {
  Course course;
  course.today = now.today();
  course.days = pain_by_day(pain_at_rest(record, sessions, now));
  course.starts = episodes(course.days);
  course.programme = programme_start(sessions, course.today);
  course.onset = onset_said(record, now);
  if (!course.onset && !course.starts.empty()) course.onset = course.starts.back();

  std::optional<Day> cleared;
  for (const GivenClearance& one : clearances) {
    if (one.state != GivenClearance::State::valid) continue;
    cleared = std::max(cleared.value_or(one.given), one.given);
  }
  if (course.programme && cleared) course.programme = std::max(*course.programme, *cleared);

  std::vector<Escalated> found;
  for (std::size_t i = 0; i < knowledge.escalations.size(); ++i) {
    auto escalated = look(knowledge.escalations[i], course);
    if (!escalated) continue;
    escalated->escalation = static_cast<int>(i);
    escalated->level = knowledge.escalations[i].level;
    escalated->cleared = cleared && *cleared >= escalated->since;
    found.push_back(std::move(*escalated));
  }
  sort_stably(found, [](const Escalated& a, const Escalated& b) { return a.level > b.level; });
  return found;
}

bool halve_dose(const std::vector<Escalated>& escalated) {
  return std::ranges::any_of(escalated, [](const Escalated& one) {
    return !one.cleared && one.level == Level::gentle_with_modifications;
  });
}

bool stops_plan(const std::vector<Escalated>& escalated) {
  return std::ranges::any_of(escalated, [](const Escalated& one) {
    return !one.cleared && one.level >= Level::see_professional_first;
  });
}

}  // namespace limber
