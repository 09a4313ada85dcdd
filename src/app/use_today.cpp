// The use-case `today`: everything the record says about this person now. What need not be asked
// again, how it stood last time and what changed, whether it is time to have it looked at, what is
// locked or cleared, and which session or question is still open.
#include "app/recorded.h"
#include "app/sheet.h"
#include "app/show.h"
#include "base/object.h"
#include "body/names.h"
#include "body/plan_json.h"
#include "knowledge/answers.h"
#include "record/answers_kept.h"
#include "record/diary.h"
#include "record/verdicts.h"

namespace limber {
namespace {

std::string when_text(std::int64_t at_ms, std::int32_t offset_min) {
  return instant_text(at_ms, offset_min);
}

Json known_answers(const Core& core, const TimedSheet& sheet) {
  const Knowledge& knowledge = core.knowledge();
  Json answers = Json::object();
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    if (sheet.answers[i].state == Answer::State::not_asked) continue;
    answers[knowledge.facts[i].id] = write_answer(knowledge.facts[i], sheet.answers[i]);
  }
  return answers;
}

Json last_verdict(const Catalogue& texts, const Recorded& recorded) {
  const auto history = verdict_history(recorded.record);
  if (history.empty()) return nullptr;
  const PastVerdict& last = history.back();
  const std::string level(level_id(last.verdict.level));
  return object_of({{"level", level},
                    {"title", texts.text("level." + level + ".title")},
                    {"at", when_text(last.at_ms, last.offset_min)},
                    {"fresh", verdict_fresh(last, recorded.now)},
                    {"complete", last.verdict.complete},
                    {"knowledge", last.knowledge}});
}

Json rule_list(const Catalogue& texts, const std::vector<std::string>& rules) {
  Json list = Json::array();
  for (const std::string& rule : rules) {
    list.push_back(object_of({{"rule", rule}, {"why", texts.text("rule." + rule + ".why")}}));
  }
  return list;
}

Json changed(const Core& core, const Catalogue& texts, const Recorded& recorded) {
  const auto change = change_since_last(recorded.record, core.knowledge());
  if (!change) return nullptr;
  constexpr const char* kShifts[] = {"same", "better", "worse", "different"};
  Json answers = Json::array();
  for (const AnswerChange& each : change->answers) {
    const Fact& fact = core.knowledge().facts[static_cast<std::size_t>(each.fact)];
    answers.push_back(object_of({{"fact", fact.id},
                                 {"say", texts.text("fact." + fact.id + ".say")},
                                 {"before", show_answer(texts, fact, each.before)},
                                 {"after", show_answer(texts, fact, each.after)},
                                 {"shift", kShifts[static_cast<std::size_t>(each.shift)]}}));
  }
  return object_of({{"before", level_id(change->before)},
                    {"after", level_id(change->after)},
                    {"rules_new", rule_list(texts, change->rules_new)},
                    {"rules_gone", rule_list(texts, change->rules_gone)},
                    {"answers", std::move(answers)}});
}

Json notices(const Core& core, const Catalogue& texts, const Outlook& outlook) {
  Json list = Json::array();
  for (const Escalated& each : outlook.escalated) {
    const Escalation& escalation =
        core.knowledge().escalations[static_cast<std::size_t>(each.escalation)];
    const std::string key = "escalation." + escalation.id;
    list.push_back(object_of({{"id", escalation.id},
                              {"level", level_id(each.level)},
                              {"title", texts.text(key + ".title", each.facts)},
                              {"why", texts.text(key + ".why", each.facts)},
                              {"since", day_text(each.since)},
                              {"cleared", each.cleared},
                              {"sources", show_sources(core, escalation.sources)}}));
  }
  return list;
}

Json open_session(const Recorded& recorded) {
  const auto session = unfinished_session(recorded.sessions, recorded.now);
  if (!session) return nullptr;
  return object_of({{"session", session->id},
                    {"started", when_text(session->started_ms, session->offset_min)},
                    {"plan", to_json(session->plan)}});
}

Json next_day_question(const Recorded& recorded) {
  const SessionLog* session = awaits_next_day(recorded.sessions, recorded.now);
  if (session == nullptr) return nullptr;
  Json out = object_of({{"session", session->id}, {"day", day_text(session->day())}});
  if (session->pain_before) out["pain_before"] = *session->pain_before;
  return out;
}

Json clearance_now(const Outlook& outlook) {
  const auto clearance = clearance_in_force(outlook.clearances);
  if (!clearance) return nullptr;
  return to_json(*clearance);
}

Json show_history(const History& history) {
  Json techniques = Json::array();
  for (const TechniqueHistory& technique : history.techniques) {
    Json days = Json::array();
    for (const DoneDay& day : technique.days) {
      days.push_back(
          object_of({{"day", day_text(day.day)}, {"easy", day.easy}, {"flare", day.flare}}));
    }
    techniques.push_back(
        object_of({{"technique", technique.technique}, {"days", std::move(days)}}));
  }
  return object_of({{"today", day_text(history.today)},
                    {"neck_locked", history.neck_locked},
                    {"halve", history.halve},
                    {"techniques", std::move(techniques)}});
}

// The country as a setting, for the numbers to call.
Result<Json> today(Core& core, Reader& in) {
  const auto input = read_sheet(core, in);
  if (!input) return std::unexpected(input.error());
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  const Outlook outlook = outlook_of(core, *recorded, input->sheet);
  const auto pops = all_pops(recorded->record, recorded->sessions);
  const CrackHabit habit = crack_habit(pops, core.knowledge(), recorded->now);
  return object_of(
      {{"day", day_text(recorded->now.today())},
       {"answers",
        known_answers(core, fresh_answers(recorded->record, core.knowledge(), recorded->now))},
       {"last", last_verdict(texts, *recorded)},
       {"changed", changed(core, texts, *recorded)},
       {"escalations", notices(core, texts, outlook)},
       {"stops_plan", stops_plan(outlook.escalated)},
       {"open_session", open_session(*recorded)},
       {"next_day", next_day_question(*recorded)},
       {"neck_locked", outlook.lock.locked},
       {"clearance", clearance_now(outlook)},
       {"crack_habit", object_of({{"habit", habit.habit}, {"most_in_a_day", habit.most_in_a_day}})},
       {"pop_timer", show_pop_timer(core, texts, pop_timer(pops, core.knowledge(), recorded->now))},
       {"sessions", recorded->sessions.size()},
       {"settings", settings_of(recorded->record)},
       {"history", show_history(outlook.history)},
       {"unreadable", recorded->record.unreadable}});
}

constexpr UseCase kTodayUseCases[] = {{"today", today}};

}  // namespace

std::span<const UseCase> today_use_cases() {
  return kTodayUseCases;
}

}  // namespace limber
