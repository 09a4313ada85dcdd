#include "plan/plan.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "body/plan_json.h"
#include "body/plan_time.h"
#include "plan/ladder.h"
#include "plan/sample.h"
#include "plan/timeline.h"

namespace limber {
namespace {

struct MakePlan : testing::Test {
  Knowledge knowledge = sample::knowledge();
  Verdict verdict = sample::verdict(knowledge);
  Wishes wishes{{"stiff_upper_back"}, {"desk", "standing"}, {}, 10};
  History history;
  Plan plan() {
    auto made = make_plan(knowledge, verdict, wishes, history);
    EXPECT_TRUE(made) << (made ? "" : describe(made.error()));
    return made.value_or(Plan{});
  }
  ErrorKind error() {
    const auto made = make_plan(knowledge, verdict, wishes, history);
    return made ? ErrorKind::store : made.error().kind;
  }
};

TEST_F(MakePlan, OpensWithAWarmUp) {
  EXPECT_TRUE(plan().items.front().warm_up);
  EXPECT_EQ(plan().items.front().reasons.front(), "plan.reason.warm_up");
}

TEST_F(MakePlan, IsRefusedWhereTheVerdictAllowsNone) {
  verdict.plan_allowed = false;
  EXPECT_EQ(error(), ErrorKind::refused);
}

TEST_F(MakePlan, IsRefusedWhenTheVerdictContradictsItself) {
  verdict.level = Level::urgent_same_day;
  EXPECT_EQ(error(), ErrorKind::refused);
}

TEST_F(MakePlan, IsRefusedWhenNothingIsSafe) {
  for (Allowed& one : verdict.techniques) one.permission = Permission::avoid;
  EXPECT_EQ(error(), ErrorKind::refused);
}

// "Rolling presses on weak bones" is no reason to leave out what only lacked its kit.
TEST_F(MakePlan, NamesOnlyTheConditionsThatRuleATechniqueOut) {
  Condition brittle, stiff;
  brittle.id = "brittle", stiff.id = "stiff";
  brittle.row.resize(knowledge.techniques.size()), stiff.row.resize(knowledge.techniques.size());
  for (Modification& cell : brittle.row) cell.permission = Permission::modify;
  for (Modification& cell : stiff.row) cell.permission = Permission::modify;
  const auto roller = static_cast<std::size_t>(knowledge.technique("foam_roller"));
  brittle.row[roller].permission = Permission::avoid;
  knowledge.conditions = {brittle, stiff};
  for (Allowed& one : verdict.techniques) {
    one.conditions = {"brittle", "stiff"};
    one.permission = one.technique == "foam_roller" ? Permission::avoid : Permission::modify;
  }
  for (const Excluded& one : plan().excluded) {
    EXPECT_EQ(one.conditions, one.technique == "foam_roller" ? std::vector<std::string>{"brittle"}
                                                             : std::vector<std::string>{})
        << one.technique << " " << one.reason;
  }
}

TEST_F(MakePlan, SaysWhenTheWishesLeaveNothing) {
  wishes.positions = {"floor"};
  EXPECT_EQ(error(), ErrorKind::not_found);
}

TEST_F(MakePlan, KnowsTheWordsOfAWish) {
  wishes.positions = {"dsk"};
  const auto made = make_plan(knowledge, verdict, wishes, history);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, ErrorKind::input);
  EXPECT_EQ(made.error().hint, "did you mean \"desk\"?");
}

TEST_F(MakePlan, TakesThreeToTenMinutes) {
  wishes.minutes = 2;
  EXPECT_EQ(error(), ErrorKind::input);
  wishes.minutes = 11;
  EXPECT_EQ(error(), ErrorKind::input);
}

TEST_F(MakePlan, AnAvoidNeverComesIn) {
  sample::allowed(verdict, "seated_rotation") = {"seated_rotation", Permission::avoid, {"c"}, 1, 1};
  const Plan made = plan();
  EXPECT_EQ(sample::find(made, "seated_rotation"), nullptr);
  EXPECT_EQ(sample::why_out(made, "seated_rotation"), "plan.excluded.avoid");
}

TEST_F(MakePlan, AModificationChangesDoseAndRange) {
  sample::allowed(verdict, "wall_slide") = {"wall_slide", Permission::modify, {"c"}, 0.5, 0.6};
  const Plan made = plan();
  const PlanItem* item = sample::find(made, "wall_slide");
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(item->dose.reps, 2);
  EXPECT_DOUBLE_EQ(item->range_factor, 0.6);
  EXPECT_EQ(item->conditions, std::vector<std::string>{"c"});
}

TEST_F(MakePlan, HasAtMostFourTechniques) {
  wishes = {{}, {}, {"kit_roller"}, 10};
  const Plan made = plan();
  EXPECT_EQ(std::count_if(made.items.begin(), made.items.end(),
                          [](const PlanItem& item) { return !item.warm_up; }),
            4);
  EXPECT_EQ(sample::why_out(made, "squeeze"), "plan.excluded.enough");
}

TEST_F(MakePlan, InThreeMinutesLessFits) {
  wishes.minutes = 3;
  const Plan made = plan();
  EXPECT_LE(made.total_s, 180);
  EXPECT_EQ(made.items.size(), 3u);  // one warm-up, two techniques of 45 s
  EXPECT_EQ(sample::why_out(made, "arm_swings"), "plan.excluded.warm_up");
}

TEST_F(MakePlan, ALongOneIsPassedOverForAShorterOne) {
  wishes.minutes = 3;
  Technique& rotation =
      knowledge.techniques[static_cast<std::size_t>(knowledge.technique("seated_rotation"))];
  rotation.hold_s = {60, 0, 60};
  EXPECT_EQ(sample::why_out(plan(), "seated_rotation"), "plan.excluded.minutes");
  EXPECT_NE(sample::find(plan(), "wall_slide"), nullptr);
}

TEST_F(MakePlan, SaysWhenTheMinutesAreTooFew) {
  wishes.minutes = 3;
  for (Technique& technique : knowledge.techniques)
    if (!technique.warm_up) technique.hold_s = {60, 0, 60};
  const auto made = make_plan(knowledge, verdict, wishes, history);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().where, "/minutes");
}

