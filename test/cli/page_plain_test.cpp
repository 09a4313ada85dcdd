#include "faces/cli/page_plain.h"

#include <gtest/gtest.h>

#include "test/cli/page_sample.h"

namespace limber::cli {
namespace {

struct Plain {
  explicit Plain(Page p)
      : page(std::move(p)),
        state(open_page(page)),
        words(page_words()),
        plain(page, state, words) {}
  Page page;
  PageState state;
  Catalogue words;
  PlainPage plain;
};

TEST(PlainPage, NumbersTickAndAQuestionMarkDoubts) {
  Plain p(checklist(3));
  EXPECT_EQ(p.plain.take("1 3?").step, Step::accept);
  EXPECT_EQ(p.state.marks.items[0].tick, Tick::yes);
  EXPECT_EQ(p.state.marks.items[1].tick, Tick::off);
  EXPECT_EQ(p.state.marks.items[2].tick, Tick::not_sure);
}

TEST(PlainPage, CommasAreFineToo) {
  EXPECT_EQ(read_picks("1,3?"), (std::vector<Picked>{{1, false}, {3, true}}));
}

TEST(PlainPage, NoneIsUnderstoodInEveryForm) {
  for (const char* line : {"none", "0", "n", " None ", "no"}) {
    Plain p(checklist(3));
    EXPECT_EQ(p.plain.take(line).step, Step::accept) << line;
    EXPECT_TRUE(p.state.marks.none) << line;
  }
}

TEST(PlainPage, AnEmptyLineIsNoAnswer) {
  Plain p(checklist(3));
  EXPECT_EQ(p.plain.take("").step, Step::stay);
}

TEST(PlainPage, ANumberThatIsNotOnTheListIsASlip) {
  Plain p(checklist(3));
  const auto turn = p.plain.take("1 4");
  EXPECT_EQ(turn.step, Step::stay);
  EXPECT_EQ(turn.say, std::vector<std::string>{"no such line"});
  EXPECT_EQ(p.state.marks.items[0].tick, Tick::off);
}

TEST(PlainPage, ZeroTogetherWithALineContradictsItself) {
  Plain p(checklist(3));
  EXPECT_EQ(p.plain.take("0 2").step, Step::stay);
}

TEST(PlainPage, WordsThatMeanNothingAreNoAnswer) {
  for (const char* line : {"maybe", "1a", "?1", "--", "99999999999999999999", "1 ? 2"}) {
    Plain p(checklist(3));
    EXPECT_EQ(p.plain.take(line).step, Step::stay) << line;
  }
}

TEST(PlainPage, BackAndQuitAreUnderstood) {
  Plain p(checklist(3));
  EXPECT_EQ(p.plain.take("back").step, Step::back);
  EXPECT_EQ(p.plain.take("quit").step, Step::quit);
}

TEST(PlainPage, HelpExplainsALine) {
  Plain p(checklist(3));
  EXPECT_EQ(p.plain.take("help 2").say[0], "Sign number 2: A longer word on sign two");
  EXPECT_EQ(p.plain.take("help 1").say[0], "no help");
  EXPECT_EQ(p.plain.take("help 7").say[0], "no such line");
}

TEST(PlainPage, NumbersAndChoicesAreAskedOneAfterTheOther) {
  Page page;
  page.items = {number_item("age", 10, 110), choice_item("position", {"desk", "floor"})};
  Plain p(page);
  EXPECT_EQ(p.plain.take("5").step, Step::stay);
  EXPECT_TRUE(p.plain.take("42").again);
  EXPECT_EQ(p.plain.take("2").step, Step::accept);
  EXPECT_EQ(print_json(answers(p.page, p.state.marks)), R"({"age":42.0,"position":"floor"})");
}

TEST(PlainPage, BackInsideAPageGoesToTheQuestionBefore) {
  Page page;
  page.items = {number_item("age", 10, 110), number_item("pain", 0, 10)};
  Plain p(page);
  (void)p.plain.take("42");
  const auto turn = p.plain.take("back");
  EXPECT_EQ(turn.step, Step::stay);
  EXPECT_TRUE(turn.again);
  (void)p.plain.take("43");
  EXPECT_EQ(p.plain.take("3").step, Step::accept);
  EXPECT_EQ(p.state.marks.items[0].typed, "43");
}

TEST(PlainPage, AHugeLineIsCutAndNeverAnAnswer) {
  Plain p(checklist(3));
  EXPECT_EQ(p.plain.take(std::string(100'000, '1')).step, Step::stay);
}

}  // namespace
}  // namespace limber::cli
