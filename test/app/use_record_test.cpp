// The use-cases of the record, over a store in memory.
#include <gtest/gtest.h>

#include <limber/joint.h>

#include "app/core.h"
#include "base/json.h"
#include "base/text.h"
#include "test/app/memory_machine.h"

namespace limber {
namespace {

Json ok(MemoryMachine& machine, std::string_view method, std::string_view input = "{}") {
  const std::string text = machine.app->call(method, input);
  const auto answer = parse_json(text);
  EXPECT_TRUE(answer && answer->contains("ok")) << method << ": " << text;
  return answer && answer->contains("ok") ? (*answer)["ok"] : Json::object();
}

std::string kind_of_error(MemoryMachine& machine, std::string_view method, std::string_view input) {
  const auto answer = parse_json(machine.app->call(method, input));
  if (!answer || !answer->contains("error")) return "";
  return Reader((*answer)["error"], "").text("kind");
}

constexpr const char* kWell = R"({"unanswered":"reassuring","answers":{"age":42},"asked":["age"]})";

TEST(RecordAppend, FillsInWhatTheCallerLeavesOut) {
  MemoryMachine machine;
  const Json out =
      ok(machine, "record.append", R"({"events":[{"kind":"note","payload":{"text":"well"}}]})");
  EXPECT_EQ(Reader(out, "").integer("added", 0, 9), 1);
  ASSERT_EQ(machine.store.events().size(), 1u);
  EXPECT_EQ(machine.store.events()[0].offset_min, 60);
  EXPECT_EQ(machine.store.events()[0].device, machine.store.device());
}

TEST(RecordAppend, TrustsNobody) {
  MemoryMachine machine;
  EXPECT_EQ(kind_of_error(machine, "record.append",
                          R"({"events":[{"kind":"pain.noted","payload":{"score":11}}]})"),
            "input");
  EXPECT_TRUE(machine.store.events().empty());
}

TEST(RecordAppend, AMilderVerdictThanItsAnswersIsRefused) {
  MemoryMachine machine;
  ok(machine, "record.screened",
     R"({"unanswered":"reassuring","answers":{"age":42,"stroke_signs":"yes"},"asked":["age"]})");
  Json payload = *parse_json(machine.store.events()[0].payload);
  payload["verdict"]["level"] = "go";
  const Json input = {{"events", {{{"kind", "screened"}, {"payload", payload}}}}};
  EXPECT_EQ(kind_of_error(machine, "record.append", print_json(input)), "input");
}

TEST(RecordAppend, AllOrNothing) {
  MemoryMachine machine;
  EXPECT_EQ(kind_of_error(machine, "record.append",
                          R"({"events":[{"kind":"note","payload":{"text":"well"}},
                                        {"kind":"note","payload":{}}]})"),
            "input");
  EXPECT_TRUE(machine.store.events().empty());
}

TEST(RecordTake, TakesWhatStandsInARecordAlready) {
  MemoryMachine machine;
  const Json out = ok(machine, "record.take",
                      R"({"events":[{"kind":"note","payload":{"said":"by another Limber"}}]})");
  EXPECT_EQ(Reader(out, "").integer("added", 0, 9), 1);
}

TEST(RecordAppend, RefusesFieldsItDoesNotKnow) {
  MemoryMachine machine;
  EXPECT_EQ(kind_of_error(machine, "record.append",
                          R"({"events":[{"kind":"note","payload":{},"tiem":4}]})"),
            "input");
  EXPECT_TRUE(machine.store.events().empty());
}

TEST(RecordAppend, WithoutAStoreIsAnErrorOfTheStore) {
  auto app = App::open(embedded_knowledge());
  ASSERT_TRUE(app);
  EXPECT_NE(app->call("today").find("\"kind\":\"store\""), std::string::npos);
}

TEST(Screened, ComesBackAsTheLastVerdict) {
  MemoryMachine machine;
  EXPECT_EQ(Reader(ok(machine, "record.screened", kWell), "").text("level"), "go");
  const Json today = ok(machine, "today");
  Reader last(Reader(today, "").object("last"), "");
  EXPECT_EQ(last.text("level"), "go");
  EXPECT_TRUE(last.flag("fresh"));
}

TEST(Today, TimesTheLastPopAndTellsTheRange) {
  MemoryMachine machine;
  EXPECT_TRUE(ok(machine, "today")["pop_timer"].is_null());
  ok(machine, "record.append",
     R"({"events":[{"kind":"pop.noted","payload":{"place":"neck","painful":false,"deliberate":false}}]})");
  const Json today = ok(machine, "today");
  Reader timer(Reader(today, "").object("pop_timer"), "");
  EXPECT_FALSE(timer.flag("floor_passed"));
  EXPECT_NE(timer.text("text").find("At least 20"), std::string::npos);
  EXPECT_NE(timer.text("told").find("9 to 40"), std::string::npos);
  EXPECT_FALSE(timer.array("sources").empty());
  EXPECT_FALSE(timer.error());
  EXPECT_EQ(ok(machine, "log")["pop_timer"], today["pop_timer"]);
}

TEST(Today, TheNumbersToldAreTheModels) {
  const PopWait model = pop_wait();
  MemoryMachine machine;
  const auto& numbers = machine.app->core().knowledge().numbers;
  EXPECT_EQ(numbers.find("pop_wait_model_low_min")->second, model.low_min);
  EXPECT_EQ(numbers.find("pop_wait_model_high_min")->second, model.high_min);
  EXPECT_EQ(numbers.find("pop_wait_floor_min")->second, model.floor_min);
}