TEST_F(MakePlan, KeepsTheKnowledgeItWasMadeWith) {
  EXPECT_EQ(plan().knowledge, "2026.11 (abc)");
}

TEST_F(MakePlan, EveryTechniqueIsEitherInOrOutWithAReason) {
  const Plan made = plan();
  EXPECT_EQ(made.items.size() + made.excluded.size(), knowledge.techniques.size());
  for (const Excluded& one : made.excluded) EXPECT_FALSE(one.reason.empty()) << one.technique;
}

TEST_F(MakePlan, AfterThreeEasyDaysItSaysSo) {
  history.today = 100;
  history.techniques.push_back(
      {"wall_slide", {{97, true, false}, {98, true, false}, {99, true, false}}});
  const Plan made = plan();
  const auto& reasons = sample::find(made, "wall_slide")->reasons;
  EXPECT_NE(std::find(reasons.begin(), reasons.end(), "plan.reason.climbed"), reasons.end());
  EXPECT_EQ(sample::find(made, "wall_slide")->dose.reps, 6);
}

TEST_F(MakePlan, AfterAFlareItIsHalf) {
  history.today = 100;
  history.techniques.push_back({"wall_slide", {{99, false, true}}});
  EXPECT_EQ(sample::find(plan(), "wall_slide")->dose.reps, 2);
}

struct Swap : MakePlan {
  Result<Plan> swap(std::string_view from, std::string_view to) {
    return swap_technique(knowledge, verdict, wishes, history, plan(), from, to);
  }
};

TEST_F(Swap, ExchangesOneAndKeepsTheRest) {
  const auto swapped = swap("wall_slide", "foam_roller");
  ASSERT_TRUE(swapped);
  EXPECT_EQ(sample::find(*swapped, "wall_slide"), nullptr);
  EXPECT_NE(sample::find(*swapped, "foam_roller"), nullptr);
  EXPECT_NE(sample::find(*swapped, "seated_rotation"), nullptr);
  EXPECT_EQ(sample::why_out(*swapped, "wall_slide"), "plan.excluded.swapped");
}

TEST_F(Swap, NeverBringsInAnAvoid) {
  sample::allowed(verdict, "foam_roller").permission = Permission::avoid;
  EXPECT_EQ(swap("wall_slide", "foam_roller").error().kind, ErrorKind::refused);
}

TEST_F(Swap, NeverBringsInALockedNeck) {
  history.neck_locked = true;
  EXPECT_EQ(swap("wall_slide", "chin_tuck").error().kind, ErrorKind::refused);
}

TEST_F(Swap, DoesNotGrowBeyondTheMinutes) {
  wishes.minutes = 3;
  Technique& roller =
      knowledge.techniques[static_cast<std::size_t>(knowledge.technique("foam_roller"))];
  roller.hold_s = {60, 0, 60};
  EXPECT_EQ(swap("wall_slide", "foam_roller").error().kind, ErrorKind::not_found);
}

TEST_F(Swap, RefusesAPlanTheCheckNoLongerAllows) {
  const Plan before = plan();
  sample::allowed(verdict, "seated_rotation").permission = Permission::avoid;
  EXPECT_EQ(swap_technique(knowledge, verdict, wishes, history, before, "wall_slide", "foam_roller")
                .error()
                .kind,
            ErrorKind::refused);
}

TEST_F(Swap, ASessionKeepsItsWarmUp) {
  EXPECT_EQ(swap("shoulder_rolls", "foam_roller").error().kind, ErrorKind::usage);
}

TEST_F(Swap, OnlyWhatIsThereCanGo) {
  EXPECT_EQ(swap("foam_roller", "chin_tuck").error().kind, ErrorKind::not_found);
  EXPECT_EQ(swap("wall_slide", "levitation").error().kind, ErrorKind::not_found);
}

