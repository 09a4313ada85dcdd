// Whether events from outside may join the record: nothing that comes in is believed.
//
// Whatever its kind, an event must keep the form of every event (record/event_check.h). Where the
// kind is known, its payload must fit it. A screening is judged again: with the knowledge we carry,
// its answers must not give a more urgent level than it claims, where a clearance was given than
// any clearance could make of them. An event of a session must belong to a session that is known
// and lie within its plan. A kind that is not known is kept as it is: a newer Limber may know it.
//
// One Replay goes with one record: learn() what it holds, then check() what wants to join.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "app/core.h"

namespace limber {

class Replay {
 public:
  explicit Replay(const Core& core) : core_(&core) {}

  // Events that are in the record. What cannot be read is passed over, as everywhere.
  void learn(std::span<const Event> events);
  // Errors: input; `where` is "/events/3/payload/score". Changes nothing.
  [[nodiscard]] Result<void> check(std::span<const Event> events) const;
  // Whether what the record holds can matter to these; else check() may go without learn().
  [[nodiscard]] static bool needs_record(std::span<const Event> events);

 private:
  // How many phases each item of a session's plan has.
  using Course = std::vector<int>;
  using Courses = std::map<std::string, Course, std::less<>>;
  [[nodiscard]] Result<void> check_session(const Event& event, const Courses& fresh,
                                           const std::string& path) const;
  [[nodiscard]] Result<void> check_screened(const Event& event, bool cleared,
                                            const std::string& path) const;
  const Core* core_;
  Courses courses_;
  bool clearance_ = false;  // one was ever given
};

}  // namespace limber
