#include "faces/cli/page.h"

#include <gtest/gtest.h>

#include "test/cli/page_sample.h"

namespace limber::cli {
namespace {

TEST(Page, ReadsWhatTheInterviewGives) {
  const auto json = parse_json(R"({"screen":"s","block":"emergency","title":"T","none":"None",
    "at_most":3,"items":[{"fact":"a","kind":"yes_no","ask":"A?"},
    {"fact":"b","kind":"number","ask":"B?","low":0,"high":10,"unit":"weeks","integer":true},
    {"fact":"c","kind":"choice","ask":"C?","options":[{"id":"x","text":"X"}]}]})");
  ASSERT_TRUE(json);
  const auto page = read_page(*json);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->items.size(), 3u);
  EXPECT_EQ(page->items[1].unit, "weeks");
  EXPECT_EQ(page->items[2].options[0].text, "X");
  EXPECT_FALSE(page->checklist());
}

TEST(Page, SaysWhereAPageIsBroken) {
  const auto json =
      parse_json(R"({"screen":"s","block":"b","title":"T","items":[{"kind":"yes_no"}]})");
  ASSERT_TRUE(json);
  const auto page = read_page(*json);
  ASSERT_FALSE(page);
  EXPECT_NE(page.error().where.find("/page/items/0"), std::string::npos);
}

TEST(Marks, AnUntouchedChecklistIsNotAnswered) {
  const Page page = checklist(3);
  EXPECT_EQ(missing(page, blank_marks(page))->text, "ui.page.mark_or_none");
}

TEST(Marks, NoneOfTheseAnswersEveryLineWithNo) {
  const Page page = checklist(2);
  Marks marks = blank_marks(page);
  marks.none = true;
  ASSERT_FALSE(missing(page, marks));
  EXPECT_EQ(print_json(answers(page, marks)), R"({"fact_1":"no","fact_2":"no"})");
}

TEST(Marks, LinesThatAreNotTickedAreNoOnceOneIs) {
  const Page page = checklist(3);
  Marks marks = blank_marks(page);
  marks.items[1].tick = Tick::yes;
  marks.items[2].tick = Tick::not_sure;
  ASSERT_FALSE(missing(page, marks));
  EXPECT_EQ(print_json(answers(page, marks)),
            R"({"fact_1":"no","fact_2":"yes","fact_3":"not_sure"})");
}

TEST(Marks, ANumberOutOfRangeIsMissing) {
  Page page;
  page.items = {number_item("age", 10, 110)};
  Marks marks = blank_marks(page);
  EXPECT_EQ(missing(page, marks)->text, "ui.page.type_number");
  marks.items[0].typed = "9";
  EXPECT_EQ(missing(page, marks)->text, "ui.page.out_of_range");
  marks.items[0].typed = "42.5";
  EXPECT_EQ(missing(page, marks)->text, "ui.page.out_of_range");
  marks.items[0].typed = "42";
  EXPECT_FALSE(missing(page, marks));
}

TEST(Marks, NotSureIsAnAnswerToANumber) {
  Page page;
  page.items = {number_item("age", 10, 110)};
  Marks marks = blank_marks(page);
  marks.items[0].tick = Tick::not_sure;
  EXPECT_EQ(print_json(answers(page, marks)), R"({"age":"not_sure"})");
}

}  // namespace
}  // namespace limber::cli
