#include "faces/cli/ask_check.h"

#include <utility>

#include "faces/cli/verdict_view.h"

namespace limber::cli {
namespace {

// A professional's word can lower professional-level rules only, so it is asked for only there.
bool may_be_cleared(const Json& verdict) {
  return level_of(verdict) == Level::see_professional_first;
}

Page clearance_page(const Catalogue& words) {
  Page page;
  page.screen = "clearance";
  page.title = words.text("ui.clearance.title");
  Item who, date;
  who.fact = "who", who.kind = Item::Kind::text, who.low = 2, who.high = 60;
  who.ask = words.text("ui.clearance.who");
  date.fact = "date", date.kind = Item::Kind::text, date.low = 10, date.high = 10;
  date.ask = words.text("ui.clearance.date");
  page.items = {who, date};
  return page;
}

// Fills `clearance` where the page was accepted.
Step ask_clearance(Asker& asker, const Catalogue& words, Json& clearance) {
  const Page page = clearance_page(words);
  PageState state = open_page(page);
  const Step step = asker.ask(page, state);
  if (step == Step::accept) clearance = answers(page, state.marks);
  return step;
}

Notice result_page(Machine& machine, const Look& look, const Interview& interview,
                   const AfterResult& after) {
  const Catalogue& words = machine.words();
  const Help help = help_in(machine.app().core().knowledge(), machine.country());
  const Shown shown = show(interview.verdict(), help, look, words);
  Notice notice{shown.title, shown.ink, shown.body, {}};
  const bool on = after.go_on && Reader(interview.verdict(), "").flag_or("plan_allowed", false);
  notice.actions.push_back({"done", 0, words.text(on ? "ui.go_on" : "ui.done")});
  notice.actions.push_back({"back", 'b', words.text("ui.result.back")});
  notice.actions.push_back({"more", 'm', words.text("ui.result.more")});
  if (may_be_cleared(interview.verdict())) {
    notice.actions.push_back({"clearance", 'c', words.text("ui.result.clearance")});
  }
  notice.actions.push_back({"quit", 'q', words.text("ui.leave")});
  return notice;
}

// Whether a clearance of the record still counts with the answers given now.
Result<bool> clearance_counts(Machine& machine, const Interview& interview) {
  if (!interview.clearance_kept() || !machine.record_open()) return true;
  const auto today = machine.call("today", Json{{"answers", interview.answers()}});
  if (!today) return std::unexpected(today.error());
  return Reader(*today, "").has("clearance");
}

}  // namespace

Result<Interview::End> ask_and_show(Machine& machine, Conversation& conversation,
                                    Interview& interview, AfterResult after) {
  Asker& asker = conversation.asker();
  const Catalogue& words = machine.words();
  bool asking = true;
  for (;;) {
    if (std::exchange(asking, false)) {
      const auto end = interview.run();
      if (!end || *end != Interview::End::done) return end;
      const auto counts = clearance_counts(machine, interview);
      if (!counts) return std::unexpected(counts.error());
      if (!*counts) {
        interview.clearance(nullptr);
        asking = true;
        continue;
      }
    }
    const std::string chosen =
        asker.show(result_page(machine, conversation.look(), interview, after));
    if (chosen == "done") return Interview::End::done;
    if (chosen == "quit") return Interview::End::quit;
    if (chosen == "back") {
      if (!interview.reopen()) return Interview::End::back;
      asking = true;
    } else if (chosen == "more") {
      const Notice more{words.text("ui.result.more_title"),
                        Ink::strong,
                        show_more(interview.verdict(), words),
                        {{"back", 0, words.text("ui.back")}}};
      if (asker.show(more) == "quit") return Interview::End::quit;
    } else if (chosen == "clearance") {
      Json clearance;
      const Step step = ask_clearance(asker, words, clearance);
      if (step == Step::quit) return Interview::End::quit;
      if (step == Step::accept) {
        interview.clearance(std::move(clearance));
        asking = true;
      }
    }
  }
}

}  // namespace limber::cli
