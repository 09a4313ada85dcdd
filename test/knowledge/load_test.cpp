#include "knowledge/load.h"

#include "embedded.h"
#include "tiny.h"

namespace limber {
namespace {

std::vector<Error> problems_of(const std::string& find, const std::string& replace) {
  std::string text = kTinyKnowledge;
  const auto at = text.find(find);
  EXPECT_NE(at, std::string::npos) << find;
  text.replace(at, find.size(), replace);
  const auto json = parse_json(text);
  EXPECT_TRUE(json) << describe(json.error());
  std::vector<Error> problems;
  (void)read_knowledge(*json, problems);
  return problems;
}

TEST(Load, TheEmbeddedKnowledgeIsSound) {
  EXPECT_GT(embedded_tables().rules.size(), 30u);
}

TEST(Load, NamesThePlaceOfAProblem) {
  const auto problems = problems_of(R"("when": "injury")", R"("when": "injry")");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "/rule/2/when");
  EXPECT_NE(describe(problems[0]).find("did you mean \"injury\""), std::string::npos);
}

TEST(Load, GoesOnAfterAProblem) {
  std::string text = kTinyKnowledge;
  text.replace(text.find("\"level\": \"emergency_now\""), 24, "\"level\": \"emergency\"");
  text.replace(text.find("\"block\": \"professional\""), 23, "\"block\": \"doctor\"");
  std::vector<Error> problems;
  (void)read_knowledge(*parse_json(text), problems);
  EXPECT_EQ(problems.size(), 2u);
}

TEST(Load, RefusesATypo) {
  const auto problems = problems_of(R"("shelf": "permanent")", R"("shelff": "permanent")");
  EXPECT_FALSE(problems.empty());
}

TEST(Load, RefusesTheSameIdTwice) {
  EXPECT_FALSE(problems_of(R"("id": "fall")", R"("id": "stroke")").empty());
}

TEST(Load, RefusesANewerFormat) {
  const auto problems = problems_of(R"("format": 1)", R"("format": 2)");
  ASSERT_FALSE(problems.empty());
  EXPECT_NE(describe(problems[0]).find("newer"), std::string::npos);
}

TEST(Load, EveryRowSpeaksOfEveryTechnique) {
  const auto problems = problems_of(R"(, "roll": "avoid")", "");
  ASSERT_FALSE(problems.empty());
  EXPECT_NE(describe(problems[0]).find("roll"), std::string::npos);
}

TEST(Load, AnEmptyDocumentIsAnError) {
  EXPECT_FALSE(load_knowledge(""));
  EXPECT_FALSE(load_knowledge("{}"));
  EXPECT_FALSE(load_knowledge("[]"));
}

TEST(Load, ASummaryStandsBeforeItsDetail) {
  const auto problems = problems_of(R"("id": "injury", "kind")",
                                    R"("id": "injury", "asked_after": ["fall"], "kind")");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "/fact/1/asked_after");
}

TEST(Load, ADetailKnowsItsSummaries) {
  const Knowledge& k = embedded_tables();
  const auto& fall = k.facts[static_cast<std::size_t>(k.fact("fall_from_height"))];
  ASSERT_EQ(fall.asked_after.size(), 1u);
  EXPECT_EQ(fall.asked_after[0], k.fact("recent_injury"));
}

}  // namespace
}  // namespace limber
