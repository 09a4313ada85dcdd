#include "faces/cli/guide_ask.h"

#include <gtest/gtest.h>

namespace limber::cli {
namespace {

Key text(std::string one) {
  return {Key::Kind::text, std::move(one)};
}
Key key(Key::Kind kind) {
  return {kind, {}};
}

TEST(GuideAsk, AChoiceIsTakenByItsNumber) {
  Form asked = form(Form::Kind::why_stopped);
  EXPECT_EQ(press(asked, text("3")), 2);
}

TEST(GuideAsk, ANumberThatIsNoChoiceIsNothing) {
  Form asked = form(Form::Kind::go_on);
  EXPECT_FALSE(press(asked, text("3")));
  EXPECT_FALSE(press(asked, text("0")));
}

TEST(GuideAsk, EnterAloneChoosesNothing) {
  Form asked = form(Form::Kind::go_on);
  EXPECT_FALSE(press(asked, key(Key::Kind::enter)));
}

TEST(GuideAsk, ArrowsAndEnterChooseToo) {
  Form asked = form(Form::Kind::why_stopped);
  EXPECT_FALSE(press(asked, key(Key::Kind::down)));
  EXPECT_EQ(press(asked, key(Key::Kind::enter)), 1);
}

TEST(GuideAsk, APainNumberNeedsEnter) {
  Form asked = form(Form::Kind::pain_before);
  EXPECT_FALSE(press(asked, text("4")));
  EXPECT_EQ(press(asked, key(Key::Kind::enter)), 4);
}

TEST(GuideAsk, OneAndZeroAreTen) {
  Form asked = form(Form::Kind::pain_before);
  EXPECT_FALSE(press(asked, text("1")));
  EXPECT_FALSE(press(asked, text("0")));
  EXPECT_EQ(press(asked, key(Key::Kind::enter)), 10);
}

TEST(GuideAsk, AnotherDigitStartsAnew) {
  Form asked = form(Form::Kind::pain_before);
  EXPECT_FALSE(press(asked, text("7")));
  EXPECT_FALSE(press(asked, text("2")));
  EXPECT_EQ(press(asked, key(Key::Kind::enter)), 2);
}

TEST(GuideAsk, EnterBeforeANumberIsNothing) {
  Form asked = form(Form::Kind::pain_after);
  EXPECT_FALSE(press(asked, key(Key::Kind::enter)));
}

TEST(GuideAsk, TheCheckAfterAStopIsNotAForm) {
  EXPECT_EQ(form_for(Question::rescreen).kind, Form::Kind::none);
}

}  // namespace
}  // namespace limber::cli
