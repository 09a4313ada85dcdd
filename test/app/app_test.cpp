// The use-cases through their one door, as every face calls them.
#include <limber/app.h>

#include "base/json.h"
#include "body/names.h"
#include "embedded.h"

namespace limber {
namespace {

App& app() {
  static App kApp = std::move(*App::open(embedded_knowledge()));
  return kApp;
}

Json call(std::string_view method, std::string_view json) {
  return *parse_json(app().call(method, json));
}

Json ok(std::string_view method, std::string_view json) {
  const Json answer = call(method, json);
  EXPECT_TRUE(answer.contains("ok")) << print_json(answer);
  return answer.contains("ok") ? answer["ok"] : Json::object();
}

std::string error(std::string_view method, std::string_view json) {
  const Json answer = call(method, json);
  EXPECT_TRUE(answer.contains("error")) << print_json(answer).substr(0, 200);
  return answer.contains("error") ? print_json(answer["error"]) : "";
}

TEST(App, AllWellMayStart) {
  const Json verdict = ok("check", R"({"unanswered":"reassuring"})");
  EXPECT_EQ(verdict["level"], "go");
  EXPECT_EQ(verdict["plan_allowed"], true);
}

TEST(App, AnEmptySheetIsNotReassuring) {
  const Json verdict = ok("check", "{}");
  EXPECT_EQ(verdict["complete"], false);
  EXPECT_EQ(verdict["plan_allowed"], false);
  EXPECT_GE(*level_from(*as_text(verdict["level"])), Level::urgent_same_day);
}

TEST(App, EveryVerdictShowsVersionAndReview) {
  const Json verdict = ok("check", "{}");
  EXPECT_FALSE(verdict["knowledge"]["version"].empty());
  EXPECT_NE(print_json(verdict["notice"]).find("not yet reviewed"), std::string::npos);
}

TEST(App, EveryFiredRuleNamesASourceThatMayBeShown) {
  for (const Rule& rule : embedded_tables().rules) {
    Json input = {{"unanswered", "reassuring"}, {"answers", Json::object()}};
    for (const auto& [fact, answer] : rule.examples.front().answers) {
      const Fact& asked = embedded_tables().facts[static_cast<std::size_t>(fact)];
      input["answers"][asked.id] = answer.state == Answer::State::number
                                       ? Json(answer.number)
                                       : Json(std::string(state_id(answer.state)));
    }
    const Json verdict = ok("check", print_json(input));
    ASSERT_FALSE(verdict["fired"].empty()) << rule.id;
    for (const Json& fired : verdict["fired"]) {
      EXPECT_FALSE(fired["sources"].empty()) << fired["rule"];
      EXPECT_FALSE(fired["answers"].empty()) << fired["rule"];
      for (const Json& source : fired["sources"]) EXPECT_NE(source["tag"], "K");
    }
  }
}

TEST(App, APlanIsRefusedAboveGentle) {
  const Json facts = ok("facts", "{}")["facts"];
  for (const Json& fact : facts) {
    const auto alone = level_from(*as_text(fact["alone"]));
    if (*alone < Level::see_professional_first || fact["worry"] != "yes") continue;
    const Json input = {{"unanswered", "reassuring"}, {"answers", {{*as_text(fact["id"]), "yes"}}}};
    EXPECT_NE(error("plan", print_json(input)).find("refused"), std::string::npos) << fact["id"];
  }
}

TEST(App, APlanFitsTenMinutesAndFourTechniques) {
  const Json plan = ok("plan", R"({"unanswered":"reassuring","answers":{"stiff_neck":"yes"}})");
  EXPECT_LE(*as_number(plan["total_s"]), 600);
  int techniques = 0;
  for (const Json& item : plan["items"]) techniques += item["warm_up"] == true ? 0 : 1;
  EXPECT_GE(techniques, 1);
  EXPECT_LE(techniques, 4);
  for (const Json& item : plan["items"]) EXPECT_FALSE(item["why"].empty());
  for (const Json& out : plan["excluded"]) EXPECT_NE(out["why"], out["reason"]);
}

TEST(App, APlanIsTheSameEachTime) {
  const char* sheet = R"({"unanswered":"reassuring","answers":{"stiff_upper_back":"yes"}})";
  EXPECT_EQ(app().call("plan", sheet), app().call("plan", sheet));
}

TEST(App, AClearanceNeedsAValidDay) {
  const char* old = R"({"unanswered":"reassuring","answers":{"age":16},"today":"2026-11-21",
                        "clearance":{"who":"GP","date":"2026-08-01"}})";
  const Json verdict = ok("check", old);
  EXPECT_EQ(verdict["level"], "see_professional_first");
  EXPECT_NE(print_json(verdict["clearance_note"]).find("12 weeks"), std::string::npos);
  EXPECT_NE(error("check", R"({"clearance":{"who":"GP","date":"yesterday"}})").find("not a day"),
            std::string::npos);
}

