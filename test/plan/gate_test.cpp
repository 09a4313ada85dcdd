#include "plan/gate.h"

#include <gtest/gtest.h>

#include "plan/sample.h"

namespace limber {
namespace {

struct GateTest : testing::Test {
  Knowledge knowledge = sample::knowledge();
  Verdict verdict = sample::verdict(knowledge);
  History history;
  std::string reason(std::string_view id) {
    const Gate result = gate(knowledge, verdict, history, knowledge.technique(id));
    return result.open ? "open" : result.reason;
  }
};

TEST_F(GateTest, IsOpenWhereNothingSpeaksAgainstIt) {
  EXPECT_EQ(reason("chin_tuck"), "open");
}

TEST_F(GateTest, AnAvoidShutsIt) {
  sample::allowed(verdict, "chin_tuck").permission = Permission::avoid;
  EXPECT_EQ(reason("chin_tuck"), "plan.excluded.avoid");
}

TEST_F(GateTest, AModificationLeavesItOpen) {
  sample::allowed(verdict, "chin_tuck").permission = Permission::modify;
  EXPECT_EQ(reason("chin_tuck"), "open");
}

TEST_F(GateTest, ALockedNeckShutsNeckTechniquesOnly) {
  history.neck_locked = true;
  EXPECT_EQ(reason("chin_tuck"), "plan.excluded.neck_locked");
  EXPECT_EQ(reason("wall_slide"), "open");
}

TEST_F(GateTest, WhatTheVerdictDoesNotNameIsShut) {
  verdict.techniques.clear();
  EXPECT_EQ(reason("chin_tuck"), "plan.excluded.no_row");
}

TEST_F(GateTest, NamedTwiceTheStricterCounts) {
  verdict.techniques.insert(verdict.techniques.begin(),
                            {"chin_tuck", Permission::avoid, {"c"}, 1, 1});
  EXPECT_EQ(reason("chin_tuck"), "plan.excluded.avoid");
}

TEST_F(GateTest, WithoutARowItIsOpenOnlyAtGo) {
  knowledge.techniques[static_cast<std::size_t>(knowledge.technique("squeeze"))].has_row = false;
  EXPECT_EQ(reason("squeeze"), "open");
  verdict.level = Level::gentle_with_modifications;
  EXPECT_EQ(reason("squeeze"), "plan.excluded.no_row");
}

}  // namespace
}  // namespace limber
