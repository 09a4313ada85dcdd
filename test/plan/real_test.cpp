// Plans with the knowledge that ships: every pack of wishes, every single condition.
#include <gtest/gtest.h>

#include <algorithm>

#include "body/plan_time.h"
#include "embedded.h"
#include "plan/plan.h"

namespace limber {
namespace {

const Loaded& real() {
  return embedded();
}

Verdict all_ok(const Knowledge& knowledge) {
  Verdict verdict;
  verdict.level = Level::gentle_with_modifications;
  verdict.complete = verdict.plan_allowed = true;
  for (const Technique& technique : knowledge.techniques)
    verdict.techniques.push_back({technique.id, Permission::ok, {}, 1, 1});
  return verdict;
}

// What one condition alone leaves of it.
Verdict under(const Knowledge& knowledge, const Condition& condition) {
  Verdict verdict = all_ok(knowledge);
  for (std::size_t i = 0; i < knowledge.techniques.size(); ++i) {
    const Modification& cell = condition.row[i];
    verdict.techniques[i] = {knowledge.techniques[i].id,
                             cell.permission,
                             {condition.id},
                             cell.dose_factor,
                             cell.range_factor};
  }
  return verdict;
}

const std::vector<std::string> kAllKit = {"kit_chair", "kit_wall", "kit_ball", "kit_roller"};

TEST(RealPlan, EveryPlaceRegionAndLengthHasOne) {
  const Knowledge& knowledge = real().knowledge;
  for (const char* region : {"stiff_neck", "stiff_upper_back"})
    for (const char* place : {"desk", "standing", "floor"})
      for (int minutes = 3; minutes <= 10; ++minutes) {
        const Wishes wishes{{region}, {place}, kAllKit, minutes};
        const auto plan = make_plan(knowledge, all_ok(knowledge), wishes, {});
        ASSERT_TRUE(plan) << region << " " << place << " " << minutes << ": "
                          << describe(plan.error());
        EXPECT_LE(plan_ms(*plan), minutes * 60'000);
        EXPECT_TRUE(plan->items.front().warm_up);
      }
}

TEST(RealPlan, TenMinutesAreUsedWell) {
  const Knowledge& knowledge = real().knowledge;
  const auto plan = make_plan(knowledge, all_ok(knowledge),
                              {{"stiff_neck", "stiff_upper_back"}, {"desk"}, kAllKit, 10}, {});
  ASSERT_TRUE(plan);
  const auto techniques = std::count_if(plan->items.begin(), plan->items.end(),
                                        [](const PlanItem& item) { return !item.warm_up; });
  EXPECT_EQ(techniques, 4);
  EXPECT_GE(plan->total_s, 240);
}

TEST(RealPlan, NoConditionEverBringsInWhatItForbids) {
  const Knowledge& knowledge = real().knowledge;
  for (const Condition& condition : knowledge.conditions) {
    const Verdict verdict = under(knowledge, condition);
    const auto plan = make_plan(knowledge, verdict, {{}, {}, kAllKit, 10}, {});
    if (!plan) {
      EXPECT_EQ(plan.error().kind, ErrorKind::refused) << condition.id;
      continue;
    }
    for (const PlanItem& item : plan->items) {
      const auto index = static_cast<std::size_t>(knowledge.technique(item.technique));
      EXPECT_NE(condition.row[index].permission, Permission::avoid) << condition.id;
    }
  }
}

TEST(RealPlan, EveryReasonHasItsWords) {
  const Knowledge& knowledge = real().knowledge;
  const Catalogue& words = real().catalogues.find("en")->second;
  History history;
  history.today = 100;
  for (const Technique& technique : knowledge.techniques)
    history.techniques.push_back({technique.id,
                                  {{90, true, false},
                                   {96, true, false},
                                   {97, true, false},
                                   {98, true, technique.id == "chin_tuck"}}});
  for (const Condition& condition : knowledge.conditions)
    for (const int minutes : {3, 10}) {
      const auto plan =
          make_plan(knowledge, under(knowledge, condition), {{}, {"desk"}, {}, minutes}, history);
      if (!plan) continue;
      for (const PlanItem& item : plan->items)
        for (const std::string& reason : item.reasons) EXPECT_TRUE(words.has(reason)) << reason;
      for (const Excluded& one : plan->excluded) EXPECT_TRUE(words.has(one.reason)) << one.reason;
    }
}

}  // namespace
}  // namespace limber
