#include "body/plan_json.h"

#include <gtest/gtest.h>

#include "body/plan_time.h"

namespace limber {
namespace {

PlanItem item(std::string id, bool warm_up) {
  PlanItem one;
  one.technique = std::move(id);
  one.warm_up = warm_up;
  one.dose = {1, 5, 2, 2, 3.5, 2, 0};
  one.conditions = {"osteoporosis"};
  one.reasons = {"plan.reason.region"};
  one.steps = {"set_up", "out"};
  one.range_factor = 0.1 + 0.2;  // no short decimal: must survive to the last bit
  one.seconds = static_cast<double>(item_ms(one)) / 1000;
  return one;
}

Plan plan() {
  Plan made;
  made.items = {item("shoulder_rolls", true), item("chin_tuck", false)};
  made.excluded = {{"foam_roller", "plan.excluded.kit", {"pregnancy"}}};
  made.total_s = static_cast<double>(plan_ms(made)) / 1000;
  made.level = Level::gentle_with_modifications;
  made.knowledge = "2026.11 (abc)";
  return made;
}

std::string refusal(const Json& json) {
  const auto read = plan_from_json(json, "/plan");
  return read ? "" : read.error().where;
}

TEST(PlanJson, ComesBackToTheLastBit) {
  const auto json = parse_json(print_json(to_json(plan())));
  ASSERT_TRUE(json);
  const auto back = plan_from_json(*json, "");
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, plan());
}

TEST(PlanJson, AWrongDurationIsRefused) {
  Json json = to_json(plan());
  json["total_s"] = 1;
  EXPECT_EQ(refusal(json), "/plan/total_s");
}

TEST(PlanJson, APlanWithoutAWarmUpIsRefused) {
  Plan made = plan();
  made.items[0].warm_up = false;
  EXPECT_EQ(refusal(to_json(made)), "/plan/items");
}

TEST(PlanJson, FiveTechniquesAreRefused) {
  Plan made = plan();
  for (const char* id : {"a", "b", "c", "d"}) made.items.push_back(item(id, false));
  made.total_s = static_cast<double>(plan_ms(made)) / 1000;
  EXPECT_EQ(refusal(to_json(made)), "/plan/items");
}

TEST(PlanJson, MoreThanTenMinutesAreRefused) {
  Plan made = plan();
  made.items[1].dose.reps = 50;
  made.items[1].seconds = static_cast<double>(item_ms(made.items[1])) / 1000;
  made.total_s = static_cast<double>(plan_ms(made)) / 1000;
  EXPECT_EQ(refusal(to_json(made)), "/plan/items");
}

TEST(PlanJson, TheSameTechniqueTwiceIsRefused) {
  Plan made = plan();
  made.items.push_back(item("chin_tuck", false));
  made.total_s = static_cast<double>(plan_ms(made)) / 1000;
  EXPECT_EQ(refusal(to_json(made)), "/plan/items");
}

TEST(PlanJson, ALevelThatAllowsNoPlanIsRefused) {
  Plan made = plan();
  made.level = Level::urgent_same_day;
  EXPECT_EQ(refusal(to_json(made)), "/plan/level");
}

TEST(PlanJson, AnUnknownFieldIsRefused) {
  Json json = to_json(plan());
  json["itmes"] = 1;
  EXPECT_EQ(refusal(json), "/plan/itmes");
}

TEST(PlanJson, NonsenseIsRefused) {
  for (const char* text : {"null", "[]", "{}", "3", R"({"items":{}})", R"({"items":[1]})"}) {
    const auto json = parse_json(text);
    ASSERT_TRUE(json);
    EXPECT_FALSE(plan_from_json(*json, "")) << text;
  }
}

}  // namespace
}  // namespace limber
