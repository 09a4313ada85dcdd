// The steps of the way that plan and conduct: wishes, plan, the guided session, going on with one
// that was cut off.
#include <utility>

#include "body/plan_json.h"
#include "faces/cli/guide_host.h"
#include "faces/cli/input.h"
#include "faces/cli/plan_view.h"
#include "faces/cli/verdict_view.h"
#include "faces/cli/way.h"

namespace limber::cli {
namespace {

// The machine's host, with the record behind it and the check after a stop.
class Host final : public MachineGuideHost {
 public:
  explicit Host(Way& way)
      : MachineGuideHost(way.asker().terminal(), way.speed, way.silent), way_(way) {}

  // Questions in plain lines read ahead; what they have read belongs to the session too.
  Key read_key(int timeout_ms) override {
    return way_.asker().terminal() != nullptr ? MachineGuideHost::read_key(timeout_ms)
                                              : plain_keys_.read(timeout_ms);
  }

  // Without a record the event gets its id and time, and nothing is kept.
  Result<Event> append(std::string_view kind, const std::string& payload) override {
    Clock& clock = way_.machine.clock();
    const std::int64_t at = clock.now_ms();
    Store* store = way_.machine.store();
    Event event{way_.machine.entropy().uuid(at),
                store != nullptr ? store->device() : std::string(),
                at,
                clock.offset_min(at),
                std::string(kind),
                payload};
    if (store == nullptr) return event;
    const auto kept = store->append(std::span(&event, 1));
    if (!kept) return std::unexpected(kept.error());
    return event;
  }

  // The emergency block is never taken from the record: its answers are for this session only.
  std::optional<Rescreen> rescreen(SessionEvent::Stop) override {
    Reader today(way_.today, "");
    Json known = today.has("answers") ? today.object("answers") : Json::object();
    Interview check(way_.machine, way_.asker(), std::move(known), today.any("clearance"));
    const auto end = ask_and_show(way_.machine, way_.conversation, check, {true});
    if (!end || *end != Interview::End::done) return std::nullopt;
    way_.level = level_of(check.verdict());
    way_.verdict = check.verdict();
    if (const auto kept = keep_check(way_, check); !kept) unsaved_ = describe(kept.error());
    Reader verdict(check.verdict(), "");
    return Rescreen{level_of(check.verdict()), verdict.flag_or("plan_allowed", false)};
  }

  // Why a check after a stop could not be kept; empty if all were.
  [[nodiscard]] const std::string& unsaved() const { return unsaved_; }