TEST(App, AClearanceWithoutAKnownDayIsNotTaken) {
  const Json verdict = ok("check", R"({"unanswered":"reassuring","answers":{"age":16},
                                       "clearance":{"who":"GP","date":"2026-11-01"}})");
  EXPECT_EQ(verdict["level"], "see_professional_first");
}

TEST(App, TheInterviewEndsInAVerdict) {
  Json answers = Json::object();
  for (int pages = 0; pages < 20; ++pages) {
    const Json step = ok("interview", print_json({{"answers", answers}}));
    if (step.contains("verdict")) {
      EXPECT_EQ(step["verdict"]["level"], "go");
      EXPECT_LE(pages, 9);
      return;
    }
    for (const Json& item : step["page"]["items"]) {
      const std::string id = *as_text(item["fact"]);
      const Fact& fact =
          embedded_tables().facts[static_cast<std::size_t>(embedded_tables().fact(id))];
      answers[id] = fact.kind == Fact::Kind::number ? Json(fact.reassuring)
                    : fact.worry == Fact::Worry::no ? Json("yes")
                                                    : Json("no");
    }
  }
  FAIL() << "the interview does not end";
}

TEST(App, EveryIdCanBeExplained) {
  const Knowledge& k = embedded_tables();
  const auto explain = [](const std::string& id) {
    EXPECT_EQ(ok("explain", print_json({{"id", id}}))["id"], id);
  };
  for (const Rule& rule : k.rules) explain(rule.id);
  for (const Condition& condition : k.conditions) explain(condition.id);
  for (const Technique& technique : k.techniques) explain(technique.id);
  for (const Statement& statement : k.statements) explain(statement.id);
  for (const Escalation& escalation : k.escalations) explain(escalation.id);
}

TEST(App, MistakesNameTheNearest) {
  EXPECT_NE(error("chekc", "{}").find("check"), std::string::npos);
  EXPECT_NE(error("explain", R"({"id":"chin_tuk"})").find("chin_tuck"), std::string::npos);
  EXPECT_NE(error("check", R"({"anwsers":{}})").find("answers"), std::string::npos);
}

TEST(App, HostileInputIsAnErrorAndNothingElse) {
  const std::string deep(1 << 20, '[');
  for (const std::string& method : App::methods()) {
    for (const std::string& bad :
         {std::string("["), deep, std::string("\"\xff\""), std::string("1"), std::string("[]"),
          std::string("null"), std::string(R"({"answers":5,"plan":5,"event":5,"id":5})")}) {
      EXPECT_TRUE(call(method, bad).contains("error")) << method << " " << bad.substr(0, 20);
    }
  }
}

TEST(App, WithoutAStoreTheRecordSaysSo) {
  EXPECT_NE(error("log", "{}").find("store"), std::string::npos);
}

}  // namespace
}  // namespace limber
