#include "record/clearance.h"

#include <algorithm>
#include <set>

#include "base/object.h"
#include "record/kinds.h"

namespace limber {
namespace {

constexpr double kWeeksByDefault = 12;
constexpr std::int64_t kRescreenMs = kDayMs;  // a screening this soon after a stop belongs to it

Day lasting_days(const Knowledge& knowledge) {
  const auto found = knowledge.numbers.find("clearance_weeks");
  const double weeks = found == knowledge.numbers.end() ? kWeeksByDefault : found->second;
  // A clinician may shorten it, never lengthen it.
  return static_cast<Day>(std::clamp(weeks, 0.0, kWeeksByDefault) * 7);
}

// Marks the facts that worry more in `after` than in `before`.
void find_news(const Worrying& worrying, const Sheet& before, const Sheet& after,
               std::set<int>& facts) {
  for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
    const bool asked = after[i].state != Answer::State::not_asked;
    if (asked && worrying.shift(static_cast<int>(i), before[i], after[i]) == Shift::worse) {
      facts.insert(static_cast<int>(i));
    }
  }
}

// What every screening after that moment, and what is being answered now, brought that is new.
std::vector<int> news_since(std::int64_t noted_ms, const Record& record, const Knowledge& knowledge,
                            const Worrying& worrying, const Sheet& current) {
  const Sheet then = latest_answers(record, knowledge, noted_ms).answers;
  std::set<int> facts;
  for (const Entry& entry : record.entries) {
    if (entry.event.kind != kinds::kScreened || entry.event.at_ms <= noted_ms) continue;
    const TimedSheet later = answers_of(knowledge, entry.data, entry.event.at_ms);
    find_news(worrying, then, later.answers, facts);
  }
  find_news(worrying, then, current, facts);
  return {facts.begin(), facts.end()};
}

// The moment a nerve or vessel symptom came up in a session or right after its stop.
std::optional<std::int64_t> nerve_stop(const SessionLog& log, const Knowledge& knowledge,
                                       const std::vector<PastVerdict>& verdicts) {
  if (log.nerve) return log.nerve_ms;
  if (log.stop_reason.empty()) return std::nullopt;
  for (const PastVerdict& past : verdicts) {
    if (past.at_ms < log.stopped_ms || past.at_ms > log.stopped_ms + kRescreenMs) continue;
    for (const FiredRule& fired : past.verdict.fired) {
      const int rule = knowledge.rule(fired.rule);
      if (rule >= 0 && knowledge.rules[static_cast<std::size_t>(rule)].nerve_or_vessel) {
        return past.at_ms;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

Json to_json(const Clearance& clearance) {
  return object_of({{"who", clearance.who}, {"date", clearance.date}, {"rules", clearance.rules}});
}

std::optional<Clearance> read_clearance(const Json& data) {
  Reader in(data, "");
  Clearance clearance{in.text("who"), in.text("date"), in.texts_or_none("rules")};
  if (in.error() || !parse_day(clearance.date)) return std::nullopt;
  return clearance;
}

std::vector<GivenClearance> clearances(const Record& record, const Knowledge& knowledge,
                                       const Now& now, const Sheet& current) {
  using State = GivenClearance::State;
  std::vector<GivenClearance> given;
  const Worrying worrying(knowledge);
  for (const Entry& entry : record.entries) {
    if (entry.event.kind != kinds::kClearance) continue;
    auto clearance = read_clearance(entry.data);
    if (!clearance) continue;
    GivenClearance one{
        entry.event.id, entry.event.at_ms, std::move(*clearance), 0, 0, State::valid, {}};
    one.given = *parse_day(one.clearance.date);
    one.last_day = one.given + lasting_days(knowledge) - 1;
    one.news = news_since(entry.event.at_ms, record, knowledge, worrying, current);
    // A day's grace for the date alone: it may be today already where the professional is.
    const bool ahead = !age_ms(entry.event.at_ms, now) || one.given > now.today() + 1;
    if (ahead) {
      one.state = State::from_the_future;
    } else if (now.today() > one.last_day) {
      one.state = State::expired;
    } else if (!one.news.empty()) {
      one.state = State::ended_by_news;
    }
    given.push_back(std::move(one));
  }
  return given;
}

std::optional<Clearance> clearance_in_force(const std::vector<GivenClearance>& clearances) {
  std::optional<Clearance> whole;
  for (const GivenClearance& one : clearances) {
    if (one.state != GivenClearance::State::valid) continue;
    if (!whole) {
      whole = one.clearance;
      continue;
    }
    // No rules named means all of them, and stays so.
    const bool all = whole->rules.empty() || one.clearance.rules.empty();
    std::vector<std::string> rules = whole->rules;
    rules.insert(rules.end(), one.clearance.rules.begin(), one.clearance.rules.end());
    *whole = one.clearance;
    whole->rules = all ? std::vector<std::string>{} : std::move(rules);
  }
  return whole;
}

NeckLock neck_lock(const Record& record, const Knowledge& knowledge,
                   const std::vector<SessionLog>& sessions,
                   const std::vector<GivenClearance>& clearances) {
  NeckLock lock;
  const std::vector<PastVerdict> verdicts = verdict_history(record);
  for (const SessionLog& log : sessions) {
    const auto stop = nerve_stop(log, knowledge, verdicts);
    if (!stop || *stop < lock.since_ms) continue;
    lock = {true, *stop, log.id};
  }
  for (const GivenClearance& one : clearances) {
    const bool counts = one.state == GivenClearance::State::valid;
    if (counts && one.noted_ms > lock.since_ms) lock.locked = false;
  }
  return lock;
}

}  // namespace limber
