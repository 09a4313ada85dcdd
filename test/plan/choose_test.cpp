#include "plan/choose.h"

#include <gtest/gtest.h>

#include "plan/sample.h"

namespace limber {
namespace {

struct Choose : testing::Test {
  Knowledge knowledge = sample::knowledge();
  Verdict verdict = sample::verdict(knowledge);
  Wishes wishes{{"stiff_upper_back"}, {"desk", "standing", "floor"}, {"kit_roller"}, 10};
  History history;

  std::vector<std::string> ordered() {
    std::vector<std::string> ids;
    const auto all = candidates(knowledge, verdict, wishes, history);
    for (const int index : by_usefulness(knowledge, wishes, all))
      ids.push_back(knowledge.techniques[static_cast<std::size_t>(index)].id);
    return ids;
  }
  std::string excluded(std::string_view id) {
    return candidates(knowledge, verdict, wishes,
                      history)[static_cast<std::size_t>(knowledge.technique(id))]
        .excluded;
  }
};

TEST_F(Choose, FollowsThePriorityOfTheKnowledge) {
  EXPECT_EQ(ordered(),
            (std::vector<std::string>{"seated_rotation", "wall_slide", "foam_roller", "squeeze"}));
}

TEST_F(Choose, LeavesOutWhatHelpsElsewhere) {
  EXPECT_EQ(excluded("chin_tuck"), "plan.excluded.region");
}

TEST_F(Choose, LeavesOutWhatNeedsAnotherPosition) {
  wishes.positions = {"desk"};
  EXPECT_EQ(excluded("wall_slide"), "plan.excluded.position");
}

TEST_F(Choose, LeavesOutWhatNeedsOtherKit) {
  wishes.kit = {};
  EXPECT_EQ(excluded("foam_roller"), "plan.excluded.kit");
}

TEST_F(Choose, ForTwoRegionsOneThatHelpsBothComesFirst) {
  wishes.regions = {"stiff_neck", "stiff_upper_back"};
  EXPECT_EQ(ordered().front(), "squeeze");
}

TEST_F(Choose, EveryRegionGetsSomethingEarly) {
  wishes.regions = {"stiff_neck", "stiff_upper_back"};
  sample::allowed(verdict, "squeeze").permission = Permission::avoid;
  knowledge.techniques[static_cast<std::size_t>(knowledge.technique("chin_tuck"))].priority = 0;
  const auto order = ordered();
  EXPECT_EQ(order[1], "chin_tuck");
}

TEST_F(Choose, WhatWasLeftOutLastTimeGetsItsTurn) {
  history.today = 100;
  for (const char* id : {"seated_rotation", "foam_roller", "squeeze"})
    history.techniques.push_back({id, {{99, true, false}}});
  EXPECT_EQ(ordered().front(), "wall_slide");
}

TEST_F(Choose, WhatHurtLatelyComesLater) {
  history.today = 100;
  history.techniques.push_back({"seated_rotation", {{99, false, true}}});
  EXPECT_NE(ordered().front(), "seated_rotation");
}

TEST_F(Choose, WithoutAWishForARegionEverythingHelps) {
  wishes.regions = {};
  EXPECT_EQ(ordered().size(), 5u);
}

TEST_F(Choose, HalvesForAConditionAndAFlareAndTheClock) {
  sample::allowed(verdict, "wall_slide") = {"wall_slide", Permission::modify, {"c"}, 0.5, 1};
  history.today = 100;
  history.halve = true;
  history.techniques.push_back({"wall_slide", {{99, false, true}}});
  const auto all = candidates(knowledge, verdict, wishes, history);
  EXPECT_DOUBLE_EQ(all[static_cast<std::size_t>(knowledge.technique("wall_slide"))].factor, 0.125);
}

}  // namespace
}  // namespace limber
