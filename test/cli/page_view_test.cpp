#include "faces/cli/page_view.h"

#include <gtest/gtest.h>

#include "test/cli/page_sample.h"

namespace limber::cli {
namespace {

constexpr Look kLook{true, true};

std::vector<std::string> shown(const Page& page, const PageState& state, Size size,
                               const Look& look = kLook) {
  std::vector<std::string> lines;
  for (const Line& line : draw_page(page, state, size, look, page_words())) {
    lines.push_back(plain_text(line));
  }
  return lines;
}

// The largest page the knowledge may have: 8 lines of 15 words.
Page largest() {
  Page page = checklist(8);
  for (Item& item : page.items) {
    item.ask = "A sign that is told in exactly fifteen plain words, as many as one line has";
  }
  return page;
}

bool holds(const std::vector<std::string>& lines, const std::string& text) {
  for (const std::string& line : lines) {
    if (line.find(text) != std::string::npos) return true;
  }
  return false;
}

TEST(PageView, TheLargestPageFitsEightyByTwentyFour) {
  const Page page = largest();
  const auto lines = shown(page, open_page(page), {80, 24});
  EXPECT_EQ(lines.size(), 24u);
  EXPECT_TRUE(holds(lines, "None of these"));
  EXPECT_TRUE(holds(lines, " 8 [ ]"));
}

TEST(PageView, NoLineIsWiderThanTheWindow) {
  const Page page = largest();
  for (const int width : {20, 40, 60, 80, 200}) {
    for (const Line& line : draw_page(page, open_page(page), {width, 24}, kLook, page_words())) {
      EXPECT_LE(width_of(line), static_cast<std::size_t>(width));
    }
  }
}

TEST(PageView, NoPageIsTallerThanTheWindow) {
  const Page page = largest();
  for (const int height : {6, 10, 16, 24, 60}) {
    EXPECT_LE(shown(page, open_page(page), {40, height}).size(), static_cast<std::size_t>(height))
        << height;
  }
}

TEST(PageView, ANarrowWindowScrollsWithTheCursor) {
  const Page page = largest();
  PageState state = open_page(page);
  EXPECT_TRUE(holds(shown(page, state, {40, 24}), "↓ more"));
  for (int row = 0; row < 9; ++row) {
    state.cursor = row;
    EXPECT_TRUE(holds(shown(page, state, {40, 24}), "›")) << row;
  }
  EXPECT_TRUE(holds(shown(page, state, {40, 24}), "None of these"));
}

TEST(PageView, EveryStateIsToldInWords) {
  const Page page = checklist(3);
  PageState state = open_page(page);
  state.marks.items[0].tick = Tick::yes;
  state.marks.items[1].tick = Tick::not_sure;
  const auto lines = shown(page, state, {80, 24}, {false, false});
  EXPECT_TRUE(holds(lines, "[x] Sign number 1  yes"));
  EXPECT_TRUE(holds(lines, "[?] Sign number 2  not sure"));
}

TEST(PageView, HelpOpensUnderTheLine) {
  const Page page = checklist(3);
  PageState state = open_page(page);
  state.cursor = 1;
  state.help = true;
  EXPECT_TRUE(holds(shown(page, state, {80, 24}), "A longer word on sign two"));
}

TEST(PageView, ANumberFieldShowsItsRange) {
  Page page;
  page.items = {number_item("age", 10, 110)};
  EXPECT_TRUE(holds(shown(page, open_page(page), {80, 24}), "10 to 110"));
}

TEST(PageView, ItSaysHowManyPagesCanStillCome) {
  Page page = checklist(1);
  page.number = 3, page.at_most = 4;
  EXPECT_TRUE(holds(shown(page, open_page(page), {80, 24}), "page 3 of at most 6"));
}

}  // namespace
}  // namespace limber::cli
