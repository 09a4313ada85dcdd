// People as they come: short clinical stories with the level they must at least, or may at most,
// end in. Serious ones may never come out lower; well ones may not be scared. Two sets: one by
// hands that knew the rules (vignettes.json), one by a hand that had not read them
// (vignettes_blind.json).
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "body/names.h"
#include "embedded.h"
#include "knowledge/answers.h"
#include "screen/judge.h"

namespace limber {
namespace {

class Vignettes : public testing::TestWithParam<const char*> {};

Json stories(const char* set) {
  std::ifstream in(std::string(LIMBER_SOURCE_DIR "/test/data/") + set);
  std::ostringstream text;
  text << in.rdbuf();
  const auto json = parse_json(text.str());
  EXPECT_TRUE(json) << describe(json.error());
  return json ? *json : Json::array();
}

Level level_of(const Json& answers, const std::string& id) {
  const Knowledge& k = embedded_tables();
  const auto read = read_answers(k, answers, id);
  EXPECT_TRUE(read) << id << ": " << (read ? "" : describe(read.error()));
  if (!read) return Level::go;
  return judge(k, embedded_compiled(), sheet_of(k, *read)).level;
}

TEST_P(Vignettes, SeriousOnesNeverComeOutLower) {
  int told = 0;
  for (const Json& story : stories(GetParam())) {
    Reader in(story, "");
    const std::string id = in.text("id");
    if (!in.has("at_least")) continue;
    EXPECT_GE(level_of(in.object("answers"), id), *level_from(in.text("at_least"))) << id;
    ++told;
  }
  EXPECT_GE(told, 20);
}

TEST_P(Vignettes, AtMostOneInTenWellPeopleIsSentAway) {
  int well = 0, sent = 0;
  for (const Json& story : stories(GetParam())) {
    Reader in(story, "");
    if (!in.has("at_most")) continue;
    const std::string id = in.text("id");
    ++well;
    if (level_of(in.object("answers"), id) > *level_from(in.text("at_most"))) {
      ++sent;
      std::cout << "sent away: " << id << "\n";
    }
  }
  EXPECT_GE(well, 20);
  EXPECT_LE(sent * 10, well);
}

INSTANTIATE_TEST_SUITE_P(BothHands, Vignettes,
                         testing::Values("vignettes.json", "vignettes_blind.json"));

}  // namespace
}  // namespace limber
