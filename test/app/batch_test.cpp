#include "app/batch.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "base/text.h"
#include "body/names.h"
#include "knowledge/answers.h"
#include "test/embedded.h"

namespace limber {
namespace {

App& app() {
  static App kApp = [] {
    auto opened = App::open(embedded_knowledge());
    EXPECT_TRUE(opened);
    return std::move(*opened);
  }();
  return kApp;
}

std::string judged(std::string_view lines) {
  Batch batch(app().core());
  std::string out;
  batch.feed(lines, out);
  batch.finish(out);
  return out;
}

Json sheet_json(const Sheet& sheet) {
  const Knowledge& knowledge = app().core().knowledge();
  Json answers = Json::object();
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    if (sheet[i].state == Answer::State::not_asked) continue;
    answers[knowledge.facts[i].id] = write_answer(knowledge.facts[i], sheet[i]);
  }
  return Json{{"answers", std::move(answers)}};
}

Sheet random_answers(Random& random) {
  const Knowledge& knowledge = app().core().knowledge();
  Sheet sheet = blank_sheet(knowledge);
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    const Fact& fact = knowledge.facts[i];
    const auto pick = random.below(4);
    if (pick == 0) continue;
    if (pick == 1) {
      sheet[i] = not_sure();
    } else if (fact.kind == Fact::Kind::yes_no) {
      sheet[i] = pick == 2 ? yes() : no();
    } else if (fact.kind == Fact::Kind::choice) {
      sheet[i] = choice(static_cast<int>(random.below(fact.options.size())));
    } else {
      const auto span = static_cast<std::uint64_t>(fact.high - fact.low);
      sheet[i] = number(fact.low + static_cast<double>(random.below(span + 1)));
    }
  }
  return sheet;
}

TEST(Batch, TheQuickWayReadsWhatTheLongWayReads) {
  Batch batch(app().core());
  Random random(7);
  for (int i = 0; i < 300; ++i) {
    const Sheet given = random_answers(random);
    Sheet wanted = given, read;
    Example answers;
    for (std::size_t fact = 0; fact < given.size(); ++fact) {
      if (given[fact] != not_asked()) answers.emplace_back(static_cast<int>(fact), given[fact]);
    }
    answer_summaries(app().core().knowledge(), answers, wanted, Denied::overruled);
    std::string_view id;
    ASSERT_TRUE(batch.read_quickly(print_json(sheet_json(given)), read, id));
    ASSERT_EQ(read.size(), wanted.size());
    for (std::size_t fact = 0; fact < read.size(); ++fact) {
      ASSERT_TRUE(read[fact] == wanted[fact])
          << app().core().knowledge().facts[fact].id << " " << print_json(sheet_json(given));
    }
  }
}

TEST(Batch, GivesTheLevelOfTheUseCaseCheck) {
  Random random(11);
  for (int i = 0; i < 100; ++i) {
    const std::string line = print_json(sheet_json(random_answers(random)));
    const auto alone = parse_json(app().call("check", line));
    const auto inside = parse_json(judged(line));
    ASSERT_TRUE(alone && inside);
    Reader a(Reader(*alone, "").object("ok"), ""), b(*inside, "");
    EXPECT_EQ(a.text("level"), b.text("level"));
    EXPECT_EQ(a.flag("complete"), b.flag("complete"));
    EXPECT_EQ(a.any("undecided"), b.any("undecided"));
  }
}

TEST(Batch, PiecesOfAnySizeGiveTheSameBytes) {
  Random random(3);
  std::string lines;
  for (int i = 0; i < 20; ++i) lines += print_json(sheet_json(random_answers(random))) + "\n";
  lines += "not json\n\n{\"unanswered\":\"reassuring\"}";
  const std::string whole = judged(lines);
  for (const std::size_t piece : {1u, 7u, 100u, 4096u}) {
    Batch batch(app().core());
    std::string out;
    for (std::size_t at = 0; at < lines.size(); at += piece) {
      batch.feed(std::string_view(lines).substr(at, piece), out);
    }
    batch.finish(out);
    EXPECT_EQ(out, whole) << piece;
  }
}

TEST(Batch, EveryLineOfOutputIsJson) {
  const std::string out = judged(
      "{\"id\":\"a "
      "b\",\"unanswered\":\"reassuring\"}\n{\"id\":\"\\u00fc\\\"\",\"answers\":{}}\n[\n");
  for (const std::string& line : split(out, '\n')) {
    if (!line.empty()) EXPECT_TRUE(parse_json(line)) << line;
  }
}

TEST(Batch, WhatIsUnusualTakesTheLongWay) {
  Batch batch(app().core());
  Sheet sheet;
  std::string_view id;
  for (const char* line :
       {"", "{", "{}x", "{\"answers\":{\"age\":042}}", "{\"answers\":{\"age\":1e1}}",
        "{\"answers\":{\"age\":+4}}", "{\"answers\":{\"age\":40,\"age\":40}}",
        "{\"answers\":{\"a\\u0067e\":40}}", "{\"answers\":{},\"answers\":{}}",
        "{\"answers\":{\"age\":40},}", "{\"answers\":{\"age\":40,}}", "{\"answers\":null}",
        "{\"unanswered\":\"fine\"}", "{\"clearance\":{}}", "{\"answers\":{\"age\":nan}}"}) {
    EXPECT_FALSE(batch.read_quickly(line, sheet, id)) << line;
  }
}

TEST(Batch, TheLongWayTakesEscapesAndExponents) {
  const std::string out = judged("{\"unanswered\":\"reassuring\",\"answers\":{\"a\\u0067e\":4e1}}");
  EXPECT_NE(out.find("\"level\":\"go\""), std::string::npos) << out;
}

TEST(Batch, AFactGivenTwiceIsAnErrorAndDoesNotTouchTheNextLine) {
  const std::string out =
      judged("{\"answers\":{\"age\":40,\"age\":40}}\n{\"answers\":{\"age\":40}}\n");
  const auto lines = split(out, '\n');
  EXPECT_NE(lines[0].find("given twice"), std::string::npos);
  EXPECT_EQ(lines[1].find("error"), std::string::npos);
}

TEST(Batch, CountsLinesAndBadLines) {
  Batch batch(app().core());
  std::string out;
  batch.feed("{}\nx\n{}", out);
  batch.finish(out);
  EXPECT_EQ(batch.lines(), 3);
  EXPECT_EQ(batch.bad_lines(), 1);
}

TEST(Batch, AHugeLineCostsNoMemory) {
  Batch batch(app().core());
  std::string out;
  const std::string piece(1 << 16, 'x');
  for (int i = 0; i < 64; ++i) batch.feed(piece, out);
  EXPECT_EQ(out, "");
  batch.feed("\n{}\n", out);
  EXPECT_EQ(batch.bad_lines(), 1);
  EXPECT_EQ(batch.lines(), 2);
}

TEST(FactTable, FindsEveryFactInAnyOrder) {
  const Knowledge& knowledge = app().core().knowledge();
  FactTable table(knowledge);
  for (std::size_t i = knowledge.facts.size(); i > 0; --i) {
    EXPECT_EQ(table.find(knowledge.facts[i - 1].id), static_cast<int>(i - 1));
  }
  EXPECT_EQ(table.find("no_such_fact"), -1);
}

}  // namespace
}  // namespace limber
