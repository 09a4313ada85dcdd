#include "faces/cli/frame.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace limber::cli {
namespace {

const Look kPlain{.colour = false, .utf8 = true};
const Look kAscii{.colour = false, .utf8 = false};

TEST(Frame, CutKeepsWhatFits) {
  EXPECT_EQ(plain_text(cut(line("hold"), 4, kPlain)), "hold");
}

TEST(Frame, CutShowsThatSomethingIsMissing) {
  EXPECT_EQ(plain_text(cut(line("hold it"), 5, kPlain)), "hold\u2026");
  EXPECT_EQ(plain_text(cut(line("hold it"), 5, kAscii)), "hold~");
}

TEST(Frame, CutNeverSplitsAWideCharacter) {
  EXPECT_EQ(plain_text(cut(line("\u9996\u9996\u9996"), 4, kPlain)), "\u9996\u2026");
}

TEST(Frame, CentredStandsInTheMiddle) {
  EXPECT_EQ(plain_text(centred(line("ab"), 6)), "  ab");
}

TEST(Frame, SpreadPutsTheRightPartAtTheEnd) {
  const Line both = spread(line("a"), line("b"), 6, kPlain);
  EXPECT_EQ(plain_text(both), "a    b");
}

TEST(Frame, SpreadGivesUpTheRightPartFirst) {
  EXPECT_EQ(plain_text(spread(line("abcdef"), line("xyz"), 7, kPlain)), "abcdef");
}

TEST(Frame, BarIsHalfFull) {
  EXPECT_EQ(plain_text(bar(0.5, 4, kAscii)), "##..");
}

TEST(Frame, BarGrowsByEighthsOfAColumn) {
  EXPECT_EQ(plain_text(bar(1.0 / 16, 2, kPlain)), "\u258F\u00B7");
}

TEST(Frame, BarOfNonsenseIsEmpty) {
  EXPECT_EQ(plain_text(bar(std::nan(""), 2, kAscii)), "..");
  EXPECT_EQ(plain_text(bar(-3, 2, kAscii)), "..");
  EXPECT_EQ(plain_text(bar(7, 2, kAscii)), "##");
}

TEST(Frame, PaintSwitchesTheInkOffAgain) {
  EXPECT_EQ(paint(line("x", Ink::stop), Look{}), "\x1b[1;38;5;167mx\x1b[0m");
}

TEST(Frame, WithoutColourNoColourIsWritten) {
  for (const Ink ink : {Ink::plain, Ink::faint, Ink::strong, Ink::calm, Ink::good, Ink::care,
                        Ink::stop, Ink::chosen})
    EXPECT_EQ(paint(line("x", ink), kPlain).find("38;5"), std::string::npos);
}

TEST(Frame, ATextCannotMoveTheCursor) {
  EXPECT_EQ(paint(line("a\x1b[2Jb\n"), kPlain), "a?[2Jb?");
}

TEST(Frame, TheFirstFrameIsDrawnWhole) {
  Painter painter;
  EXPECT_NE(painter.frame({line("a")}, {10, 2}, kPlain).find("\x1b[2J"), std::string::npos);
}

TEST(Frame, AnUnchangedFrameWritesNothing) {
  Painter painter;
  static_cast<void>(painter.frame({line("a"), line("b")}, {10, 2}, kPlain));
  EXPECT_EQ(painter.frame({line("a"), line("b")}, {10, 2}, kPlain), "");
}

TEST(Frame, OnlyTheChangedLineIsWritten) {
  Painter painter;
  static_cast<void>(painter.frame({line("a"), line("b")}, {10, 2}, kPlain));
  EXPECT_EQ(painter.frame({line("a"), line("c")}, {10, 2}, kPlain),
            "\x1b[?2026h\x1b[2;1Hc\x1b[K\x1b[?2026l");
}

TEST(Frame, AfterANewSizeAllIsDrawnAgain) {
  Painter painter;
  static_cast<void>(painter.frame({line("a")}, {10, 2}, kPlain));
  EXPECT_NE(painter.frame({line("a")}, {11, 2}, kPlain).find("\x1b[2J"), std::string::npos);
}

TEST(Frame, AFullLineKeepsItsLastColumn) {
  Painter painter;
  static_cast<void>(painter.frame({line("abcd")}, {4, 1}, kPlain));
  EXPECT_EQ(painter.frame({line("abce")}, {4, 1}, kPlain).find("\x1b[K"), std::string::npos);
}

TEST(Frame, LinesBelowTheScreenAreLeftOut) {
  Painter painter;
  const std::string bytes = painter.frame({line("a"), line("b"), line("c")}, {10, 2}, kPlain);
  EXPECT_EQ(bytes.find('c'), std::string::npos);
}

RC_GTEST_PROP(Frame, NothingIsEverWiderThanAsked,
              (const std::string& left, const std::string& right)) {
  const auto width = *rc::gen::inRange<std::size_t>(0, 40);
  RC_ASSERT(width_of(cut(line(left), width, kPlain)) <= std::max<std::size_t>(width, 0));
  RC_ASSERT(width_of(spread(line(left), line(right), width, kPlain)) <= width);
}

}  // namespace
}  // namespace limber::cli
