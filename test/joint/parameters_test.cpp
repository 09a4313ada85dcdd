#include <gtest/gtest.h>
#include <limber/joint.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>

#include "base/text.h"

namespace limber {
namespace {

TEST(Parameters, EveryFieldHasExactlyOneRow) {
  std::set<std::string_view> names;
  for (const ParameterInfo& info : joint_parameters()) names.insert(info.name);
  EXPECT_EQ(names.size(), joint_parameters().size());
  EXPECT_EQ(joint_parameters().size() * sizeof(double), sizeof(JointParameters));
}

TEST(Parameters, EveryPresetIsInRange) {
  for (const JointPreset& preset : joint_presets())
    EXPECT_TRUE(check_parameters(preset.values)) << preset.id;
}

TEST(Parameters, EveryRowSaysWhatItMeansAndWhereItIsFrom) {
  for (const ParameterInfo& info : joint_parameters()) {
    for (std::string_view text : {info.meaning, info.more, info.less, info.source})
      EXPECT_FALSE(text.empty()) << info.name;
    EXPECT_NE(std::string("SKCE").find(info.tag), std::string::npos) << info.name;
    EXPECT_LT(info.allowed.low, info.allowed.high) << info.name;
  }
}

TEST(Parameters, PublishedSpreadIsInsideWhatIsAllowed) {
  for (const ParameterInfo& info : joint_parameters())
    for (const ParameterRange& range : {info.finger, info.facet}) {
      if (range.low == range.high) continue;
      EXPECT_GE(range.low, info.allowed.low) << info.name;
      EXPECT_LE(range.high, info.allowed.high) << info.name;
    }
}

TEST(Parameters, OutOfRangeNamesTheParameterAndItsRange) {
  for (double value : {9.0, -100.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    JointParameters p;
    const auto set = set_parameter(p, "inception", value);
    ASSERT_FALSE(set) << value;
    EXPECT_EQ(set.error().where, "inception");
    EXPECT_NE(set.error().hint.find("-75 to 5 kPa"), std::string::npos) << set.error().hint;
    EXPECT_EQ(p.inception, -50e3);  // untouched
  }
}

TEST(Parameters, BothEndsOfEveryRangeAreAllowed) {
  for (const ParameterInfo& info : joint_parameters())
    for (double value : {info.allowed.low, info.allowed.high}) {
      JointParameters p;
      EXPECT_TRUE(set_parameter(p, info.name, value)) << info.name << " " << value;
    }
}

TEST(Parameters, MisspeltNameIsGuessed) {
  JointParameters p;
  const auto set = set_parameter(p, "viscosty=0.01");
  ASSERT_FALSE(set);
  EXPECT_NE(set.error().hint.find("viscosity"), std::string::npos);
}

TEST(Parameters, TextIsReadWithItsUnit) {
  JointParameters p;
  ASSERT_TRUE(set_parameter(p, " film = 40 "));
  EXPECT_DOUBLE_EQ(p.film, 40e-6);
  ASSERT_TRUE(set_parameter(p, "capsule=0.2"));
  EXPECT_DOUBLE_EQ(p.capsule, 2e-13);
}

TEST(Parameters, NonsenseIsRefused) {
  for (const char* text : {"", "=", "film", "film=", "film=x", "film=4e", "=4", "film=1=2",
                           "film=nan", "film=inf", "film=0x10", "film=40um", "FILM=40"}) {
    JointParameters p;
    EXPECT_FALSE(set_parameter(p, text)) << text;
  }
}

// A small fuzzer: no input may crash the parser or get a value past its range.
TEST(Parameters, RandomTextNeverGetsPastTheRange) {
  std::uint64_t seed = 1;
  const auto next = [&] { return seed = seed * 6364136223846793005u + 1442695040888963407u; };
  const std::string letters = "film=radius-+.eE0123456789 \t\n\xff\x80{}\"%";
  for (int i = 0; i < 20000; ++i) {
    std::string text = i % 2 ? "film=" : "";
    for (std::uint64_t n = next() % 12; n > 0; --n)
      text += letters[(next() >> 33) % letters.size()];
    JointParameters p;
    (void)set_parameter(p, text);
    ASSERT_TRUE(check_parameters(p)) << text;
  }
}

TEST(Parameters, SharesOfGasMustAddUp) {
  JointParameters p;
  p.co2_share = 0.5;
  EXPECT_FALSE(check_parameters(p));
}

TEST(Parameters, JointMustNotBoil) {
  JointParameters p;
  ASSERT_TRUE(set_parameter(p, "ambient=10"));
  ASSERT_TRUE(set_parameter(p, "rest_pressure=-20"));
  EXPECT_FALSE(check_parameters(p));
}

TEST(Parameters, UnknownPresetListsThem) {
  const auto preset = joint_preset("elbow");
  ASSERT_FALSE(preset);
  EXPECT_NE(preset.error().hint.find("finger"), std::string::npos);
}

TEST(Parameters, DocumentationHasTheSameTable) {
  std::ifstream file(std::string(LIMBER_SOURCE_DIR) + "/docs/physics.md");
  std::stringstream text;
  text << file.rdbuf();
  for (const ParameterInfo& info : joint_parameters()) {
    const std::string start = "| `" + std::string(info.name) + "` | " + std::string(info.symbol) +
                              " | " + std::string(info.unit) + " | ";
    const std::string range = " | " + number_text(info.allowed.low) + " to " +
                              number_text(info.allowed.high) + " | " + std::string(info.meaning) +
                              " | " + std::string(info.source) + " | " + info.tag + " |";
    const std::size_t at = text.str().find(start);
    ASSERT_NE(at, std::string::npos) << start;
    const std::string row = text.str().substr(at, text.str().find('\n', at) - at);
    EXPECT_NE(row.find(range), std::string::npos) << row;
    const std::string value =
        row.substr(start.size(), row.find(" | ", start.size()) - start.size());
    EXPECT_NEAR(parse_number(value).value_or(NAN) * info.per_unit, JointParameters{}.*(info.field),
                1e-12 * std::abs(JointParameters{}.*(info.field)))
        << row;
  }
}

// A settled bubble of gas at p_a - p_v would have no pressure left.
TEST(Parameters, RefusesSurroundingsThatWouldBoil) {
  JointParameters p;
  ASSERT_TRUE(set_parameter(p, "ambient=40"));
  ASSERT_TRUE(set_parameter(p, "vapour=45"));
  ASSERT_TRUE(set_parameter(p, "rest_pressure=20"));
  EXPECT_FALSE(check_parameters(p));
}

TEST(Parameters, AreToldWithoutTheNoiseOfTheUnits) {
  for (const ParameterInfo& info : joint_parameters())
    for (double value : {info.allowed.low, info.allowed.high}) {
      JointParameters p;
      ASSERT_TRUE(set_parameter(p, info.name, value));
      EXPECT_EQ(parameter_value(p, info), value) << info.name;
    }
}

}  // namespace
}  // namespace limber
