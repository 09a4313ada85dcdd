// A little knowledge and little sessions, so that each test says all it rests on.
#pragma once

#include "body/plan_json.h"
#include "body/plan_time.h"
#include "knowledge/knowledge.h"
#include "record/soup.h"

namespace limber {
namespace little {

inline Fact yes_no(const std::string& id, Shelf shelf, Fact::Worry worry = Fact::Worry::yes) {
  Fact fact;
  fact.id = id;
  fact.shelf = shelf;
  fact.worry = worry;
  return fact;
}

inline Fact numeric(const std::string& id, Shelf shelf, Fact::Worry worry, double high,
                    double home) {
  Fact fact = yes_no(id, shelf, worry);
  fact.kind = Fact::Kind::number;
  fact.high = high;
  fact.reassuring = home;
  return fact;
}

inline Expr from(int fact, double low, double high = 1e9) {
  Expr expr;
  Expr::Node node;
  node.op = Expr::Op::between;
  node.fact = fact;
  node.low = low;
  node.high = high;
  expr.nodes.push_back(node);
  expr.root = 0;
  return expr;
}

inline Rule rule(const std::string& id, Expr when, bool nerve = false) {
  Rule made;
  made.id = id;
  made.level = Level::see_professional_first;
  made.when = std::move(when);
  made.nerve_or_vessel = nerve;
  return made;
}

inline Expr is_yes(int fact) {
  Expr expr;
  Expr::Node node;
  node.fact = fact;
  expr.nodes.push_back(node);
  expr.root = 0;
  return expr;
}

inline Escalation clock(const std::string& id, Level level,
                        std::map<std::string, double, std::less<>> numbers) {
  return {id, level, std::move(numbers), {}};
}

inline PlanItem item(const std::string& technique, bool warm_up) {
  PlanItem made;
  made.technique = technique;
  made.warm_up = warm_up;
  made.seconds = static_cast<double>(item_ms(made)) / 1000;
  return made;
}

inline Plan little_plan() {
  Plan plan;
  plan.items = {item("shoulder_rolls", true), item("chin_tuck", false),
                item("seated_rotation", false)};
  plan.total_s = static_cast<double>(plan_ms(plan)) / 1000;
  plan.knowledge = "test";
  return plan;
}

}  // namespace little

// Builds the events of one session: chin_tuck, then seated_rotation, after one warm-up.
class SessionMaker {
 public:
  // `number`: its events have ids from there on. `hours` after noon of day 0.
  SessionMaker(std::uint64_t number, double hours, std::optional<int> pain_before = std::nullopt);
  SessionMaker& add(const std::string& kind, int item, int phase, Json fields = Json::object());
  SessionMaker& finish() { return add("finished", 3, 0); }
  SessionMaker& stop(const std::string& reason, int item) {
    return add("stopped", item, 1, {{"reason", reason}});
  }
  SessionMaker& after(int pain) { return add("pain", 3, 0, {{"pain", pain}, {"when", "after"}}); }
  SessionMaker& next_day(int pain);
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }
  [[nodiscard]] std::string id() const { return events_.front().id; }

 private:
  std::uint64_t number_;
  double hours_;
  std::vector<Event> events_;
};

// The events of several sessions and single events as one list.
class EventList {
 public:
  EventList& add(const SessionMaker& session);
  EventList& add(Event event);
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }
  [[nodiscard]] Record record() const { return settle(events_); }

 private:
  std::vector<Event> events_;
};

