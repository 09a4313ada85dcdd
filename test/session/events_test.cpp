#include "session/events.h"

#include <gtest/gtest.h>

#include "session/live.h"

namespace limber {
namespace {

using Kind = SessionEvent::Kind;

Event stored(const SessionEvent& event) {
  return {"id", "d", 5, 0, std::string(kind_id(event.kind)), session_payload(event)};
}

SessionEvent event(Kind kind) {
  SessionEvent made;
  made.kind = kind;
  made.id = "id";
  made.session = kind == Kind::started ? "id" : "s";
  made.at_ms = 5;
  if (kind != Kind::started && kind != Kind::next_day) made.at = {1, 2, 3};
  return made;
}

void survives(const SessionEvent& made) {
  const auto back = read_session_event(stored(made));
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, made);
}

TEST(SessionEvents, TheStartSurvivesWithItsPlan) {
  SessionEvent made = event(Kind::started);
  made.plan = live::plan();
  made.pain = 3;
  survives(made);
}

TEST(SessionEvents, EveryPlainKindSurvives) {
  for (const Kind kind : {Kind::reached, Kind::resumed, Kind::skipped, Kind::eased, Kind::finished})
    survives(event(kind));
}

TEST(SessionEvents, PainSurvives) {
  SessionEvent made = event(Kind::hurt);
  made.pain = 4;
  made.spreading = true;
  survives(made);
  made = event(Kind::pain);
  made.pain = 0;
  made.when = SessionEvent::When::after;
  survives(made);
}

TEST(SessionEvents, ANerveSymptomNeedsNoNumber) {
  SessionEvent made = event(Kind::hurt);
  made.nerve = true;
  survives(made);
}

TEST(SessionEvents, APopSurvives) {
  SessionEvent made = event(Kind::pop);
  made.place = "neck";
  made.angle_deg = 12.5;
  made.same_spot = false;
  survives(made);
}

TEST(SessionEvents, ReasonsAndLevelsSurvive) {
  SessionEvent made = event(Kind::stopped);
  made.stop = SessionEvent::Stop::nerve;
  survives(made);
  made = event(Kind::paused);
  made.pause = SessionEvent::Pause::gap;
  survives(made);
  made = event(Kind::rescreened);
  made.level = Level::urgent_same_day;
  survives(made);
}

ErrorKind refused(std::string kind, std::string payload) {
  const auto read = read_session_event({"id", "d", 0, 0, std::move(kind), std::move(payload)});
  return read ? ErrorKind::usage : read.error().kind;
}

TEST(SessionEvents, AnotherKindIsNotFound) {
  EXPECT_EQ(refused("pain.noted", "{}"), ErrorKind::not_found);
}

TEST(SessionEvents, BrokenPayloadsAreRefused) {
  for (const char* payload :
       {"", "{", "[]", "null", "{}", R"({"session":"s"})",
        R"({"session":"s","at":{"item":0,"phase":0,"ms":-1},"reason":"done"})",
        R"({"session":"s","at":{"item":0,"phase":0,"ms":0},"reason":"why not"})",
        R"({"session":"s","at":{"item":1e99,"phase":0,"ms":0},"reason":"done"})",
        R"({"session":"s","at":{"item":0,"phase":0,"ms":0},"reason":"done","more":1})"})
    EXPECT_EQ(refused("session.stopped", payload), ErrorKind::input) << payload;
}

TEST(SessionEvents, AStartWithAPlanThatIsTooLongIsRefused) {
  SessionEvent made = event(Kind::started);
  made.plan = live::plan();
  made.plan->items[1].dose.reps = 99;
  EXPECT_FALSE(read_session_event(stored(made)));
}

TEST(SessionEvents, AClinicianMayMakeTheThresholdsStricterOnly) {
  Knowledge knowledge;
  knowledge.numbers["pain_stop_from"] = 9;
  knowledge.numbers["pain_reduce_from"] = 2;
  EXPECT_EQ(session_numbers(knowledge).pain_stop_from, 5);
  EXPECT_EQ(session_numbers(knowledge).pain_reduce_from, 2);
}

}  // namespace
}  // namespace limber
