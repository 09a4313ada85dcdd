// The steps of the way that have to do with the record.
#include "faces/cli/exit_code.h"
#include "faces/cli/verdict_view.h"
#include "faces/cli/way.h"
#include "session/events.h"

namespace limber::cli {
namespace {

constexpr const char* kConsentVersion = "1";

// One number from 0 to 10 on a page of its own.
Page score_page(const Catalogue& words, const std::string& title, const std::string& ask) {
  Page page;
  page.screen = title;
  page.title = words.text(title);
  Item item;
  item.fact = "score";
  item.kind = Item::Kind::number;
  item.ask = words.text(ask);
  item.low = 0, item.high = 10;
  page.items.push_back(item);
  return page;
}

Result<void> append(Way& way, const std::string& kind, Json payload) {
  const auto kept = way.machine.call(
      "record.append",
      Json{{"events", Json::array({Json{{"kind", kind}, {"payload", std::move(payload)}}})}});
  if (!kept) return std::unexpected(kept.error());
  return {};
}

Next next_of(const std::string& chosen) {
  return chosen == "quit" ? Next::quit : Next::go_on;
}

// Urgent advice stays in sight until a later check comes to something milder.
Next show_last_warning(Way& way, Reader& today) {
  const Json& last = today.object("last");
  const Level level = level_of(last);
  if (level < Level::urgent_same_day) return Next::go_on;
  const Catalogue& words = way.words();
  Reader in(last, "");
  const std::string id = in.text_or("level", "");
  const Help help = help_in(way.machine.app().core().knowledge(), way.machine.country());
  Document body{text(words.text("ui.last.when", {{"day", in.text_or("at", "").substr(0, 10)}}))};
  if (level == Level::emergency_now && !help.emergency.empty()) {
    body.push_back(text(words.text("ui.verdict.call_emergency",
                                   {{"country", help.country}, {"emergency", help.emergency}}),
                        Ink::stop));
  }
  body.push_back(text(words.text("level." + id + ".do")));
  if (today.flag_or("neck_locked", false)) body.push_back(text(words.text("ui.last.neck_locked")));
  body.push_back(text(words.text("ui.last.again")));
  const Notice notice{level_shape(level, way.conversation.look()) + " " + in.text_or("title", ""),
                      level_ink(level),
                      body,
                      {{"go_on", 0, words.text("ui.go_on")}}};
  return next_of(way.asker().show(notice));
}

// Asked once, where the system does not tell: without it no number to call can be shown.
Result<Next> ask_country(Way& way) {
  Page page;
  page.screen = "country";
  page.title = way.words().text("ui.country.title");
  Item item;
  item.fact = "country";
  item.kind = Item::Kind::text;
  item.ask = way.words().text("ui.country.ask");
  item.low = 0, item.high = 2;
  page.items.push_back(item);
  PageState state = open_page(page);
  const Step step = way.asker().ask(page, state);
  if (step == Step::quit) return Next::quit;
  const std::string code = country_code(state.marks.items[0].typed);
  if (step == Step::back || code.empty()) return Next::go_on;
  const auto kept = way.machine.set("country", Json(code));
  if (!kept) return std::unexpected(kept.error());
  return Next::go_on;
}

}  // namespace

Result<Next> ask_consent(Way& way) {
  const Catalogue& words = way.words();
  const Notice notice{words.text("ui.consent.title"),
                      Ink::calm,
                      {text(words.text("ui.consent.what")), text(words.text("ui.consent.where")),
                       text(words.text("ui.consent.choice"))},
                      {{"yes", 'y', words.text("ui.consent.yes")},
                       {"no", 'n', words.text("ui.consent.no")},
                       {"quit", 'q', words.text("ui.leave")}}};
  const std::string chosen = way.asker().show(notice);
  if (chosen != "yes") return next_of(chosen);
  const auto opened = way.machine.open_record([] { return std::nullopt; });
  if (!opened) return std::unexpected(opened.error());
  const auto kept = append(way, "consent", {{"what", "record"}, {"version", kConsentVersion}});
  if (!kept) return std::unexpected(kept.error());
  return way.machine.country().empty() ? ask_country(way) : Next::go_on;
}

Result<void> look_at_today(Way& way) {
  if (!way.remembers()) return {};
  auto today = way.machine.call("today", Json::object());
  if (!today) return std::unexpected(today.error());
  way.today = std::move(*today);
  return {};
}

Result<Next> ask_next_day(Way& way) {
  Reader today(way.today, "");
  if (!today.has("next_day")) return Next::go_on;
  Reader open(today.object("next_day"), "");
  const Catalogue& words = way.words();
  Page page = score_page(words, "ui.next_day.title", "ui.next_day.ask");
  page.title = words.text("ui.next_day.title", {{"day", open.text_or("day", "")}});
  PageState state = open_page(page);
  const Step step = way.asker().ask(page, state);
  if (step == Step::quit) return Next::quit;
  if (step == Step::back || state.marks.items[0].tick == Tick::not_sure) return Next::go_on;
  SessionEvent event;
  event.kind = SessionEvent::Kind::next_day;
  event.session = open.text_or("session", "");
  event.pain =
      static_cast<int>(typed_number(page.items[0], state.marks.items[0].typed).value_or(0));
  const auto payload = parse_json(session_payload(event));
  if (!payload) return std::unexpected(payload.error());
  const auto kept = append(way, "session.next_day", *payload);
  if (!kept) return std::unexpected(kept.error());
  const auto looked = look_at_today(way);
  if (!looked) return std::unexpected(looked.error());
  return Next::go_on;
}

Result<Next> show_notices(Way& way) {
  Reader today(way.today, "");
  const Catalogue& words = way.words();
  if (today.has("last") && show_last_warning(way, today) == Next::quit) return Next::quit;
  if (today.has("escalations")) {
    for (const Json& each : today.array("escalations")) {
      Reader in(each, "");
      if (in.flag_or("cleared", false)) continue;
      const Level level = level_of(each);
      Document body{text(in.text_or("why", ""))};
      for (const Json& source : in.array("sources")) {
        body.push_back(note(source_line(source, words)));
      }
      if (level >= Level::see_professional_first) {
        body.push_back(text(words.text("ui.escalation.no_plan"), Ink::care));
      }
      const Notice notice{
          level_shape(level, way.conversation.look()) + " " + in.text_or("title", ""),
          level_ink(level),
          body,
          {{"go_on", 0, words.text("ui.go_on")}}};
      if (way.asker().show(notice) == "quit") return Next::quit;
    }
  }
  if (!today.has("crack_habit")) return Next::go_on;
  Reader habit(today.object("crack_habit"), "");
  if (!habit.flag_or("habit", false)) return Next::go_on;
  const auto said = way.machine.call("explain", Json{{"id", "urge_growing"}});
  if (!said) return std::unexpected(said.error());
  Reader statement(*said, "");
  Document body{text(statement.text_or("text", ""))};
  for (const Json& source : statement.array("sources")) {
    body.push_back(note(source_line(source, words)));
  }
  return next_of(way.asker().show(
      {words.text("ui.habit.title"), Ink::care, body, {{"go_on", 0, words.text("ui.go_on")}}}));
}

Result<void> keep_check(Way& way, const Interview& interview) {
  if (!way.remembers()) return {};
  Json input = interview.sheet();
  input["asked"] = Json::array();
  const Json asked = interview.asked();
  for (const auto& item : asked.items()) input["asked"].push_back(item.key());
  const auto kept = way.machine.call("record.screened", input);
  if (!kept) return std::unexpected(kept.error());
  Reader before(way.today, "");
  const Json& known = before.any("clearance");
  if (interview.clearance().is_object() && interview.clearance() != known) {
    const auto given = append(way, "clearance.given", interview.clearance());
    if (!given) return given;
  }
  return look_at_today(way);
}

Result<Next> show_changes(Way& way) {
  Reader today(way.today, "");
  if (!today.has("changed")) return Next::go_on;
  Reader changed(today.object("changed"), "");
  const Catalogue& words = way.words();
  const std::string before = changed.text_or("before", ""), after = changed.text_or("after", "");
  Document body;
  if (before != after) {
    body.push_back(
        text(words.text("ui.changed.level", {{"before", words.text("level." + before + ".title")},
                                             {"after", words.text("level." + after + ".title")}})));
  }
  for (const Json& answer : changed.array("answers")) {
    Reader each(answer, "");
    const std::string shift = each.text_or("shift", "");
    if (shift == "same") continue;
    body.push_back(bullet(words.text("ui.changed.answer", {{"what", each.text_or("say", "")},
                                                           {"before", each.text_or("before", "")},
                                                           {"after", each.text_or("after", "")}}),
                          shift == "worse" ? Ink::care : Ink::plain));
  }
  if (body.empty()) return Next::go_on;
  const Notice notice{
      words.text("ui.changed.title"), Ink::strong, body, {{"go_on", 0, words.text("ui.go_on")}}};
  return next_of(way.asker().show(notice));
}

Result<Next> ask_afterwards(Way& way) {
  const Catalogue& words = way.words();
  Page page = score_page(words, "ui.after.title", "ui.after.stiffness");
  Item line;
  line.fact = "note";
  line.kind = Item::Kind::text;
  line.low = 0, line.high = 200;
  line.ask = words.text("ui.after.note");
  page.items.push_back(line);
  if (!way.remembers()) return Next::go_on;
  PageState state = open_page(page);
  const Step step = way.asker().ask(page, state);
  if (step != Step::accept) return step == Step::quit ? Next::quit : Next::go_on;
  const Json said = answers(page, state.marks);
  Reader in(said, "");
  if (const auto score = as_number(in.any("score"))) {
    const auto kept = append(way, "stiffness.noted", {{"score", *score}});
    if (!kept) return std::unexpected(kept.error());
  }
  const std::string noted = in.text_or("note", "");
  if (!noted.empty()) {
    const auto kept = append(way, "note", {{"text", noted}});
    if (!kept) return std::unexpected(kept.error());
  }
  return Next::go_on;
}

}  // namespace limber::cli
