// A little knowledge and little sessions, so that each test says all it rests on.
#pragma once

#include "knowledge/knowledge.h"
#include "soup.h"

namespace limber {

// Facts: tingling (yes/no, session), steady (worries when no, day), age (35 reassures, classes at 18
// and 65, 28 days), weeks (up, class at 6, day), pain_now (up, class at 5, session), disc (yes/no,
// permanent), job (choice, 28 days). Rules: old_age, nerve_rule (of the nerve kind), pain_rule.
// Escalations: as in the shipped knowledge. Numbers: none.
Knowledge little_knowledge();

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

// A "screened" event with these answers, all given at its time.
Event screened_at(std::uint64_t number, double hours, const Json& answers,
                  const std::string& level = "go", const std::vector<std::string>& fired = {});
Event pain_at(std::uint64_t number, double hours, double score);
Event clearance_at(std::uint64_t number, double hours, const std::string& date);

}  // namespace limber
