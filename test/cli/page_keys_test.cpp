#include "faces/cli/page_keys.h"

#include <gtest/gtest.h>

#include "test/cli/page_sample.h"

namespace limber::cli {
namespace {

Step type(const Page& page, PageState& state, const std::string& keys) {
  Step step = Step::stay;
  for (const char c : keys) step = press(page, state, key_of(c));
  return step;
}

TEST(PageKeys, ADigitGoesRoundYesNotSureOff) {
  const Page page = checklist(3);
  PageState state = open_page(page);
  type(page, state, "2");
  EXPECT_EQ(state.marks.items[1].tick, Tick::yes);
  type(page, state, "2");
  EXPECT_EQ(state.marks.items[1].tick, Tick::not_sure);
  type(page, state, "2");
  EXPECT_EQ(state.marks.items[1].tick, Tick::off);
}

TEST(PageKeys, EnterOnAnUntouchedPageAsksForAnAnswer) {
  const Page page = checklist(3);
  PageState state = open_page(page);
  EXPECT_EQ(press(page, state, key_of(Key::Kind::enter)), Step::stay);
  EXPECT_EQ(state.notice, "ui.page.mark_or_none");
}

TEST(PageKeys, ZeroThenEnterAccepts) {
  const Page page = checklist(3);
  PageState state = open_page(page);
  type(page, state, "0");
  EXPECT_EQ(press(page, state, key_of(Key::Kind::enter)), Step::accept);
}

TEST(PageKeys, TickingALineTakesNoneBack) {
  const Page page = checklist(3);
  PageState state = open_page(page);
  type(page, state, "01");
  EXPECT_FALSE(state.marks.none);
}

TEST(PageKeys, NoneTakesEveryTickBack) {
  const Page page = checklist(3);
  PageState state = open_page(page);
  type(page, state, "12n");
  EXPECT_TRUE(state.marks.none);
  EXPECT_EQ(state.marks.items[0].tick, Tick::off);
}

TEST(PageKeys, UndoTakesBackAWrongTap) {
  const Page page = checklist(3);
  PageState state = open_page(page);
  type(page, state, "1");
  const Marks before = state.marks;
  type(page, state, "0u");
  EXPECT_EQ(state.marks, before);
}

TEST(PageKeys, UndoWithNothingToUndoSaysSo) {
  const Page page = checklist(1);
  PageState state = open_page(page);
  type(page, state, "u");
  EXPECT_EQ(state.notice, "ui.page.nothing_to_undo");
}

TEST(PageKeys, ArrowsAndSpaceTickToo) {
  const Page page = checklist(3);
  PageState state = open_page(page);
  (void)press(page, state, key_of(Key::Kind::down));
  (void)press(page, state, key_of(' '));
  EXPECT_EQ(state.marks.items[1].tick, Tick::yes);
  (void)press(page, state, key_of('s'));
  EXPECT_EQ(state.marks.items[1].tick, Tick::not_sure);
}

TEST(PageKeys, LeavingIsAskedTwice) {
  const Page page = checklist(1);
  PageState state = open_page(page);
  EXPECT_EQ(press(page, state, key_of('q')), Step::stay);
  EXPECT_EQ(press(page, state, key_of('q')), Step::quit);
}

TEST(PageKeys, AnyOtherKeyStays) {
  const Page page = checklist(1);
  PageState state = open_page(page);
  (void)press(page, state, key_of('q'));
  (void)press(page, state, key_of('1'));
  EXPECT_EQ(press(page, state, key_of('q')), Step::stay);
}

TEST(PageKeys, ControlCAndTheEndOfInputLeaveAtOnce) {
  const Page page = checklist(1);
  PageState state = open_page(page);
  EXPECT_EQ(press(page, state, {Key::Kind::control, "c"}), Step::quit);
  EXPECT_EQ(press(page, state, key_of(Key::Kind::closed)), Step::quit);
}

TEST(PageKeys, BGoesBack) {
  const Page page = checklist(1);
  PageState state = open_page(page);
  EXPECT_EQ(press(page, state, key_of('b')), Step::back);
}

TEST(PageKeys, DigitsFillANumberField) {
  Page page;
  page.items = {number_item("age", 10, 110), number_item("pain", 0, 10)};
  PageState state = open_page(page);
  type(page, state, "42");
  EXPECT_EQ(state.marks.items[0].typed, "42");
  EXPECT_EQ(press(page, state, key_of(Key::Kind::enter)), Step::stay);
  EXPECT_EQ(state.cursor, 1);
  type(page, state, "3");
  EXPECT_EQ(press(page, state, key_of(Key::Kind::enter)), Step::accept);
}

TEST(PageKeys, BackspaceTakesADigitBack) {
  Page page;
  page.items = {number_item("age", 10, 110)};
  PageState state = open_page(page);
  type(page, state, "42");
  (void)press(page, state, key_of(Key::Kind::backspace));
  EXPECT_EQ(state.marks.items[0].typed, "4");
}

TEST(PageKeys, ADigitChoosesAnOption) {
  Page page;
  page.items = {choice_item("position", {"desk", "standing", "floor"})};
  PageState state = open_page(page);
  type(page, state, "2");
  EXPECT_EQ(state.marks.items[0].chosen, 1);
  EXPECT_EQ(press(page, state, key_of(Key::Kind::enter)), Step::accept);
}

TEST(PageKeys, OwnWordsTakeEveryLetter) {
  Page page;
  Item item;
  item.fact = "who", item.kind = Item::Kind::text, item.low = 1, item.high = 40;
  page.items = {item};
  PageState state = open_page(page);
  type(page, state, "Dr bqu? 0");
  EXPECT_EQ(state.marks.items[0].typed, "Dr bqu? 0");
}

TEST(PageKeys, BackspaceTakesAWholeCharacterBack) {
  Page page;
  Item item;
  item.fact = "who", item.kind = Item::Kind::text, item.low = 1, item.high = 40;
  page.items = {item};
  PageState state = open_page(page);
  (void)press(page, state, {Key::Kind::text, "ü"});
  (void)press(page, state, key_of(Key::Kind::backspace));
  EXPECT_EQ(state.marks.items[0].typed, "");
}

TEST(PageKeys, APageWithEverythingOnItCanBeAnswered) {
  Page page = checklist(2);
  page.items.push_back(number_item("age", 10, 110));
  page.items.push_back(choice_item("position", {"desk", "floor"}));
  PageState state = open_page(page);
  type(page, state, "1");
  (void)press(page, state, key_of(Key::Kind::enter));
  type(page, state, "42");
  (void)press(page, state, key_of(Key::Kind::enter));
  type(page, state, "4");
  EXPECT_EQ(press(page, state, key_of(Key::Kind::enter)), Step::accept);
  EXPECT_EQ(print_json(answers(page, state.marks)),
            R"({"age":42.0,"fact_1":"yes","fact_2":"no","position":"floor"})");
}

TEST(PageKeys, NoKeyEverLeavesTheCursorOutsideThePage) {
  Page page = checklist(4);
  page.items.push_back(number_item("age", 0, 9));
  PageState state = open_page(page);
  std::uint32_t seed = 1;
  for (int i = 0; i < 5000; ++i) {
    seed = seed * 1664525u + 1013904223u;
    const auto pick = (seed >> 16) % 40;
    const Key key = pick < 26 ? key_of(static_cast<char>("0123456789jk sy?unzx-.,abQ"[pick]))
                              : key_of(static_cast<Key::Kind>(3 + (pick - 26) % 14));
    (void)press(page, state, key);
    ASSERT_GE(state.cursor, 0);
    ASSERT_LT(state.cursor, static_cast<int>(rows(page).size()));
  }
}

}  // namespace
}  // namespace limber::cli
