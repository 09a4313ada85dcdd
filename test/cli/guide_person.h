// A person without a terminal: presses keys at set times, and remembers what was seen and said.
#pragma once

#include <deque>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "body/plan_time.h"
#include "faces/cli/guide.h"

namespace limber::cli {

// Our own texts, and the few of the knowledge that the sample plan needs.
inline Catalogue guide_words() {
  std::map<std::string, std::string, std::less<>> messages = {
      {"technique.shoulder_rolls.name", "Shoulder rolls"},
      {"technique.shoulder_rolls.set_up", "Stand or sit tall."},
      {"technique.shoulder_rolls.out", "Roll up and back."},
      {"technique.shoulder_rolls.back", "Let them sink."},
      {"technique.chin_tuck.name", "Chin tuck"},
      {"technique.chin_tuck.set_up", "Sit tall. Look straight ahead."},
      {"technique.chin_tuck.out", "Glide your chin straight back."},
      {"technique.chin_tuck.hold", "Hold softly. Keep breathing."},
      {"technique.chin_tuck.back", "Let your chin come forward again."},
      {"modify.osteoporosis.chin_tuck", "Move only half as far."},
      {"statement.pop_wait", "Wait at least 20 minutes."},
      {"statement.pop_or_tendon", "It is probably a tendon."}};
  for (const char* part : {"guide", "session"}) {
    std::ifstream file(std::string(LIMBER_SOURCE_DIR) + "/knowledge/texts/en." + part + ".json");
    std::stringstream text;
    text << file.rdbuf();
    const auto json = parse_json(text.str());
    if (!json) continue;
    for (const auto& [key, value] : json->items()) messages[key] = as_text(value).value_or("");
  }
  return {"en", std::move(messages)};
}

// Rolls 5 + 4 x 4 = 21 s, chin tuck 5 + 3 x 8 = 29 s.
inline Plan guide_plan() {
  Plan plan;
  for (const char* id : {"shoulder_rolls", "chin_tuck"}) {
    PlanItem item;
    item.technique = id;
    item.warm_up = plan.items.empty();
    item.dose = {1, item.warm_up ? 4 : 3, 1, 2, item.warm_up ? 0.0 : 4.0, 2, 0};
    item.changeover_s = 5;
    item.steps = {"set_up", "out", "hold", "back"};
    item.seconds = static_cast<double>(item_ms(item)) / 1000;
    plan.items.push_back(item);
  }
  plan.total_s = static_cast<double>(plan_ms(plan)) / 1000;
  return plan;
}

class Person : public GuideHost {
 public:
  // At this time (session ms), these keys, one after the other; "\r" is Enter.
  void press(std::int64_t at_ms, const std::string& keys) { script_[at_ms] += keys; }

  std::int64_t now_ms() override { return now_; }
  Key read_key(int timeout_ms) override {
    if (!script_.empty() && (script_.begin()->first <= now_ || timeout_ms < 0)) {
      std::string& keys = script_.begin()->second;
      const char c = keys[0];
      keys.erase(0, 1);
      now_ = std::max(now_, script_.begin()->first);
      if (keys.empty()) script_.erase(script_.begin());
      if (c == '\r') return {Key::Kind::enter, {}};
      if (c == '\x03') return {Key::Kind::control, "c"};
      if (c == '\x1a') return {Key::Kind::control, "z"};
      return {Key::Kind::text, std::string(1, c)};
    }
    if (timeout_ms < 0) return {Key::Kind::closed, {}};
    now_ += timeout_ms;
    return {};
  }
  Size size() override { return {80, 24}; }
  Look look() override { return {false, true}; }
  void draw(const std::vector<Line>& lines) override {
    last_screen.clear();
    for (const Line& one : lines) last_screen += plain_text(one) + "\n";
    all_screens += last_screen;
  }
  void print(const std::string& text) override { printed += text + "\n"; }
  void bell() override { ++bells; }
  void speak(const std::string& text) override { spoken.push_back(text); }
  void suspend() override { ++suspended; }
  Result<Event> append(std::string_view kind, const std::string& payload) override {
    if (disk_full) return fail(ErrorKind::store, "the disk is full");
    Event event{"e" + std::to_string(log.size() + 1),
                "d",
                1'700'000'000'000 + now_,
                0,
                std::string(kind),
                payload};
    log.push_back(event);
    return event;
  }
  std::optional<Rescreen> rescreen(SessionEvent::Stop why) override {
    asked_again.push_back(why);
    return check;
  }
  bool logged(std::string_view kind) const {
    for (const Event& event : log)
      if (event.kind == kind) return true;
    return false;
  }

  std::optional<Rescreen> check = Rescreen{Level::go, true};
  bool disk_full = false;
  std::vector<Event> log;
  std::vector<SessionEvent::Stop> asked_again;
  std::vector<std::string> spoken;
  std::string last_screen, all_screens, printed;
  int bells = 0, suspended = 0;

 private:
  std::int64_t now_ = 0;
  std::map<std::int64_t, std::string> script_;
};

}  // namespace limber::cli