TEST(Today, EmergencyAnswersAreNeverTakenForGranted) {
  MemoryMachine machine;
  ok(machine, "record.screened", kWell);
  const Json today = ok(machine, "today");
  EXPECT_FALSE(today["answers"].contains("sudden_severe_headache"));
  EXPECT_TRUE(today["answers"].contains("age"));
}

TEST(Today, AnswersGoStaleByTheirShelf) {
  MemoryMachine machine;
  ok(machine, "record.screened", kWell);
  machine.hours_pass(29 * 24);
  const Json today = ok(machine, "today");
  EXPECT_FALSE(today["answers"].contains("age"));
  EXPECT_FALSE(Reader(Reader(today, "").object("last"), "").flag("fresh"));
}

TEST(Today, TellsWhatChanged) {
  MemoryMachine machine;
  ok(machine, "record.screened", kWell);
  machine.hours_pass(30);
  ok(machine, "record.screened",
     R"({"unanswered":"reassuring","answers":{"age":42,"recent_injury":"yes"},"asked":["recent_injury"]})");
  const Json today = ok(machine, "today");
  Reader changed(Reader(today, "").object("changed"), "");
  EXPECT_EQ(changed.text("before"), "go");
  EXPECT_NE(changed.text("after"), "go");
  EXPECT_FALSE(changed.array("answers").empty());
}

TEST(Export, ImportedIntoAnotherRecordIsTheSameRecord) {
  MemoryMachine one, other;
  ok(one, "record.screened", kWell);
  ok(one, "record.append", R"({"events":[{"kind":"note","payload":{"text":"well"}}]})");
  const Json document = ok(one, "export");
  const std::string input = print_json(Json{{"document", document["document"]}});
  EXPECT_EQ(Reader(ok(other, "import", input), "").integer("added", 0, 9), 2);
  EXPECT_EQ(Reader(ok(other, "import", input), "").integer("known", 0, 9), 2);
  EXPECT_EQ(other.store.events(), one.store.events());
}

TEST(Log, ShowsNotesAndChecksNewestFirst) {
  MemoryMachine machine;
  ok(machine, "record.screened", kWell);
  machine.hours_pass(48);
  ok(machine, "record.append", R"({"events":[{"kind":"note","payload":{"text":"well"}}]})");
  const Json log = ok(machine, "log");
  const Json& days = Reader(log, "").array("days");
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(days[0]["notes"].size(), 1u);
  EXPECT_EQ(days[1]["verdicts"].size(), 1u);
}

TEST(Log, TheLimitIsKeptAndChecked) {
  MemoryMachine machine;
  ok(machine, "record.screened", kWell);
  EXPECT_EQ(kind_of_error(machine, "log", R"({"limit":0})"), "input");
  EXPECT_EQ(kind_of_error(machine, "trend", R"({"weeks":"many"})"), "input");
}

TEST(Report, IsOnePageOfText) {
  MemoryMachine machine;
  ok(machine, "record.screened", kWell);
  const Json report = ok(machine, "report");
  EXPECT_NE(Reader(report, "").text("text").find("LIMBER REPORT"), std::string::npos);
}

TEST(Report, IsNoWiderThanAskedFor) {
  MemoryMachine machine;
  ok(machine, "record.screened", kWell);
  const Json report = ok(machine, "report", R"({"columns":40})");
  for (const std::string& line : split(Reader(report, "").text("text"), '\n')) {
    EXPECT_LE(display_width(line), 40u);
  }
  EXPECT_EQ(kind_of_error(machine, "report", R"({"columns":39})"), "input");
  EXPECT_EQ(kind_of_error(machine, "report", R"({"columns":121})"), "input");
}

TEST(Packs, WhatIsNoPackIsToldSo) {
  MemoryMachine machine;
  const Json out = ok(machine, "pack.check", R"({"pack":{"technique":[]}})");
  EXPECT_FALSE(Reader(out, "").array("problems").empty());
  EXPECT_EQ(kind_of_error(machine, "pack.add", R"({"pack":{}})"), "input");
  EXPECT_EQ(kind_of_error(machine, "pack.remove", R"({"id":"none"})"), "not_found");
}

TEST(RecordHistory, TellsEveryVersionOldestFirst) {
  MemoryMachine machine;
  const Json added =
      ok(machine, "record.append", R"({"events":[{"kind":"pain.noted","payload":{"score":7}}]})");
  const std::string id = Reader(added, "").texts("ids").front();
  ok(machine, "record.append",
     R"({"events":[{"kind":"edited","payload":{"of":")" + id + R"(","data":{"score":3}}}]})");
  ok(machine, "record.append",
     R"({"events":[{"kind":"deleted","payload":{"of":")" + id + R"("}}]})");
  const Json out = ok(machine, "record.history", R"({"id":")" + id + R"("})");
  std::string told;
  for (const Json& version : Reader(out, "").array("versions")) {
    told += Reader(version, "").text("what") + " ";
  }
  EXPECT_EQ(told, "noted edited deleted ");
}

TEST(RecordHistory, OfNothingIsNotFound) {
  MemoryMachine machine;
  EXPECT_EQ(kind_of_error(machine, "record.history", R"({"id":"nothing"})"), "not_found");
}

}  // namespace
}  // namespace limber
