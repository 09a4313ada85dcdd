// What can be read: every question of the shipped knowledge, with answers that name their sources.
#include <gtest/gtest.h>

#include <set>

#include "app/core.h"
#include "base/json.h"
#include "test/app/memory_machine.h"

namespace limber {
namespace {

Json ok(MemoryMachine& machine, std::string_view method, std::string_view input = "{}") {
  const auto answer = parse_json(machine.app->call(method, input));
  EXPECT_TRUE(answer && answer->contains("ok")) << method;
  return answer && answer->contains("ok") ? (*answer)["ok"] : Json::object();
}

TEST(Questions, EveryAnswerHasAWordedTextAndASource) {
  MemoryMachine machine;
  const Json out = ok(machine, "questions");
  const Json& questions = Reader(out, "").array("questions");
  EXPECT_GT(questions.size(), 20u);
  for (const Json& question : questions) {
    Reader each(question, "");
    EXPECT_FALSE(each.text("ask").empty());
    EXPECT_FALSE(each.array("answers").empty()) << each.text("id");
    for (const Json& answer : each.array("answers")) {
      Reader one(answer, "");
      EXPECT_FALSE(one.text("text").empty()) << one.text("id");
      EXPECT_FALSE(one.array("sources").empty()) << one.text("id");
    }
  }
}

TEST(Questions, NoStatementIsOutOfReach) {
  MemoryMachine machine;
  const Loaded& loaded = machine.app->core().loaded;
  const Knowledge& knowledge = loaded.knowledge;
  std::set<int> shown;
  for (const CommonQuestion& question : loaded.questions) {
    shown.insert(question.statements.begin(), question.statements.end());
  }
  for (std::size_t i = 0; i < knowledge.statements.size(); ++i) {
    EXPECT_TRUE(shown.contains(static_cast<int>(i))) << knowledge.statements[i].id;
  }
}

}  // namespace
}  // namespace limber
