#include "app/replay.h"

#include <gtest/gtest.h>

#include "record/exchange.h"
#include "test/app/memory_machine.h"

namespace limber {
namespace {

constexpr const char* kId = "0192f000-0000-7000-8000-000000000001";

struct ReplayTest : testing::Test {
  MemoryMachine machine;
  Replay replay{machine.app->core()};
  int made = 0;

  Event event(const std::string& kind, const Json& payload) {
    char id[37];
    std::snprintf(id, sizeof id, "0192f000-0000-7000-8000-%012d", ++made);
    return {id, kId, machine.clock.at_ms, 60, kind, print_json(payload)};
  }
  // Where it was refused, or "fine".
  std::string check(const std::vector<Event>& events) {
    const auto checked = replay.check(events);
    return checked ? "fine" : checked.error().where;
  }
  Json call(std::string_view method, const Json& input) {
    const auto answer = parse_json(machine.app->call(method, print_json(input)));
    EXPECT_TRUE(answer && answer->contains("ok")) << method << print_json(*answer);
    return Reader(*answer, "").any("ok");
  }
  Event started() {
    const Json sheet = {{"unanswered", "reassuring"},
                        {"answers", {{"age", 42}, {"stiff_upper_back", "yes"}}}};
    const Json plan = call("plan", sheet)["plan"];
    return event("session.started", call("session.start", {{"plan", plan}})["payload"]);
  }
  Event reached(const std::string& session, int item) {
    return event("session.reached",
                 {{"session", session}, {"at", {{"item", item}, {"phase", 0}, {"ms", 0}}}});
  }
  // A screening as the core itself keeps it, with these answers besides.
  Event screened(const Json& answers) {
    call("record.screened",
         {{"unanswered", "reassuring"}, {"answers", answers}, {"asked", {"age"}}});
    return machine.store.events().back();
  }
  Event with_level(Event screened, const char* level) {
    Json payload = *parse_json(screened.payload);
    payload["verdict"]["level"] = level;
    payload["verdict"]["fired"] = Json::array();
    screened.payload = print_json(payload);
    return screened;
  }
};

TEST_F(ReplayTest, KnownKindsMustSayWhatTheySay) {
  EXPECT_EQ(check({event("pain.noted", {{"score", 4}})}), "fine");
  EXPECT_EQ(check({event("pain.noted", {{"score", 11}})}), "/events/0/payload");
  EXPECT_EQ(check({event("note", {{"text", 4}})}), "/events/0/payload");
  EXPECT_EQ(check({event("edited", {{"of", "x"}, {"data", Json::object()}})}), "/events/0/payload");
}

TEST_F(ReplayTest, UnknownKindsAreKept) {
  EXPECT_EQ(check({event("future", {{"any", 1}}), event("session.future", {{"any", 1}})}), "fine");
}

TEST_F(ReplayTest, TheFormIsThatOfEveryEvent) {
  Event off = event("note", {{"text", "a"}});
  off.payload = R"({ "text":"a"})";
  EXPECT_EQ(check({event("note", {{"text", "a"}}), off}), "/events/1/payload");
}

TEST_F(ReplayTest, ASessionIsKnownFromItsStart) {
  const Event start = started();
  EXPECT_EQ(check({start, reached(start.id, 0)}), "fine");
  EXPECT_EQ(check({reached(start.id, 0)}), "/events/0/payload/session");
  replay.learn(std::span(&start, 1));
  EXPECT_EQ(check({reached(start.id, 0)}), "fine");
}

TEST_F(ReplayTest, AnEventOfASessionLiesWithinItsPlan) {
  const Event start = started();
  replay.learn(std::span(&start, 1));
  EXPECT_EQ(check({reached(start.id, 999)}), "/events/0/payload/at");
}

TEST_F(ReplayTest, NoSessionStartsWhereNoPlanIsMade) {
  Event start = started();
  Json payload = *parse_json(start.payload);
  payload["plan"]["level"] = "see_professional_first";
  start.payload = print_json(payload);
  EXPECT_EQ(check({start}), "/events/0/payload/plan/level");
}

TEST_F(ReplayTest, WhatTheCoreKeptIsFine) {
  EXPECT_EQ(check({screened({{"age", 42}})}), "fine");
  EXPECT_EQ(check({screened({{"age", 42}, {"sudden_severe_headache", "yes"}})}), "fine");
}

TEST_F(ReplayTest, AVerdictMilderThanItsAnswersIsRefused) {
  const Event emergency = screened({{"age", 42}, {"sudden_severe_headache", "yes"}});
  EXPECT_EQ(check({with_level(emergency, "go")}), "/events/0/payload/verdict/level");
  EXPECT_EQ(check({with_level(emergency, "urgent_same_day")}), "/events/0/payload/verdict/level");
}

TEST_F(ReplayTest, AClearanceLowersNothingUrgent) {
  const Event clearance = event(
      "clearance.given", {{"who", "my GP"}, {"date", "2026-09-20"}, {"rules", Json::array()}});
  const Event emergency = screened({{"age", 42}, {"sudden_severe_headache", "yes"}});
  EXPECT_EQ(check({clearance, with_level(emergency, "gentle_with_modifications")}),
            "/events/1/payload/verdict/level");
}

TEST_F(ReplayTest, AClearanceMayLowerWhatAProfessionalDecides) {
  const Event clearance = event(
      "clearance.given", {{"who", "my GP"}, {"date", "2026-09-20"}, {"rules", Json::array()}});
  const Event old = screened({{"age", 42}, {"night_pain", "yes"}});
  const std::string level =
      Reader(Reader(*parse_json(old.payload), "").object("verdict"), "").text("level");
  ASSERT_EQ(level, "see_professional_first");
  const Event milder = with_level(old, "gentle_with_modifications");
  EXPECT_EQ(check({milder}), "/events/0/payload/verdict/level");
  EXPECT_EQ(check({clearance, milder}), "fine");
}

TEST_F(ReplayTest, OtherRulesAreNotJudgedByOurs) {
  Event other = with_level(screened({{"age", 42}, {"sudden_severe_headache", "yes"}}), "go");
  Json payload = *parse_json(other.payload);
  payload["knowledge"]["hash"] = "of another knowledge";
  other.payload = print_json(payload);
  EXPECT_EQ(check({other}), "fine");
}

}  // namespace
}  // namespace limber