// Facts: tingling (yes/no, session), steady (worries when no, day), age (35 reassures, classes at
// 18 and 65, 28 days), weeks (up, class at 6, day), pain_now (up, class at 5, session), disc
// (yes/no, permanent), job (choice, 28 days). Rules: old_age, nerve_rule (of the nerve kind),
// pain_rule. Escalations: as in the shipped knowledge. Numbers: none.
inline Knowledge little_knowledge() {
  using namespace little;
  Knowledge knowledge;
  knowledge.version = "2026.11";
  knowledge.hash = "00000000000000000000000000000000";
  Fact job = yes_no("job", Shelf::four_weeks, Fact::Worry::neutral);
  job.kind = Fact::Kind::choice;
  job.options = {"desk", "standing"};
  job.ranks = {0, 0};
  knowledge.facts = {yes_no("tingling", Shelf::session),
                     yes_no("steady", Shelf::day, Fact::Worry::no),
                     numeric("age", Shelf::four_weeks, Fact::Worry::both, 110, 35),
                     numeric("weeks", Shelf::day, Fact::Worry::up, 5000, 0),
                     numeric("pain_now", Shelf::session, Fact::Worry::up, 10, 0),
                     yes_no("disc", Shelf::permanent),
                     job};
  knowledge.rules = {rule("old_age", from(2, 65)), rule("young", from(2, 0, 17)),
                     rule("long_time", from(3, 6)), rule("pain_rule", from(4, 5)),
                     rule("nerve_rule", is_yes(0), true)};
  const auto professional = Level::see_professional_first;
  knowledge.escalations = {
      clock("worse", professional, {{"hours_low", 48}, {"hours_high", 72}, {"worse_by", 2}}),
      clock("two_weeks", Level::gentle_with_modifications, {{"weeks", 2}, {"better_by", 2}}),
      clock("four_weeks", professional, {{"weeks", 4}, {"better_by", 2}}),
      clock("six_weeks", professional, {{"weeks", 6}, {"pain_from", 4}}),
      clock("returns", professional, {{"times", 3}, {"months", 6}}),
      clock("twelve_weeks", professional, {{"weeks", 12}})};
  return knowledge;
}

inline SessionMaker::SessionMaker(std::uint64_t number, double hours,
                                  std::optional<int> pain_before)
    : number_(number), hours_(hours) {
  Json payload = {{"plan", to_json(little::little_plan())}, {"knowledge", "test"}};
  if (pain_before) payload["pain"] = *pain_before;
  events_.push_back(event_at(number_++, hours_, "session.started", payload));
}

inline SessionMaker& SessionMaker::add(const std::string& kind, int item, int phase, Json fields) {
  hours_ += 1.0 / 60;
  fields["session"] = id();
  fields["at"] = {{"item", item}, {"phase", phase}, {"ms", 0}};
  events_.push_back(event_at(number_++, hours_, "session." + kind, fields));
  return *this;
}

inline SessionMaker& SessionMaker::next_day(int pain) {
  events_.push_back(
      event_at(number_++, hours_ + 24, "session.next_day", {{"session", id()}, {"pain", pain}}));
  return *this;
}

inline EventList& EventList::add(const SessionMaker& session) {
  events_.insert(events_.end(), session.events().begin(), session.events().end());
  return *this;
}

inline EventList& EventList::add(Event event) {
  events_.push_back(std::move(event));
  return *this;
}

// A "screened" event with these answers, all given at its time.
inline Event screened_at(std::uint64_t number, double hours, const Json& answers,
                         const std::string& level = "go",
                         const std::vector<std::string>& fired = {}) {
  Json timed = Json::object();
  for (const auto& item : answers.items()) timed[item.key()] = {{"is", item.value()}};
  Json rules = Json::array();
  for (const std::string& id : fired) rules.push_back({{"rule", id}, {"level", level}});
  return event_at(number, hours, "screened",
                  {{"knowledge", {{"version", "2026.11"}, {"hash", "x"}}},
                   {"answers", timed},
                   {"verdict", {{"level", level}, {"complete", true}, {"fired", rules}}}});
}

inline Event pain_at(std::uint64_t number, double hours, double score) {
  return event_at(number, hours, "pain.noted", {{"score", score}});
}

inline Event clearance_at(std::uint64_t number, double hours, const std::string& date) {
  return event_at(number, hours, "clearance.given", {{"who", "my GP"}, {"date", date}});
}

}  // namespace limber
