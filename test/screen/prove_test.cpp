#include "screen/prove.h"

#include "embedded.h"
#include "knowledge/check.h"
#include "screen/examples.h"
#include "screen/mutants.h"
#include "tiny.h"

namespace limber {
namespace {

const Property& property(const Proof& proof, const std::string& id) {
  for (const Property& found : proof.properties) {
    if (found.id == id) return found;
  }
  ADD_FAILURE() << "no property " << id;
  return proof.properties.front();
}

TEST(Prove, TheEmbeddedKnowledgeKeepsEveryPromise) {
  const Proof proof = prove(embedded_tables());
  for (const Property& p : proof.properties) EXPECT_TRUE(p.holds) << p.id << ": " << p.subject;
  EXPECT_TRUE(proof.holds);
}

TEST(Prove, CoversTheWholeSpace) {
  const Proof proof = prove(embedded_tables());
  EXPECT_EQ(proof.sheets, proof.covered);
  EXPECT_EQ(proof.fraction, 1);
  EXPECT_GT(proof.sheets.size(), 30u);
}

TEST(Prove, CountsTheTinySpaceExactly) {
  // stroke, injury, fall, eases, brittle: 3 states each; age: 10, 18, 65 and not sure.
  EXPECT_EQ(prove(tiny()).sheets, std::to_string(3 * 3 * 3 * 3 * 3 * 4));
}

TEST(Prove, ADeadRuleIsFound) {
  Knowledge k = tiny();
  k.rules[2].when = k.rules[1].when;  // r_injury holds only where r_fall does
  const Proof proof = prove(k);
  EXPECT_FALSE(property(proof, "no_dead_rule").holds);
  EXPECT_EQ(property(proof, "no_dead_rule").subject, "r_injury");
}

TEST(Prove, ARuleThatCalmsIsFound) {
  Knowledge k = tiny();
  k.rules[0].when = *parse_expr("stroke and not injury", fact_names(k));
  EXPECT_FALSE(property(prove(k), "monotone").holds);
  EXPECT_FALSE(property(prove(k), "emergency_alone").holds);
}

TEST(Prove, AWrongDeclarationIsFound) {
  Knowledge k = tiny();
  k.facts[static_cast<std::size_t>(k.fact("fall"))].alone = Level::urgent_same_day;
  EXPECT_FALSE(property(prove(k), "declared_alone").holds);
}

TEST(Prove, AnUnreachableLevelIsFound) {
  Knowledge k = tiny();
  k.rules.resize(2);  // two emergency rules are left: nothing is gentle or professional
  EXPECT_FALSE(property(prove(k), "levels_reachable").holds);
}

TEST(Prove, CounterExamplesAreWholeSheets) {
  Knowledge k = tiny();
  k.rules[0].when = *parse_expr("stroke and not injury", fact_names(k));
  const Property broken = property(prove(k), "emergency_alone");
  ASSERT_FALSE(broken.counter_example.empty());
  EXPECT_EQ(broken.subject, "stroke");
}

// The teeth: each small mistake in any rule is caught by the rule's examples or by the proof.
TEST(Prove, EveryMutantIsCaught) {
  const Knowledge& original = embedded_tables();
  const auto all = mutants(original);
  ASSERT_GT(all.size(), 300u);
  std::size_t by_examples = 0, by_proof = 0;
  std::vector<std::string> survivors;
  Knowledge k = original;
  for (const Mutant& mutant : all) {
    k.rules[mutant.rule] = mutant.mutated;
    if (!check_rule_examples(k, mutant.rule).empty() || !check_examples(k).empty()) {
      ++by_examples;
    } else if (!prove(k).holds) {
      ++by_proof;
    } else {
      survivors.push_back(mutant.what);
    }
    k.rules[mutant.rule] = original.rules[mutant.rule];
  }
  for (const std::string& survivor : survivors) ADD_FAILURE() << "not caught: " << survivor;
  std::cout << all.size() << " mutants, " << by_examples << " caught by examples, " << by_proof
            << " by the proof, " << survivors.size() << " survive\n";
}

}  // namespace
}  // namespace limber
