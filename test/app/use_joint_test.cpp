// The use-cases of the joint, as a page calls them.
#include <gtest/gtest.h>

#include <limber/app.h>
#include <limber/joint.h>

#include "base/json.h"

namespace limber {
namespace {

Json call(std::string_view method, std::string_view json = "{}") {
  static App kApp = std::move(*App::open(embedded_knowledge()));
  return *parse_json(kApp.call(method, json));
}
Json ok(std::string_view method, std::string_view json = "{}") {
  const Json answer = call(method, json);
  EXPECT_TRUE(answer.contains("ok")) << print_json(answer).substr(0, 300);
  return answer.contains("ok") ? answer["ok"] : Json::object();
}
std::string error(std::string_view method, std::string_view json) {
  const Json answer = call(method, json);
  EXPECT_TRUE(answer.contains("error")) << print_json(answer).substr(0, 300);
  return answer.contains("error") ? print_json(answer["error"]) : "";
}
double number(const Json& json, const char* pointer) {
  return as_number(json[Json::json_pointer(pointer)]).value_or(-1e300);
}

TEST(UseJoint, APopHasTheForceOfTheTable) {
  EXPECT_NEAR(number(ok("pop"), "/pop/force_N"), 19.966749, 2e-5);
}

TEST(UseJoint, AParameterChangesThePop) {
  const Json soft = ok("pop", R"({"set":{"inception":0}})");
  EXPECT_NEAR(number(soft, "/pop/force_N"), 13.324, 2e-3);
  EXPECT_EQ(soft["pop"]["popped"], false);
}

TEST(UseJoint, ASecondPullTooSoonIsSilentAndLaterPopsAgain) {
  EXPECT_EQ(ok("pop", R"({"again_min":5})")["again"]["pop"]["popped"], false);
  EXPECT_EQ(ok("pop", R"({"again_min":60})")["again"]["pop"]["popped"], true);
}

TEST(UseJoint, WrongWordsAreNamed) {
  EXPECT_NE(error("pop", R"({"set":{"flm":40}})").find("did you mean film"), std::string::npos);
  EXPECT_NE(error("pop", R"({"set":{"film":-1}})").find("5 to 500"), std::string::npos);
  EXPECT_NE(error("pop", R"({"set":{"film":"40"}})").find("a number"), std::string::npos);
  EXPECT_NE(error("pop", R"({"set":[1]})").find("set"), std::string::npos);
  EXPECT_NE(error("pop", R"({"presett":"finger"})").find("presett"), std::string::npos);
  EXPECT_NE(error("pop", R"({"preset":"toe"})").find("no preset"), std::string::npos);
  EXPECT_NE(error("pop", R"({"tolerance":0})").find("tolerance"), std::string::npos);
  EXPECT_NE(error("pop", R"({"again_min":-1})").find("again_min"), std::string::npos);
  EXPECT_NE(error("pop.plot", R"({"theme":"loud"})").find("theme"), std::string::npos);
  EXPECT_NE(error("pop.sweep", R"({"points":10001})").find("points"), std::string::npos);
}

TEST(UseJoint, TheTraceEndsWhereTheRunEnds) {
  const Json out = ok("pop.trace", R"({"sound":true})");
  const Json& trace = out["trace"];
  EXPECT_GT(trace["time_s"].size(), 100u);
  for (const char* name : {"force_N", "gap_m", "pressure_Pa", "cavity_m3"})
    EXPECT_EQ(trace[name].size(), trace["time_s"].size()) << name;
  EXPECT_NEAR(*as_number(trace["time_s"].back()),
              number(out, "/pop/time_s") + number(out, "/pop/end_after_s"), 1e-12);
  EXPECT_GT(trace["sound"]["accel_m3_s2"].size(), 10000u);
  EXPECT_EQ(out["wait_trace"]["minutes"].size(), out["wait_trace"]["volume"].size());
}

TEST(UseJoint, TheSoundIsAsLoudAsThePop) {
  const Json sound = ok("pop.sound");
  double peak = 0;
  for (const Json& sample : sound["samples_Pa"])
    peak = std::max(peak, std::abs(*as_number(sample)));
  EXPECT_NEAR(peak / number(ok("pop"), "/pop/peak_Pa"), 1, 0.05);
}

TEST(UseJoint, APullByHandGoesOnFromTheStateItGave) {
  Json moment = {{"force_from_N", 0}, {"force_to_N", 10}, {"seconds", 0.5}};
  const Json first = ok("pop.hand", print_json(moment));
  EXPECT_FALSE(first.contains("pop"));
  moment = {{"state", first["state"]}, {"force_from_N", 10}, {"force_to_N", 30}, {"seconds", 1}};
  const Json second = ok("pop.hand", print_json(moment));
  EXPECT_NEAR(number(second, "/pop/force_N"), 20, 0.1);
  EXPECT_GT(second["sound"]["samples_Pa"].size(), 1000u);
  EXPECT_NE(error("pop.hand", R"({"force_from_N":0,"force_to_N":1,"seconds":9})").find("seconds"),
            std::string::npos);
  EXPECT_NE(error("pop.hand", R"({"state":{"gap":1},"force_from_N":0,"force_to_N":1,"seconds":1})")
                .find("time"),
            std::string::npos);
}

TEST(UseJoint, ATendonSnapsWithoutAJoint) {
  EXPECT_NEAR(number(ok("pop.snap"), "/peak_Pa"), 0.1, 0.01);
}

TEST(UseJoint, TheWaitIsARangeWithTheFloorThatIsTold) {
  const Json told = ok("pop.wait")["told"];
  EXPECT_EQ(*as_number(told["at_least_min"]), 20);
  EXPECT_EQ(*as_number(told["low_min"]), 9);
  EXPECT_EQ(*as_number(told["high_min"]), 40);
}

TEST(UseJoint, ASweepOfNothingIsEmptyAndCompleteAndTheSameSeedIsTheSameSweep) {
  const Json none = ok("pop.sweep", R"({"points":0})");
  EXPECT_EQ(none["complete"], true);
  EXPECT_EQ(*as_number(none["points"]), 0);
  const char* some = R"({"points":6,"seed":3,"rows":true,"preset":"facet_stretch"})";
  const Json first = ok("pop.sweep", some);
  EXPECT_EQ(first["rows"].size(), 6u);
  EXPECT_EQ(first, ok("pop.sweep", some));
}

TEST(UseJoint, EveryPresetRunsAndEveryParameterIsDescribed) {
  const Json presets = ok("pop.presets")["presets"];  // outlives the loop over it
  for (const Json& preset : presets) ok("pop", print_json({{"preset", preset["id"]}}));
  const Json list = ok("pop.parameters", R"({"preset":"facet_thrust"})")["parameters"];
  EXPECT_EQ(list.size(), joint_parameters().size());
  for (const Json& row : list)
    for (const char* part : {"name", "meaning", "more", "less", "source", "tag"})
      EXPECT_FALSE(as_text(row[part]).value_or("").empty()) << print_json(row);
}

TEST(UseJoint, APlotForThePageBringsNoStyleOfItsOwn) {
  const std::string page = *as_text(ok("pop.plot", R"({"theme":"page"})")["svg"]);
  EXPECT_EQ(page.find("<style"), std::string::npos);
  EXPECT_EQ(page.find(" style="), std::string::npos);
  EXPECT_NE(page.find("class=\"curve\""), std::string::npos);
  EXPECT_NE(as_text(ok("pop.plot")["svg"])->find("<style"), std::string::npos);
}

TEST(UseJoint, TheSelfTestPasses) {
  EXPECT_EQ(*as_number(ok("pop.selftest")["failed"]), 0);
}

}  // namespace
}  // namespace limber
