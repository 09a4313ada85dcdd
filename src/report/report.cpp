#include "report/report.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "body/names.h"
#include "record/answers_kept.h"
#include "record/diary.h"
#include "record/kinds.h"
#include "record/verdicts.h"
#include "screen/explain.h"

namespace limber {
namespace {

// Facts about medicines, to be named on their own.
constexpr std::array<std::string_view, 2> kMedicineFacts = {"blood_thinner", "long_steroids"};

bool is_medicine(const Fact& fact) {
  return std::ranges::find(kMedicineFacts, fact.id) != kMedicineFacts.end();
}

std::string say(const Catalogue& texts, const Fact& fact) {
  return texts.text("fact." + fact.id + ".say");
}

std::string cites(const Knowledge& knowledge, const std::vector<std::string>& ids) {
  std::vector<std::string> cited;
  for (const std::string& id : ids) {
    const auto found = std::ranges::find(knowledge.sources, id, &Source::id);
    // What was only recalled is never shown on its own.
    if (found != knowledge.sources.end() && found->evidence != Evidence::recalled) {
      cited.push_back(found->cite);
    }
  }
  return join(cited, "; ");
}

ReportReason reason(const FiredRule& fired, const Knowledge& knowledge, const Catalogue& texts) {
  ReportReason reason;
  reason.rule = fired.rule;
  reason.level = texts.text("level." + std::string(level_id(fired.level)) + ".title");
  reason.why = texts.text("rule." + fired.rule + ".why");
  reason.by_doubt = fired.by_doubt;
  reason.cleared = fired.cleared;
  const int rule = knowledge.rule(fired.rule);
  if (rule >= 0) {
    reason.sources = cites(knowledge, knowledge.rules[static_cast<std::size_t>(rule)].sources);
  }
  return reason;
}

void add_answer(ReportModel& model, const Catalogue& texts, const Fact& fact,
                const Answer& answer) {
  if (fact.plan_only || answer.state == Answer::State::not_asked) return;
  switch (answer.state) {
    case Answer::State::number:
      model.values.emplace_back(
          say(texts, fact), std::string(trim(number_text(answer.number) + " " +
                                             texts.text_or_empty("fact." + fact.id + ".unit"))));
      return;
    case Answer::State::choice:
      model.values.emplace_back(say(texts, fact),
                                texts.text("fact." + fact.id + ".option." +
                                           fact.options[static_cast<std::size_t>(answer.choice)]));
      return;
    case Answer::State::yes:
      if (is_medicine(fact)) model.medicines.push_back(say(texts, fact));
      // "Yes" to what worries when it is no is good news, and is not listed among the signs.
      if (fact.worry != Fact::Worry::no) model.yes.push_back(say(texts, fact));
      return;
    case Answer::State::no:
      if (fact.worry == Fact::Worry::no) {
        model.yes.push_back(texts.text("report.no_to", {{"what", say(texts, fact)}}));
      }
      return;
    case Answer::State::not_sure:
      model.not_sure.push_back(say(texts, fact));
      return;
    case Answer::State::not_asked:
      return;
  }
}

void add_screening(ReportModel& model, const Record& record, const Knowledge& knowledge,
                   const Catalogue& texts) {
  const Entry* last = nullptr;
  for (const Entry& entry : record.entries) {
    if (entry.event.kind == kinds::kScreened) last = &entry;
  }
  const auto verdicts = verdict_history(record);
  if (last == nullptr || verdicts.empty()) return;
  const PastVerdict& past = verdicts.back();
  const std::string level(level_id(past.verdict.level));
  model.level = texts.text("level." + level + ".title");
  model.checked_on = day_text(local_day(past.at_ms, past.offset_min));
  model.what_to_do = texts.text("level." + level + ".do");
  for (const FiredRule& fired : past.verdict.fired) {
    model.reasons.push_back(reason(fired, knowledge, texts));
  }
  const Sheet sheet = answers_of(knowledge, last->data, last->event.at_ms).answers;
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    add_answer(model, texts, knowledge.facts[i], sheet[i]);
  }
  const Absent absent_signs = absent(knowledge, sheet, Level::urgent_same_day);
  for (const int fact : absent_signs.not_found) {
    model.not_found.push_back(say(texts, knowledge.facts[static_cast<std::size_t>(fact)]));
  }
  for (const int fact : absent_signs.not_asked) {
    model.not_asked.push_back(say(texts, knowledge.facts[static_cast<std::size_t>(fact)]));
  }
}

ReportSession session_line(const SessionLog& log, const Catalogue& texts) {
  ReportSession line;
  line.day = day_text(log.day());
  std::vector<std::string> names;
  for (const ItemDone& item : log.items) {
    if (!item.started || item.warm_up) continue;
    names.push_back(texts.text("technique." + item.technique + ".name"));
  }
  line.techniques = names.empty() ? texts.text("report.session.nothing") : join(names, ", ");
  if (log.pain_before) line.pain = number_text(*log.pain_before);
  if (log.pain_after) line.pain += " > " + number_text(*log.pain_after);
  if (log.pain_next_day) {
    line.pain += (line.pain.empty() ? "" : ", ") +
                 texts.text("report.session.next_day", {{"pain", number_text(*log.pain_next_day)}});
  }
  line.ending = log.stop_reason.empty()
                    ? texts.text(log.finished ? "report.session.done" : "report.session.open")
                    : texts.text("report.session.stopped." + log.stop_reason);
  return line;
}

void add_course(ReportModel& model, const Record& record, const Knowledge& knowledge,
                const Catalogue& texts, const std::vector<SessionLog>& sessions,
                const std::vector<GivenClearance>& clearances, const Now& now) {
  const auto days = pain_by_day(pain_at_rest(record, sessions, now));
  if (const auto onset = onset_said(record, now)) {
    const Day weeks = (now.today() - *onset) / 7;
    model.course.push_back(texts.text("report.course.onset", {{"weeks", std::to_string(weeks)}}));
  }
  if (!days.empty()) {
    const auto [least, most] = std::ranges::minmax_element(days, {}, &DayPain::pain);
    model.course.push_back(
        texts.text("report.course.pain", {{"days", std::to_string(days.size())},
                                          {"first", number_text(days.front().pain)},
                                          {"first_day", day_text(days.front().day)},
                                          {"last", number_text(days.back().pain)},
                                          {"last_day", day_text(days.back().day)},
                                          {"low", number_text(least->pain)},
                                          {"high", number_text(most->pain)}}));
  }
  const auto pops = all_pops(record, sessions);
  if (!pops.empty()) {
    const auto painful = std::ranges::count_if(pops, &DiaryPop::painful);
    model.course.push_back(
        texts.text("report.course.pops",
                   {{"pops", std::to_string(pops.size())}, {"painful", std::to_string(painful)}}));
  }
  for (const Escalated& one : escalations(record, knowledge, sessions, clearances, now)) {
    const Escalation& escalation = knowledge.escalations[static_cast<std::size_t>(one.escalation)];
    model.course.push_back(texts.text("escalation." + escalation.id + ".title", one.facts));
  }
  for (const GivenClearance& given : clearances) {
    constexpr std::array<const char*, 4> kState = {"valid", "expired", "ended", "future"};
    model.course.push_back(
        texts.text(std::string("report.clearance.") + kState[static_cast<std::size_t>(given.state)],
                   {{"who", given.clearance.who}, {"date", given.clearance.date}}));
  }
}

}  // namespace

ReportModel report_of(const Record& record, const Knowledge& knowledge, const Catalogue& texts,
                      const std::vector<GivenClearance>& clearances, const Now& now) {
  ReportModel model;
  model.made_on = day_text(now.today()) + " " + time_text(now.at_ms, now.offset_min);
  model.knowledge = knowledge.version;
  model.reviewed = !knowledge.reviewed_by.empty();
  add_screening(model, record, knowledge, texts);
  const std::vector<SessionLog> sessions = session_logs(record);
  add_course(model, record, knowledge, texts, sessions, clearances, now);
  for (auto log = sessions.rbegin(); log != sessions.rend(); ++log) {
    model.sessions.push_back(session_line(*log, texts));
  }
  model.sessions_in_all = sessions.size();
  const auto days = diary(record, sessions);
  for (auto day = days.rbegin(); day != days.rend(); ++day) {
    for (const DiaryNote& note : day->notes) {
      model.notes.emplace_back(day_text(day->day), note.text);
    }
  }
  return model;
}

}  // namespace limber
