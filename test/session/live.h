// A face without a screen: stores what step() and tick() ask to be stored, and hands it back.
#pragma once

#include <limber/types.h>

#include <algorithm>
#include <string>
#include <vector>

#include "body/plan_time.h"
#include "session/place.h"
#include "session/step.h"

namespace limber::live {

inline PlanItem item(std::string id, bool warm_up, int reps, double hold_s, int sides = 1) {
  PlanItem one;
  one.technique = std::move(id);
  one.warm_up = warm_up;
  one.dose = {1, reps, sides, 2, hold_s, 2, 0};
  one.changeover_s = 5;
  one.steps = {"set_up", "out", "hold", "back"};
  one.seconds = static_cast<double>(item_ms(one)) / 1000;
  return one;
}

inline Plan finished(Plan plan) {
  plan.total_s = static_cast<double>(plan_ms(plan)) / 1000;
  plan.knowledge = "test";
  return plan;
}

// Rolls 5 + 4 x 4 = 21 s, chin tuck 5 + 3 x 8 = 29 s, rotation 5 + 2 sides x 2 x 9 = 41 s.
inline Plan plan() {
  Plan made;
  made.items = {item("shoulder_rolls", true, 4, 0), item("chin_tuck", false, 3, 4),
                item("seated_rotation", false, 2, 5, 2)};
  return finished(made);
}

class Session {
 public:
  explicit Session(Plan of) : plan(std::move(of)) {}

  // What a face does: give it an id and a time, keep it, step.
  void happen(SessionEvent event) {
    event.id = "e" + std::to_string(log.size() + 1);
    event.at_ms = utc_ms;
    if (event.kind == SessionEvent::Kind::started) event.session = event.id;
    log.push_back(
        {event.id, "d", event.at_ms, 0, std::string(kind_id(event.kind)), session_payload(event)});
    follow(step(plan, std::move(state), event));
  }
  void start(std::optional<int> pain = 1) { happen(started(plan, {}, pain)); }
  SessionEvent here(SessionEvent::Kind kind) const { return event_here(state, kind); }
  void pass(std::int64_t ms) {
    now_ms += ms;
    utc_ms += ms;
    follow(tick(plan, std::move(state), now_ms));
  }
  void run(std::int64_t ms, std::int64_t every = 100) {
    pass(0);
    for (; ms > 0; ms -= every) pass(std::min(ms, every));
  }
  void hurt(int pain, bool sharp = false, bool nerve = false) {
    SessionEvent event = here(SessionEvent::Kind::hurt);
    event.pain = pain;
    event.sharp = sharp;
    event.nerve = nerve;
    happen(event);
  }
  void stop(SessionEvent::Stop reason = SessionEvent::Stop::unsaid) {
    SessionEvent event = here(SessionEvent::Kind::stopped);
    event.stop = reason;
    happen(event);
  }
  void rescreen(Level level) {
    SessionEvent event = here(SessionEvent::Kind::rescreened);
    event.level = level;
    event.plan_allowed = level < Level::see_professional_first;
    happen(event);
  }
  void pop(bool painful, std::string place = "neck", std::optional<bool> same = std::nullopt) {
    SessionEvent event = here(SessionEvent::Kind::pop);
    event.painful = painful;
    event.place = std::move(place);
    event.same_spot = same;
    happen(event);
  }
  bool shown(std::string_view text) const {
    return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
      return effect.kind == Effect::Kind::show && effect.text == text;
    });
  }
  bool spoken(std::string_view text) const {
    return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
      return effect.kind == Effect::Kind::speak && effect.text == text;
    });
  }
  int count(Effect::Kind kind) const {
    return static_cast<int>(std::count_if(effects.begin(), effects.end(),
                                          [&](const Effect& e) { return e.kind == kind; }));
  }

  Plan plan;
  State state;
  std::vector<Event> log;
  std::vector<Effect> effects;  // all so far
  std::int64_t now_ms = 1'000;
  std::int64_t utc_ms = 1'700'000'000'000;

 private:
  void follow(Stepped stepped) {
    state = std::move(stepped.state);
    for (const Effect& effect : stepped.effects) {
      effects.push_back(effect);
      if (effect.kind == Effect::Kind::append) happen(effect.event);
    }
  }
};

}  // namespace limber::live
