#include "knowledge/check.h"

#include "embedded.h"

namespace limber {
namespace {

std::string first(const Loaded& loaded) {
  const auto problems = check_knowledge(loaded);
  return problems.empty() ? "" : describe(problems.front());
}

TEST(Check, TheEmbeddedKnowledgePasses) {
  EXPECT_EQ(first(embedded()), "");
}

TEST(Check, AnExampleThatDoesNotFire) {
  Loaded broken = embedded();
  broken.knowledge.rules[0].examples.push_back({});
  EXPECT_NE(first(broken).find("does not fire"), std::string::npos);
}

TEST(Check, ANearMissThatFires) {
  Loaded broken = embedded();
  broken.knowledge.rules[0].near_misses.push_back(broken.knowledge.rules[0].examples[0]);
  EXPECT_NE(first(broken).find("near miss fires"), std::string::npos);
}

TEST(Check, ASourceThatDoesNotExist) {
  Loaded broken = embedded();
  broken.knowledge.rules[1].sources = {"nobody_1999"};
  EXPECT_NE(first(broken).find("nobody_1999"), std::string::npos);
}

TEST(Check, NothingRestsOnRecalledSourcesAlone) {
  Loaded broken = embedded();
  broken.knowledge.sources.push_back({"hearsay", Evidence::recalled, "heard it", "", ""});
  broken.knowledge.conditions[0].sources = {"hearsay"};
  EXPECT_NE(first(broken).find("recalled"), std::string::npos);
}

TEST(Check, RulesOutOfOrder) {
  Loaded broken = embedded();
  std::swap(broken.knowledge.rules.front(), broken.knowledge.rules.back());
  EXPECT_NE(first(broken).find("most urgent first"), std::string::npos);
}

TEST(Check, AMissingText) {
  Loaded broken = embedded();
  auto messages = broken.catalogues["en"].messages();
  messages.erase("level.go.title");
  broken.catalogues["en"] = Catalogue("en", messages);
  EXPECT_NE(first(broken).find("level.go.title"), std::string::npos);
}

TEST(Check, ASecondLanguageNeedsEveryText) {
  Loaded broken = embedded();
  broken.catalogues["de"] = Catalogue("de", {});
  EXPECT_NE(first(broken).find("missing in de"), std::string::npos);
}

TEST(Check, AStepOfNineWords) {
  Loaded broken = embedded();
  auto messages = broken.catalogues["en"].messages();
  const Technique& t = broken.knowledge.techniques[0];
  messages["technique." + t.id + "." + t.steps[0]] = "one two three four five six seven eight nine";
  broken.catalogues["en"] = Catalogue("en", messages);
  EXPECT_NE(first(broken).find("at most 8 words"), std::string::npos);
}

TEST(Check, ABrokenMessage) {
  Loaded broken = embedded();
  auto messages = broken.catalogues["en"].messages();
  messages["level.go.title"] = "All {well";
  broken.catalogues["en"] = Catalogue("en", messages);
  EXPECT_NE(first(broken), "");
}

}  // namespace
}  // namespace limber