 private:
  Way& way_;
  std::string unsaved_;
  LineKeys plain_keys_;
};

Result<Next> lead(Way& way, const Plan& plan, State state) {
  Host host(way);
  GuideOptions options;
  options.speed = way.speed;
  options.plain = way.asker().terminal() == nullptr;
  options.numbers = session_numbers(way.machine.app().core().knowledge());
  const GuideResult result = run_guide(host, way.words(), plan, std::move(state), options);
  const std::string unsaved = result.unsaved.empty() ? host.unsaved() : result.unsaved;
  if (!unsaved.empty()) {
    return fail(ErrorKind::store, "something of this session could not be kept: " + unsaved,
                way.machine.folder(), "limber doctor looks at the record");
  }
  return result.left ? Next::quit : Next::go_on;
}

Notice plan_page(Way& way, const Plan& plan) {
  const Catalogue& words = way.words();
  return {words.text("ui.plan.title"),
          Ink::strong,
          show_plan(plan, words),
          {{"start", 0, words.text("ui.plan.start")},
           {"swap", 'x', words.text("ui.plan.swap")},
           {"back", 'b', words.text("ui.plan.back")},
           {"quit", 'q', words.text("ui.leave")}}};
}

// Which technique goes, and which comes instead; nothing if the person went back.
std::optional<std::pair<std::string, std::string>> ask_swap(Way& way, const Plan& plan) {
  const Catalogue& words = way.words();
  Page page;
  page.screen = "swap";
  page.title = words.text("ui.swap.title");
  Item out, in;
  out.fact = "out", out.kind = Item::Kind::choice, out.ask = words.text("ui.swap.out");
  in.fact = "in", in.kind = Item::Kind::choice, in.ask = words.text("ui.swap.in");
  const auto name = [&](const std::string& id) { return words.text("technique." + id + ".name"); };
  for (const PlanItem& item : plan.items) {
    if (!item.warm_up) out.options.push_back({item.technique, name(item.technique)});
  }
  for (const Excluded& each : plan.excluded) {
    const bool possible = each.conditions.empty() && each.reason != "plan.excluded.neck_locked" &&
                          each.reason != "plan.excluded.warm_up";
    if (possible) in.options.push_back({each.technique, name(each.technique)});
  }
  if (out.options.empty() || in.options.empty()) {
    (void)way.asker().show(
        {words.text("ui.swap.none"), Ink::care, {}, {{"back", 0, words.text("ui.back")}}});
    return std::nullopt;
  }
  page.items = {out, in};
  PageState state = open_page(page);
  if (way.asker().ask(page, state) != Step::accept) return std::nullopt;
  const Mark& goes = state.marks.items[0];
  const Mark& comes = state.marks.items[1];
  if (goes.chosen < 0 || comes.chosen < 0) return std::nullopt;
  return std::pair{out.options[static_cast<std::size_t>(goes.chosen)].id,
                   in.options[static_cast<std::size_t>(comes.chosen)].id};
}

void show_error(Way& way, const Error& error) {
  Document body;
  if (!error.hint.empty()) body.push_back(text(error.hint));
  (void)way.asker().show(
      {error.message, Ink::care, body, {{"back", 0, way.words().text("ui.back")}}});
}

}  // namespace

Result<Planned> make_plan_with(Way& way, const Interview& check) {
  Interview wishes(way.machine, way.asker(), check.answers(), check.clearance());
  wishes.wishes(true);
  bool asking = true;
  for (;;) {
    if (std::exchange(asking, false)) {
      const auto end = wishes.run();
      if (!end) return std::unexpected(end.error());
      if (*end == Interview::End::quit) return Planned{Next::quit, {}};
      if (*end == Interview::End::back) return Planned{Next::back, {}};
    }
    auto made = way.machine.call("plan", wishes.sheet());
    if (!made && made.error().kind != ErrorKind::not_found) return std::unexpected(made.error());
    if (!made) {  // nothing fits these wishes: other wishes may
      show_error(way, made.error());
      if (!wishes.reopen()) return Planned{Next::back, {}};
      asking = true;
      continue;
    }
    for (bool changed = true; std::exchange(changed, false);) {
      const auto plan = plan_from_json(Reader(*made, "").object("plan"), "/plan");
      if (!plan) return std::unexpected(plan.error());
      const std::string chosen = way.asker().show(plan_page(way, *plan));
      if (chosen == "start") return Planned{Next::go_on, *plan};
      if (chosen == "quit") return Planned{Next::quit, {}};
      if (chosen == "back") {
        if (!wishes.reopen()) return Planned{Next::back, {}};
        asking = true;
        break;
      }
      changed = true;
      const auto swap = ask_swap(way, *plan);
      if (!swap) continue;
      Json input = wishes.sheet();
      input["plan"] = to_json(*plan);
      input["out"] = swap->first, input["in"] = swap->second;
      auto swapped = way.machine.call("swap", input);
      if (swapped) {
        made = std::move(swapped);
      } else {
        show_error(way, swapped.error());
      }
    }
  }
}

Result<Next> guide(Way& way, const Plan& plan) {
  return lead(way, plan, State{});
}

Result<Next> offer_to_go_on(Way& way) {
  Reader today(way.today, "");
  if (!today.has("open_session")) return Next::back;
  Reader open(today.object("open_session"), "");
  const std::string session = open.text_or("session", "");
  const auto listing = way.machine.store()->list();
  if (!listing) return std::unexpected(listing.error());
  auto resumed = resume(listing->events, session);
  if (!resumed) return Next::back;  // it cannot be read any more: a new session then
  const Catalogue& words = way.words();
  const std::string chosen = way.asker().show(
      {words.text("ui.resume.title"),
       Ink::strong,
       {text(words.text("ui.resume.what", {{"time", open.text_or("started", "").substr(11, 5)}}))},
       {{"go_on", 0, words.text("ui.resume.go_on")},
        {"new", 'n', words.text("ui.resume.new")},
        {"quit", 'q', words.text("ui.leave")}}});
  if (chosen == "quit") return Next::quit;
  Host host(way);
  if (chosen == "new") {
    SessionEvent end = event_here(resumed->state, SessionEvent::Kind::stopped);
    end.stop = SessionEvent::Stop::done;
    const auto kept = host.append(kind_id(end.kind), session_payload(end));
    if (!kept) return std::unexpected(kept.error());
    return Next::back;
  }
  // Nobody goes on without the emergency questions.
  const auto check = host.rescreen(SessionEvent::Stop::unsaid);
  if (!check || !check->plan_allowed) return Next::quit;
  return lead(way, resumed->plan, std::move(resumed->state));
}

}  // namespace limber::cli
