#include "session/session_json.h"

#include <gtest/gtest.h>

#include "session/live.h"

namespace limber {
namespace {

struct SessionJson : testing::Test {
  live::Session s{live::plan()};
  Json state() {
    s.start();
    s.run(30'000);
    s.pop(false);
    return to_json(s.state);
  }
  bool refused(const Json& json) { return !state_from_json(json, s.plan, "").has_value(); }
};

TEST_F(SessionJson, AStateComesBackAsItWas) {
  const Json json = state();
  const auto back = state_from_json(json, s.plan, "");
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, s.state);
}

TEST_F(SessionJson, AStateOfAnotherPlanIsRefused) {
  const Json json = state();
  s.plan.items.pop_back();
  EXPECT_TRUE(refused(json));
}

TEST_F(SessionJson, APlaceThatDoesNotExistIsRefused) {
  Json json = state();
  json["at"] = {{"item", 1}, {"phase", 999}, {"ms", 0}};
  EXPECT_TRUE(refused(json));
}

TEST_F(SessionJson, WrongWordsAndNumbersAreRefused) {
  for (const char* key : {"status", "question", "stop", "pause"}) {
    Json json = state();
    json[key] = "nonsense";
    EXPECT_TRUE(refused(json)) << key;
  }
  Json json = state();
  json["eased"] = {0, 7, 0};
  EXPECT_TRUE(refused(json));
}

TEST_F(SessionJson, AnEffectCarriesItsEvent) {
  s.start();
  s.hurt(9);
  for (const Effect& effect : s.effects) {
    if (effect.kind != Effect::Kind::append) continue;
    EXPECT_EQ(print_json(to_json(effect)),
              R"({"event":{"kind":"session.stopped","payload":{"at":{"item":0,"ms":0,)"
              R"("phase":0},"reason":"hurt","session":"e1"}},"kind":"append"})");
    return;
  }
  FAIL() << "a stop that follows from an answer is not in the log";
}

}  // namespace
}  // namespace limber
