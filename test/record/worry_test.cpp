#include "record/worry.h"

#include "body/names.h"
#include "little.h"

namespace limber {
namespace {

const Knowledge kKnowledge = little_knowledge();

TEST(Worrying, GoesByClassNotBySize) {
  const Worrying worrying(kKnowledge);
  const int age = kKnowledge.fact("age");
  EXPECT_EQ(worrying.shift(age, number(40), number(50)), Shift::different);
  EXPECT_EQ(worrying.shift(age, number(50), number(65)), Shift::worse);
  EXPECT_EQ(worrying.shift(age, number(65), number(90)), Shift::different);
  EXPECT_EQ(worrying.shift(age, number(16), number(90)), Shift::worse);
  EXPECT_EQ(worrying.shift(age, number(70), number(35)), Shift::better);
}

TEST(Worrying, PutsNotSureBetweenNoAndYes) {
  const Worrying worrying(kKnowledge);
  EXPECT_EQ(worrying.shift(0, no(), not_sure()), Shift::worse);
  EXPECT_EQ(worrying.shift(0, not_sure(), yes()), Shift::worse);
  EXPECT_EQ(worrying.shift(0, not_sure(), no()), Shift::better);
  EXPECT_EQ(worrying.shift(1, yes(), no()), Shift::worse);  // worries when no
  EXPECT_EQ(worrying.shift(0, not_asked(), yes()), Shift::worse);
  EXPECT_EQ(worrying.shift(0, yes(), yes()), Shift::same);
}

TEST(Worrying, NeverWorriesOverAWish) {
  EXPECT_EQ(Worrying(kKnowledge).shift(6, choice(0), choice(1)), Shift::different);
}

}  // namespace
}  // namespace limber
