// limber log and limber trend: how it went.
#include <algorithm>
#include <cmath>

#include "base/day.h"
#include "base/text.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/record_access.h"
#include "faces/cli/run.h"
#include "report/plot.h"

namespace limber::cli {
namespace {

std::string number_of(Reader& in, const char* name) {
  const auto value = as_number(in.any(name));
  return value ? number_text(*value) : "";
}

// "14:05 Session, 8 min: Chin tuck, Seated rotation. Pain 4 before, 3 after."
void add_session(Document& body, const Json& session, const Catalogue& words) {
  Reader in(session, "");
  std::vector<std::string> done;
  for (const Json& item : in.array("items")) {
    Reader each(item, "");
    if (!each.flag_or("started", false)) continue;
    std::string name = each.text_or("name", "");
    if (each.flag_or("hurt", false))
      name += " (" + words.text("ui.log.hurt") + ")";
    else if (each.flag_or("skipped", false))
      name += " (" + words.text("ui.log.skipped") + ")";
    else if (each.flag_or("eased", false))
      name += " (" + words.text("ui.log.eased") + ")";
    done.push_back(name);
  }
  const auto minutes = as_number(in.any("minutes")).value_or(0);
  body.push_back(bullet(
      words.text("ui.log.session",
                 {{"time", in.text_or("time", "")},
                  {"minutes", number_text(std::max(1.0, std::round(minutes)))},
                  {"items", done.empty() ? words.text("ui.log.nothing") : join(done, ", ")}})));
  std::vector<std::string> pain;
  for (const char* when : {"pain_before", "pain_after", "pain_next_day"}) {
    const std::string value = number_of(in, when);
    if (!value.empty())
      pain.push_back(words.text(std::string("ui.log.") + when, {{"pain", value}}));
  }
  if (!pain.empty()) body.push_back(note(join(pain, ", ")));
  const std::string stopped = in.text_or("stopped", "");
  if (!stopped.empty()) {
    const std::string key = "ui.log.stopped." + stopped;
    const std::string why = words.text_or_empty(key);
    body.push_back(note(why.empty() ? words.text("ui.log.stopped") : why));
  }
}

void add_day(Document& body, const Json& day, const Catalogue& words) {
  Reader in(day, "");
  body.push_back(heading(in.text_or("day", "")));
  for (const Json& verdict : in.array("verdicts")) {
    Reader each(verdict, "");
    body.push_back(bullet(words.text("ui.log.verdict", {{"time", each.text_or("time", "")},
                                                        {"level", each.text_or("title", "")}})));
  }
  for (const Json& session : in.array("sessions")) add_session(body, session, words);
  for (const char* kind : {"pain", "stiffness"}) {
    for (const Json& score : in.array(kind)) {
      Reader each(score, "");
      body.push_back(
          bullet(words.text(std::string("ui.log.") + kind, {{"time", each.text_or("time", "")},
                                                            {"score", number_of(each, "score")}})));
    }
  }
  for (const Json& pop : in.array("pops")) {
    Reader each(pop, "");
    if (!each.text_or("technique", "").empty()) continue;  // told with its session
    std::string line =
        words.text(each.flag_or("painful", false) ? "ui.log.pop_painful" : "ui.log.pop",
                   {{"time", each.text_or("time", "")}});
    if (const auto since = as_number(each.any("since_last_min")))
      line += " (" +
              words.text("ui.log.pop_since", {{"minutes", number_text(std::floor(*since))}}) + ")";
    body.push_back(bullet(line));
  }
  for (const Json& note_ : in.array("notes")) {
    Reader each(note_, "");
    body.push_back(bullet(each.text_or("time", "") + " " + each.text_or("text", "")));
  }
}

std::vector<Point> series_of(Reader& in, const char* name) {
  std::vector<Point> series;
  for (const Json& point : in.array(name)) {
    Reader each(point, "");
    const auto day = parse_day(each.text_or("day", ""));
    const auto value = as_number(each.any("value"));
    if (day && value) series.push_back({*day, *value});
  }
  return series;
}

// A screen reader gets a sentence instead of a picture.
std::string in_words(const std::vector<Point>& series, const Catalogue& words) {
  return words.text("ui.trend.from_to", {{"first", number_text(series.front().value)},
                                         {"last", number_text(series.back().value)},
                                         {"count", std::to_string(series.size())}});
}

Result<std::int64_t> whole(const CommandLine& line, const char* option, std::int64_t fallback,
                           std::int64_t most) {
  if (!line.has(option)) return fallback;
  const auto value = parse_number(line.value(option));
  if (!value || *value != std::floor(*value) || *value < 1 || *value > static_cast<double>(most)) {
    return fail(ErrorKind::usage,
                "\"" + line.value(option).substr(0, 40) + "\" does not fit " + option, "",
                "give a whole number from 1 to " + std::to_string(most));
  }
  return static_cast<std::int64_t>(*value);
}

}  // namespace

Result<int> run_log(const CommandLine& line) {
  const auto limit = whole(line, "--limit", 20, 100'000);
  if (!limit) return std::unexpected(limit.error());
  auto machine = open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  const auto answer = (*machine)->call("log", Json{{"limit", *limit}});
  if (!answer) return std::unexpected(answer.error());
  if (line.has("--json")) {
    print(print_json(*answer) + "\n");
    return kDone;
  }
  const Catalogue& words = (*machine)->words();
  Document body;
  for (const Json& day : Reader(*answer, "").array("days")) add_day(body, day, words);
  if (body.empty()) body.push_back(text(words.text("ui.log.empty")));
  if (Reader(*answer, "").has("pop_timer")) {
    Reader timer(Reader(*answer, "").object("pop_timer"), "/pop_timer");
    const Document told = {text(timer.text_or("text", "")), note(timer.text_or("told", ""))};
    body.insert(body.begin(), told.begin(), told.end());
  }
  print_document(words.text("ui.log.title"), Ink::strong, body, line);
  return kDone;
}

Result<int> run_trend(const CommandLine& line) {
  const auto weeks = whole(line, "--weeks", 8, 520);
  if (!weeks) return std::unexpected(weeks.error());
  auto machine = open_with_record(line);
  if (!machine) return std::unexpected(machine.error());
  const auto answer = (*machine)->call("trend", Json{{"weeks", *weeks}});
  if (!answer) return std::unexpected(answer.error());
  if (line.has("--json")) {
    print(print_json(*answer) + "\n");
    return kDone;
  }
  const Catalogue& words = (*machine)->words();
  Reader in(*answer, "");
  const Day from = parse_day(in.text_or("from", "")).value_or(0);
  const Day to = parse_day(in.text_or("to", "")).value_or(from);
  PlotStyle style;
  style.ascii = !output_look(line).utf8;
  Document body;
  for (const char* name : {"pain", "stiffness", "sessions"}) {
    const auto series = series_of(in, name);
    const bool bars = std::string_view(name) == "sessions";
    body.push_back(heading(words.text(std::string("ui.trend.") + name)));
    if (series.empty()) {
      body.push_back(text(words.text("ui.trend.none")));
    } else if (line.has("--plain")) {
      body.push_back(text(in_words(series, words)));
    } else {
      style.high = bars ? 1 : 10;
      body.push_back(
          as_is(join(bars ? plot_bars(series, style) : plot_line(series, from, to, style), "\n")));
    }
  }
  print_document(words.text("ui.trend.title", {{"from", day_text(from)}, {"to", day_text(to)}}),
                 Ink::strong, body, line);
  return kDone;
}

}  // namespace limber::cli
