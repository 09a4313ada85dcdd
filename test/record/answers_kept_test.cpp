#include "record/answers_kept.h"

#include "body/names.h"
#include "little.h"

namespace limber {
namespace {

const Knowledge kKnowledge = little_knowledge();

Answer fresh(const Record& record, const char* fact, double hours) {
  const auto index = static_cast<std::size_t>(kKnowledge.fact(fact));
  return fresh_answers(record, kKnowledge, hours_later(hours)).answers[index];
}
Answer latest(const Record& record, const char* fact) {
  return latest_answers(record, kKnowledge)
      .answers[static_cast<std::size_t>(kKnowledge.fact(fact))];
}

const Record kOnce = settle(std::vector{screened_at(
    1, 0,
    {{"tingling", "no"}, {"steady", "yes"}, {"age", 40}, {"disc", "not_sure"}, {"job", "desk"}})});

TEST(AnswersKept, NeverCarriesASessionAnswerOver) {
  EXPECT_EQ(latest(kOnce, "tingling"), no());
  EXPECT_EQ(fresh(kOnce, "tingling", 0.01), not_asked());
}

TEST(AnswersKept, KeepsADayForTwentyFourHours) {
  EXPECT_EQ(fresh(kOnce, "steady", 23.9), yes());
  EXPECT_EQ(fresh(kOnce, "steady", 24), not_asked());
}

TEST(AnswersKept, KeepsFourWeeksForTwentyEightDays) {
  EXPECT_EQ(fresh(kOnce, "age", 28 * 24 - 0.1), number(40));
  EXPECT_EQ(fresh(kOnce, "age", 28 * 24), not_asked());
}

TEST(AnswersKept, KeepsPermanentAnswersForGood) {
  EXPECT_EQ(fresh(kOnce, "disc", 24 * 3650), not_sure());
}

TEST(AnswersKept, DoesNotTrustAnAnswerFromTheFuture) {
  EXPECT_EQ(fresh(kOnce, "age", -0.05), number(40));  // three minutes of clock skew
  EXPECT_EQ(fresh(kOnce, "age", -1), not_asked());
  EXPECT_EQ(fresh(kOnce, "disc", -1), not_asked());
}

TEST(AnswersKept, TakesTheLatestAnswer) {
  const Record record = settle(std::vector{screened_at(1, 0, {{"age", 40}}),
                                           screened_at(2, 5, {{"age", 41}, {"job", "standing"}}),
                                           screened_at(3, 6, {{"job", "desk"}})});
  EXPECT_EQ(latest(record, "age"), number(41));
  EXPECT_EQ(latest(record, "job"), choice(0));
}

TEST(AnswersKept, MeasuresAgeFromWhenItWasAnsweredNotFromTheScreening) {
  Event again = screened_at(2, 20, {});
  again.payload =
      print_json({{"answers", {{"steady", {{"is", "yes"}, {"at_ms", kNoon}}}}},
                  {"verdict", {{"level", "go"}, {"complete", true}, {"fired", Json::array()}}}});
  EXPECT_EQ(fresh(settle(std::vector{again}), "steady", 25), not_asked());
}

TEST(AnswersKept, PassesOverWhatThisKnowledgeDoesNotKnow) {
  const Record record = settle(std::vector{
      screened_at(1, 0, {{"gone", "yes"}, {"age", 500}, {"job", "astronaut"}, {"disc", "yes"}})});
  EXPECT_EQ(latest(record, "age"), not_asked());
  EXPECT_EQ(latest(record, "job"), not_asked());
  EXPECT_EQ(latest(record, "disc"), yes());
}

TEST(AnswersKept, ComesBackAsItWasWritten) {
  TimedSheet sheet = blank_timed_sheet(kKnowledge);
  sheet.answers = {yes(), no(), number(66), number(7), not_sure(), not_asked(), choice(1)};
  sheet.at_ms = {1, 2, 3, 4, 5, 0, 7};
  const Json payload = screened_payload(kKnowledge, sheet, {});
  const TimedSheet read = answers_of(kKnowledge, payload, 99);
  EXPECT_EQ(read.answers, sheet.answers);
  EXPECT_EQ(read.at_ms, sheet.at_ms);
}

RC_GTEST_PROP(AnswersKept, NeverFailsOnAnySoup, (std::uint64_t seed)) {
  const Record record = settle(any_events(seed, 60));
  const TimedSheet fresh = fresh_answers(record, kKnowledge, hours_later(0));
  RC_ASSERT(fresh.answers.size() == kKnowledge.facts.size());
}

}  // namespace
}  // namespace limber
