// The use-cases that tell how it went: log (the diary, newest first), trend, and the report for a
// professional.
#include "app/recorded.h"
#include "app/show.h"
#include "base/object.h"
#include "base/text.h"
#include "body/names.h"
#include "knowledge/answers.h"
#include "record/diary.h"
#include "record/places.h"
#include "record/trend.h"
#include "report/page.h"

namespace limber {
namespace {

constexpr std::int64_t kMostEntries = 100'000;
constexpr std::int64_t kMostWeeks = 520;
constexpr int kWeekDays = 7;

Json optional_number(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json show_session(const Core& core, const Catalogue& texts, const SessionLog& session) {
  Json items = Json::array();
  for (const ItemDone& item : session.items) {
    const int index = core.knowledge().technique(item.technique);
    // A technique of a pack that was removed since has no name any more.
    const std::string name =
        index < 0 ? item.technique : texts.text("technique." + item.technique + ".name");
    items.push_back(object_of({{"technique", item.technique},
                               {"name", name},
                               {"warm_up", item.warm_up},
                               {"started", item.started},
                               {"finished", item.finished},
                               {"skipped", item.skipped},
                               {"eased", item.eased},
                               {"hurt", item.hurt},
                               {"pain", optional_number(item.pain)}}));
  }
  return object_of(
      {{"session", session.id},
       {"at", instant_text(session.started_ms, session.offset_min)},
       {"time", time_text(session.started_ms, session.offset_min)},
       {"minutes", static_cast<double>(session.last_ms - session.started_ms) / 60'000.0},
       {"items", std::move(items)},
       {"pain_before", optional_number(session.pain_before)},
       {"pain_after", optional_number(session.pain_after)},
       {"pain_next_day", optional_number(session.pain_next_day)},
       {"pops", session.pops.size()},
       {"finished", session.finished},
       {"stopped", session.stop_reason}});
}

Json show_scores(const std::vector<DiaryScore>& scores) {
  Json list = Json::array();
  for (const DiaryScore& score : scores) {
    list.push_back(object_of({{"id", score.event},
                              {"time", time_text(score.at_ms, score.offset_min)},
                              {"score", score.score},
                              {"place", score.place},
                              {"corrected", score.corrected}}));
  }
  return list;
}

Json show_day(const Core& core, const Catalogue& texts, const DiaryDay& day) {
  Json sessions = Json::array(), verdicts = Json::array(), pops = Json::array(),
       notes = Json::array();
  for (const SessionLog& session : day.sessions) {
    sessions.push_back(show_session(core, texts, session));
  }
  for (const PastVerdict& verdict : day.verdicts) {
    const std::string level(level_id(verdict.verdict.level));
    verdicts.push_back(object_of({{"time", time_text(verdict.at_ms, verdict.offset_min)},
                                  {"level", level},
                                  {"title", texts.text("level." + level + ".title")},
                                  {"knowledge", verdict.knowledge}}));
  }
  for (const DiaryPop& pop : day.pops) {
    pops.push_back(object_of({{"id", pop.event},
                              {"time", time_text(pop.at_ms, pop.offset_min)},
                              {"place", pop.place},
                              {"technique", pop.technique},
                              {"painful", pop.painful},
                              {"deliberate", pop.deliberate},
                              {"since_last_min", optional_number(pop.since_last_min)}}));
  }
  for (const DiaryNote& note : day.notes) {
    notes.push_back(object_of({{"id", note.event},
                               {"time", time_text(note.at_ms, note.offset_min)},
                               {"text", note.text},
                               {"corrected", note.corrected}}));
  }
  return object_of({{"day", day_text(day.day)},
                    {"sessions", std::move(sessions)},
                    {"verdicts", std::move(verdicts)},
                    {"pain", show_scores(day.pain)},
                    {"stiffness", show_scores(day.stiffness)},
                    {"pops", std::move(pops)},
                    {"notes", std::move(notes)}});
}

Result<Json> log(Core& core, Reader& in) {
  const auto limit = static_cast<std::size_t>(in.integer_or("limit", 1, kMostEntries, 20));
  if (in.error()) return std::unexpected(*in.error());
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  const auto days = diary(recorded->record, recorded->sessions);
  Json shown = Json::array();
  for (std::size_t i = days.size(); i > 0 && shown.size() < limit; --i) {
    shown.push_back(show_day(core, texts, days[i - 1]));
  }
  const auto timer =
      pop_timer(all_pops(recorded->record, recorded->sessions), core.knowledge(), recorded->now);
  return object_of({{"days", std::move(shown)},
                    {"all", days.size()},
                    {"pop_timer", show_pop_timer(core, texts, timer)}});
}

Json points(const std::vector<Point>& series) {
  Json list = Json::array();
  for (const Point& point : series) {
    list.push_back(object_of({{"day", day_text(point.day)}, {"value", point.value}}));
  }
  return list;
}

Json show_place_scores(const PlaceScores& scores) {
  if (scores.count == 0) return nullptr;
  return object_of({{"count", scores.count},
                    {"last", scores.last},
                    {"last_day", day_text(scores.last_day)},
                    {"most", scores.most}});
}

Json show_places(const std::vector<Place>& places) {
  Json list = Json::array();
  for (const Place& place : places) {
    list.push_back(object_of({{"place", place.place},
                              {"pain", show_place_scores(place.pain)},
                              {"stiffness", show_place_scores(place.stiffness)},
                              {"pops", place.pops}}));
  }
  return list;
}

Result<Json> trend_of(Core& core, Reader& in) {
  const auto weeks = static_cast<int>(in.integer_or("weeks", 1, kMostWeeks, 8));
  if (in.error()) return std::unexpected(*in.error());
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  const Trend series =
      trend(recorded->record, recorded->sessions, recorded->now, weeks * kWeekDays);
  return object_of({{"from", day_text(series.from)},
                    {"to", day_text(series.to)},
                    {"pain", points(series.pain)},
                    {"stiffness", points(series.stiffness)},
                    {"sessions", points(series.sessions)},
                    {"places", show_places(places(recorded->record, recorded->sessions,
                                                  recorded->now, weeks * kWeekDays))}});
}

Result<Json> report(Core& core, Reader& in) {
  const auto columns =
      static_cast<std::size_t>(in.integer_or("columns", kLeastColumns, kMostColumns, kPageColumns));
  if (in.error()) return std::unexpected(*in.error());
  const Catalogue& texts = core.texts(in.text_or("lang", "en"));
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  const auto given =
      clearances(recorded->record, core.knowledge(), recorded->now, blank_sheet(core.knowledge()));
  const ReportModel model =
      report_of(recorded->record, core.knowledge(), texts, given, recorded->now);
  return object_of({{"text", join(report_page(model, texts, columns), "\n") + "\n"},
                    {"made_on", model.made_on}});
}

constexpr UseCase kDiaryUseCases[] = {{"log", log}, {"trend", trend_of}, {"report", report}};

}  // namespace

std::span<const UseCase> diary_use_cases() {
  return kDiaryUseCases;
}

}  // namespace limber
