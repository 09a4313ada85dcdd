// limber and limber session: the whole way, from consent to the diary.
#include "base/text.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/record_access.h"
#include "faces/cli/run.h"
#include "faces/cli/verdict_view.h"
#include "faces/cli/way.h"

namespace limber::cli {
namespace {

Result<double> speed_of(const CommandLine& line) {
  if (!line.has("--speed")) return 1.0;
  const auto speed = parse_number(line.value("--speed"));
  constexpr double kFastest = 1000;
  if (!speed || *speed < 1 || *speed > kFastest) {
    return fail(ErrorKind::usage, "\"" + line.value("--speed").substr(0, 40) + "\" is no speed", "",
                "give a number from 1 to 1000");
  }
  return *speed;
}

// The check, the plan and the session; `back` never comes out of it.
Result<Next> check_and_guide(Way& way) {
  Reader today(way.today, "");
  Interview check(way.machine, way.asker(),
                  today.has("answers") ? today.object("answers") : Json::object(),
                  today.any("clearance"));
  for (;;) {
    const auto end = ask_and_show(way.machine, way.conversation, check, {true});
    if (!end) return std::unexpected(end.error());
    // Whoever leaves at the result has seen it, and is told once more whom to call.
    if (check.verdict().is_object()) {
      way.level = level_of(check.verdict());
      way.verdict = check.verdict();
    }
    if (*end != Interview::End::done) return Next::quit;
    const auto kept = keep_check(way, check);
    if (!kept) return std::unexpected(kept.error());
    const auto seen = show_changes(way);
    if (!seen || *seen == Next::quit) return seen;
    if (!Reader(check.verdict(), "").flag_or("plan_allowed", false)) return Next::quit;
    if (Reader(way.today, "").flag_or("stops_plan", false)) {
      way.level = Level::see_professional_first;
      return Next::quit;
    }
    const auto planned = make_plan_with(way, check);
    if (!planned) return std::unexpected(planned.error());
    if (planned->next == Next::quit) return Next::quit;
    if (planned->next == Next::go_on) return guide(way, planned->plan);
    if (!check.reopen()) return Next::quit;
  }
}

// Left before the end, or stopped by what the check found: the level says which.
int left(const Way& way) {
  return way.level >= Level::see_professional_first ? exit_code(way.level)
                                                    : way.conversation.left();
}

// From the first question to the last; the exit code.
Result<int> walk(Way& way) {
  const Catalogue& words = way.words();
  if (!way.short_way) {
    for (const auto step : {ask_next_day, show_notices}) {
      const auto next = step(way);
      if (!next) return std::unexpected(next.error());
      if (*next == Next::quit) return left(way);
    }
  }
  auto led = offer_to_go_on(way);
  if (led && *led == Next::back) led = check_and_guide(way);
  if (!led) return std::unexpected(led.error());
  if (*led == Next::quit || way.level >= Level::see_professional_first) return left(way);
  const auto after = ask_afterwards(way);
  if (!after) return std::unexpected(after.error());
  if (way.asker().interrupted()) return way.conversation.left();
  Document body{text(words.text("ui.end.what"))};
  if (way.remembers()) body.push_back(text(words.text("ui.end.diary")));
  body.push_back(text(words.text("level.go.why_not_higher")));
  (void)way.asker().show(
      {words.text("ui.end.title"), Ink::good, body, {{"done", 0, words.text("ui.done")}}});
  return kDone;
}

Result<int> start(const CommandLine& line, bool short_way) {
  const auto speed = speed_of(line);
  if (!speed) return std::unexpected(speed.error());
  auto machine = Machine::open(line);
  if (!machine) return std::unexpected(machine.error());
  const bool keeps = !line.has("--no-record");
  if (keeps && (*machine)->has_record()) {
    const auto opened = (*machine)->open_record([&] { return ask_passphrase(**machine); });
    if (!opened) return std::unexpected(opened.error());
  }
  auto conversation = Conversation::open(line, (*machine)->words());
  if (!conversation) return std::unexpected(conversation.error());
  Way way{**machine, *conversation, *speed, line.has("--silent"), short_way, Json::object()};
  if (keeps && !way.remembers()) {
    const auto agreed = ask_consent(way);
    if (!agreed) return std::unexpected(agreed.error());
    if (*agreed == Next::quit) return conversation->left();
  }
  const auto looked = look_at_today(way);
  if (!looked) return std::unexpected(looked.error());
  const auto code = walk(way);
  // The screen is gone at the end; what to do and whom to call must not go with it.
  conversation->close();
  if (way.level >= Level::see_professional_first && way.verdict.is_object()) {
    const Help help = help_in((*machine)->app().core().knowledge(), (*machine)->country());
    const Shown shown = show_short(way.verdict, help, output_look(line), (*machine)->words());
    print_document(shown.title, shown.ink, shown.body, line);
  }
  return code;
}

}  // namespace

Result<int> run_way(const CommandLine& line) {
  return start(line, false);
}
Result<int> run_session(const CommandLine& line) {
  return start(line, true);
}

}  // namespace limber::cli