// --- Over everything ----------------------------------------------------------------------------

void holds_its_promises(const Knowledge& knowledge, const Verdict& verdict, const Wishes& wishes,
                        const History& history, const Plan& plan) {
  std::int64_t sum = 0;
  for (const Phase& phase : plan_phases(plan)) sum += phase.length_ms;
  RC_ASSERT(to_ms(plan.total_s) == sum);
  RC_ASSERT(sum <= wishes.minutes * 60'000);
  RC_ASSERT(sum <= 600'000);
  RC_ASSERT(plan.items.front().warm_up);
  int techniques = 0;
  for (const PlanItem& item : plan.items) {
    const int index = knowledge.technique(item.technique);
    RC_ASSERT(index >= 0);
    const Technique& technique = knowledge.techniques[static_cast<std::size_t>(index)];
    if (!technique.warm_up) ++techniques;
    bool named = false;
    for (const Allowed& one : verdict.techniques) {
      if (one.technique != item.technique) continue;
      named = true;
      RC_ASSERT(one.permission != Permission::avoid);
      if (one.permission == Permission::modify) RC_ASSERT(item.range_factor == one.range_factor);
    }
    RC_ASSERT(named);
    RC_ASSERT(!(history.neck_locked && technique.neck));
    RC_ASSERT(technique.has_row || verdict.level == Level::go);
    RC_ASSERT(item.dose.reps <= technique.reps.max && item.dose.reps >= 1);
    RC_ASSERT(item.dose.hold_s <= technique.hold_s.max);
    RC_ASSERT(item.dose.sets <= technique.sets.max && item.dose.sets >= 1);
    RC_ASSERT(!item.reasons.empty());
  }
  RC_ASSERT(techniques >= 1 && techniques <= 4);
  RC_ASSERT(plan.items.size() + plan.excluded.size() == knowledge.techniques.size());
  for (const Excluded& one : plan.excluded) RC_ASSERT(!one.reason.empty());
}

RC_GTEST_PROP(AnyPlan, KeepsItsPromises, ()) {
  const Knowledge knowledge = sample::random_knowledge();
  const Verdict verdict = sample::random_verdict(knowledge);
  const Wishes wishes = sample::random_wishes();
  const History history = sample::random_history(knowledge);
  const auto plan = make_plan(knowledge, verdict, wishes, history);
  RC_CLASSIFY(plan.has_value(), "a plan");
  if (!plan) {
    RC_ASSERT(plan.error().kind == ErrorKind::refused || plan.error().kind == ErrorKind::not_found);
    return;
  }
  holds_its_promises(knowledge, verdict, wishes, history, *plan);
  const auto again = make_plan(knowledge, verdict, wishes, history);
  RC_ASSERT(again.has_value() && *again == *plan);
}

RC_GTEST_PROP(AnyPlan, StaysSafeThroughAnySwap, ()) {
  const Knowledge knowledge = sample::random_knowledge();
  const Verdict verdict = sample::random_verdict(knowledge);
  const Wishes wishes = sample::random_wishes();
  const History history = sample::random_history(knowledge);
  const auto plan = make_plan(knowledge, verdict, wishes, history);
  if (!plan) return;
  const auto& from = plan->items[static_cast<std::size_t>(
      sample::in(0, static_cast<int>(plan->items.size()) - 1))];
  const auto& to = knowledge.techniques[static_cast<std::size_t>(
      sample::in(0, static_cast<int>(knowledge.techniques.size()) - 1))];
  const auto swapped =
      swap_technique(knowledge, verdict, wishes, history, *plan, from.technique, to.id);
  RC_CLASSIFY(swapped.has_value(), "swapped");
  if (swapped) holds_its_promises(knowledge, verdict, wishes, history, *swapped);
}

RC_GTEST_PROP(AnyPlan, SurvivesJson, ()) {
  const Knowledge knowledge = sample::random_knowledge();
  const auto plan = make_plan(knowledge, sample::random_verdict(knowledge), sample::random_wishes(),
                              sample::random_history(knowledge));
  if (!plan) return;
  const auto json = parse_json(print_json(to_json(*plan)));
  RC_ASSERT(json.has_value());
  const auto back = plan_from_json(*json, "");
  RC_ASSERT(back.has_value());
  RC_ASSERT(*back == *plan);
}

RC_GTEST_PROP(AnyPlan, IsNeverMadeAtProfessionalOrAbove, ()) {
  const Knowledge knowledge = sample::random_knowledge();
  Verdict verdict = sample::random_verdict(knowledge);
  verdict.level = static_cast<Level>(sample::in(2, 4));
  verdict.plan_allowed = *rc::gen::arbitrary<bool>();
  const auto plan =
      make_plan(knowledge, verdict, sample::random_wishes(), sample::random_history(knowledge));
  RC_ASSERT(!plan && plan.error().kind == ErrorKind::refused);
}

}  // namespace
}  // namespace limber
