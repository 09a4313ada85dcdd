// The pack of docs/command-line.md is a sound one, and is kept, listed, offered and removed.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/json.h"
#include "test/cli/program.h"

namespace limber::cli {
namespace {

std::string pack_of_the_docs() {
  std::ifstream in(LIMBER_SOURCE_DIR "/docs/command-line.md");
  std::ostringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  const std::size_t begin = text.find("```toml\n") + 8;
  return text.substr(begin, text.find("```", begin) - begin);
}

// A record with one event in it.
void begin_record(const TestFolder& folder) {
  const std::string empty = R"({"limber_export":1,"exported_at":"2026-11-21T10:00:00.000+00:00",)"
                            R"("device":"01890a5d-ac96-774b-bcce-b302099a8057","events":[]})";
  const Ran ran = limber_runs({"import", "-", "--data", folder.path()}, empty);
  ASSERT_EQ(ran.code, 0) << ran.err;
}

TEST(Pack, TheOneInTheDocsIsSound) {
  TestFolder folder;
  const Ran ran = limber_runs({"pack", "check", folder.file("p.toml", pack_of_the_docs())});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
}

TEST(Pack, AProblemIsToldWithItsLine) {
  TestFolder folder;
  std::string pack = pack_of_the_docs();
  pack.replace(pack.find("osteoporosis"), 12, "osteoporosys");
  const Ran ran = limber_runs({"pack", "check", folder.file("p.toml", pack)});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("p.toml:"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("did you mean \"osteoporosis\"?"), std::string::npos) << ran.out;
}

TEST(Pack, ADoseAboveOursIsRefused) {
  TestFolder folder;
  std::string pack = pack_of_the_docs();
  pack.replace(pack.find("max = 6 }"), 9, "max = 99 }");
  EXPECT_EQ(limber_runs({"pack", "check", folder.file("p.toml", pack)}).code, 1);
}

TEST(Pack, BrokenTomlIsToldWithItsLine) {
  TestFolder folder;
  const Ran ran = limber_runs({"pack", "check", folder.file("p.toml", "[pack]\nid = \n")});
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.err.find("p.toml:2"), std::string::npos) << ran.err;
}

TEST(Pack, IsAddedListedOfferedAndRemoved) {
  TestFolder folder;
  begin_record(folder);
  const std::string file = folder.file("p.toml", pack_of_the_docs());
  ASSERT_EQ(limber_runs({"pack", "add", file, "--data", folder.path()}).code, 0);
  EXPECT_NE(limber_runs({"pack", "list", "--data", folder.path()}).out.find("Home programme"),
            std::string::npos);
  const std::string sheet =
      R"({"unanswered":"reassuring","answers":{"stiff_upper_back":"yes","position":"standing","minutes":10}})";
  const Ran plan = limber_runs({"plan", "--answers", "-", "--data", folder.path()}, sheet);
  EXPECT_NE(plan.out.find("Band pull"), std::string::npos) << plan.out << plan.err;
  EXPECT_EQ(limber_runs({"pack", "add", file, "--data", folder.path()}).code, 5);
  ASSERT_EQ(limber_runs({"pack", "remove", "weber", "--data", folder.path()}).code, 0);
  const Ran without = limber_runs({"plan", "--answers", "-", "--data", folder.path()}, sheet);
  EXPECT_EQ(without.out.find("Band pull"), std::string::npos);
}

TEST(Pack, AConditionItsRowDoesNotNameCountsAsAvoid) {
  TestFolder folder;
  begin_record(folder);
  ASSERT_EQ(limber_runs(
                {"pack", "add", folder.file("p.toml", pack_of_the_docs()), "--data", folder.path()})
                .code,
            0);
  const Ran ran = limber_runs(
      {"plan", "--json", "--answers", "-", "--data", folder.path()},
      R"({"unanswered":"reassuring","answers":{"stiff_upper_back":"yes","position":"standing",)"
      R"("minutes":10,"other_condition":"yes","migraine":"yes"}})");
  const auto json = parse_json(ran.out);
  ASSERT_TRUE(json) << ran.out << ran.err;
  std::string reason;
  for (const Json& out : Reader(*json, "").array("excluded")) {
    Reader each(out, "");
    if (each.text("technique") == "weber_band_pull") reason = each.text("reason");
  }
  EXPECT_EQ(reason, "plan.excluded.avoid");
}

}  // namespace
}  // namespace limber::cli
