#include "record/kinds.h"

#include "soup.h"

namespace limber {
namespace {

TEST(Kinds, ReadsBackAScore) {
  const auto read = read_score(to_json(ScoreNoted{4, "neck"}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->score, 4);
  EXPECT_EQ(read->place, "neck");
}

TEST(Kinds, RefusesAScoreOutOfRange) {
  EXPECT_FALSE(read_score({{"score", 11}}));
  EXPECT_FALSE(read_score({{"score", -1}}));
  EXPECT_FALSE(read_score({{"score", "4"}}));
  EXPECT_FALSE(read_score(Json::object()));
}

TEST(Kinds, ReadsBackAPop) {
  const auto read = read_pop(to_json(PopNoted{"upper_back", true, false}));
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->painful);
  EXPECT_FALSE(read->deliberate);
  EXPECT_EQ(read->place, "upper_back");
}

TEST(Kinds, ReadsBackTheNextDay) {
  const auto read = read_next_day(to_json(NextDay{"s1", 3}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->session, "s1");
  EXPECT_EQ(read->pain, 3);
}

TEST(Kinds, ReadsBackACorrection) {
  const auto read = read_correction(to_json(Correction{id_of(1), {{"score", 2}}}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->of, id_of(1));
  EXPECT_EQ(read->data, (Json{{"score", 2}}));
}

TEST(Kinds, ReadsBackANoteAConsentAndAPack) {
  EXPECT_EQ(read_note(to_json(Note{"stiff after flying"}))->text, "stiff after flying");
  EXPECT_EQ(read_consent(to_json(Consent{"use", "1"}))->version, "1");
  EXPECT_EQ(read_pack_change(to_json(PackChange{"p", "h", "{}"}))->content, "{}");
}

TEST(Kinds, LetsOnlyNotesAboutOneselfBeCorrected) {
  EXPECT_TRUE(kinds::correctable(kinds::kPain));
  EXPECT_FALSE(kinds::correctable(kinds::kScreened));
  EXPECT_FALSE(kinds::correctable(kinds::kClearance));
  EXPECT_TRUE(kinds::removable(kinds::kClearance));
  EXPECT_FALSE(kinds::removable("session.stopped"));
}

}  // namespace
}  // namespace limber
