// Every warning sign of the sources, one sheet each: alone, in doubt, in each pair that counts, and
// with its summary denied. The level is what the source asks for, not what the rules give; sheets
// of well people with an old or harmless condition follow.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "body/names.h"
#include "embedded.h"
#include "knowledge/answers.h"
#include "screen/judge.h"

namespace limber {
namespace {

Json sheets() {
  std::ifstream in(LIMBER_SOURCE_DIR "/test/data/flags.json");
  std::ostringstream text;
  text << in.rdbuf();
  const auto json = parse_json(text.str());
  EXPECT_TRUE(json);
  return json ? *json : Json::array();
}

// The level of a sheet on which nothing else is wrong, as `limber check` reads it.
Level level_of(const Json& answers) {
  const Knowledge& k = embedded_tables();
  const auto given = read_answers(k, answers, "");
  EXPECT_TRUE(given) << (given ? "" : describe(given.error()));
  if (!given) return Level::go;
  Sheet sheet = sheet_of(k, *given);
  answer_summaries(k, *given, sheet, Denied::overruled);
  return judge(k, embedded_compiled(), sheet).level;
}

TEST(Flags, EachBringsTheLevelItsSourceAsksFor) {
  int told = 0;
  for (const Json& sheet : sheets()) {
    Reader in(sheet, "");
    if (!in.has("level")) continue;
    EXPECT_EQ(level_id(level_of(in.object("answers"))), in.text("level")) << print_json(sheet);
    ++told;
  }
  EXPECT_GE(told, 200);
}

TEST(Flags, WellPeopleMayMove) {
  for (const Json& sheet : sheets()) {
    Reader in(sheet, "");
    if (!in.has("at_most")) continue;
    EXPECT_LE(level_of(in.object("answers")), *level_from(in.text("at_most"))) << print_json(sheet);
  }
}

}  // namespace
}  // namespace limber
