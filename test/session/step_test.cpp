#include "session/step.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/random.h"
#include "session/live.h"
#include "session/session_json.h"

namespace limber {
namespace {

using Kind = SessionEvent::Kind;
using Stop = SessionEvent::Stop;

struct Step : testing::Test {
  live::Session s{live::plan()};
  void to(int item, int phase) {
    while (s.state.at.item < item || s.state.at.phase < phase) s.pass(100);
  }
};

TEST_F(Step, BeginsWithTheQuestionHowMuchItHurts) {
  EXPECT_EQ(s.state.question, Question::pain_before);
}

TEST_F(Step, StartedIsRunning) {
  s.start();
  EXPECT_EQ(s.state.status, Status::running);
  EXPECT_TRUE(s.spoken("technique.shoulder_rolls.set_up"));
}

TEST_F(Step, TimeMovesItOn) {
  s.start();
  s.run(7'000);
  EXPECT_EQ(s.state.at, (Cursor{0, 2, 0}));
  EXPECT_EQ(s.state.active_ms, 7'000);
}

TEST_F(Step, EveryPhaseThatBeginsIsLogged) {
  s.start();
  s.run(7'000);
  EXPECT_EQ(s.log.size(), 3u);
  EXPECT_EQ(s.log.back().kind, "session.reached");
}

TEST_F(Step, ItEndsExactlyWhenThePlanSays) {
  s.start();
  s.run(90'900);
  EXPECT_EQ(s.state.status, Status::running);
  s.run(100);
  EXPECT_EQ(s.state.status, Status::ended);
  EXPECT_TRUE(s.state.finished);
  EXPECT_EQ(s.state.active_ms, 91'000);
  EXPECT_EQ(s.state.question, Question::pain_after);
}

TEST_F(Step, APauseIsNotExercise) {
  s.start();
  s.run(3'000);
  s.happen(s.here(Kind::paused));
  s.run(60'000);
  EXPECT_EQ(s.state.active_ms, 3'000);
  s.happen(s.here(Kind::resumed));
  s.run(1'000);
  EXPECT_EQ(s.state.active_ms, 4'000);
}

TEST_F(Step, ALongPauseWithoutTicksIsNoGap) {
  s.start();
  s.run(3'000);
  s.happen(s.here(Kind::paused));
  s.now_ms += 60'000;
  s.happen(s.here(Kind::resumed));
  s.run(1'000);
  EXPECT_EQ(s.state.status, Status::running);
  EXPECT_EQ(s.state.active_ms, 4'000);
}

TEST_F(Step, AClosedLidIsAPause) {
  s.start();
  s.run(6'000);
  s.pass(3 * 3'600'000);
  EXPECT_EQ(s.state.status, Status::paused);
  EXPECT_EQ(s.state.pause, SessionEvent::Pause::gap);
  EXPECT_EQ(s.state.active_ms, 6'000);
}

TEST_F(Step, AClockThatGoesBackwardStandsStill) {
  s.start();
  s.run(6'000);
  s.pass(-3'600'000);
  EXPECT_EQ(s.state.active_ms, 6'000);
  EXPECT_EQ(s.state.status, Status::running);
  s.pass(100);
  EXPECT_EQ(s.state.active_ms, 6'100);
}

TEST_F(Step, SkippingGoesToTheNextTechnique) {
  s.start();
  s.run(1'000);
  s.happen(s.here(Kind::skipped));
  EXPECT_EQ(s.state.at, (Cursor{1, 0, 0}));
  EXPECT_TRUE(s.state.items[0].skipped);
  EXPECT_EQ(s.state.active_ms, 1'000);
}

TEST_F(Step, SkippingTheLastOneComesToTheEnd) {
  s.start();
  for (int i = 0; i < 3; ++i) s.happen(s.here(Kind::skipped));
  s.run(200);
  EXPECT_EQ(s.state.status, Status::ended);
}

TEST_F(Step, SkippingTwiceForOneItemSkipsOne) {
  s.start();
  const SessionEvent skip = s.here(Kind::skipped);
  s.happen(skip);
  s.happen(skip);
  EXPECT_EQ(s.state.at.item, 1);
}

TEST_F(Step, EasierIsLessOfEverything) {
  s.start();
  to(1, 2);
  s.happen(s.here(Kind::eased));
  const PlanItem easier = Course{s.plan, s.state.eased}.item(1);
  EXPECT_LT(easier.range_factor, 1);
  EXPECT_LT(easier.dose.hold_s, 4);
  EXPECT_LT(easier.dose.reps, 3);
}

TEST_F(Step, EasierThanEasiestIsSaid) {
  s.start();
  for (int i = 0; i < 4; ++i) s.happen(s.here(Kind::eased));
  EXPECT_TRUE(s.shown("session.eased.most"));
  EXPECT_EQ(s.state.eased[0], 3);
}

TEST_F(Step, ThatHurtsStandsStillAndAsks) {
  s.start();
  to(1, 2);
  SessionEvent event = s.here(Kind::paused);
  event.pause = SessionEvent::Pause::hurt;
  s.happen(event);
  EXPECT_EQ(s.state.status, Status::paused);
  EXPECT_EQ(s.state.question, Question::hurt);
}

TEST_F(Step, NothingGoesOnBeforeItIsKnownHowMuchItHurts) {
  s.start();
  SessionEvent event = s.here(Kind::paused);
  event.pause = SessionEvent::Pause::hurt;
  s.happen(event);
  s.happen(s.here(Kind::resumed));
  EXPECT_EQ(s.state.status, Status::paused);
}

TEST_F(Step, TwoAboveRestIsFine) {
  s.start(2);
  to(1, 2);
  s.hurt(4);
  EXPECT_EQ(s.state.status, Status::paused);
  EXPECT_EQ(s.state.question, Question::none);
  EXPECT_EQ(s.state.eased[1], 0);
}

TEST_F(Step, ThreeAboveRestIsLessRange) {
  s.start(1);
  to(1, 2);
  s.hurt(4);
  EXPECT_EQ(s.state.eased[1], 1);
  EXPECT_TRUE(s.shown("session.hurt.less"));
}

TEST_F(Step, FiveStopsAndAsksTheEmergencyQuestions) {
  s.start(3);
  to(1, 2);
  s.hurt(5);
  EXPECT_EQ(s.state.status, Status::halted);
  EXPECT_EQ(s.state.question, Question::rescreen);
}

TEST_F(Step, SharpStopsHoweverLittleItIs) {
  s.start();
  s.hurt(1, true);
  EXPECT_EQ(s.state.status, Status::halted);
}

TEST_F(Step, ANerveSymptomStopsAndLocksTheNeck) {
  s.start();
  s.hurt(0, false, true);
  EXPECT_EQ(s.state.status, Status::halted);
  EXPECT_TRUE(s.state.neck_locked);
  EXPECT_TRUE(s.shown("session.stopped.nerve"));
}

TEST_F(Step, AfterANerveStopItIsOverEvenIfAllIsWell) {
  s.start();
  s.hurt(0, false, true);
  s.rescreen(Level::go);
  EXPECT_EQ(s.state.status, Status::ended);
  EXPECT_TRUE(s.state.neck_locked);
}

TEST_F(Step, AfterAStopForPainTheRestMayGoOnWithoutThatItem) {
  s.start();
  to(1, 2);
  s.hurt(6);
  s.rescreen(Level::go);
  EXPECT_EQ(s.state.status, Status::paused);
  EXPECT_EQ(s.state.question, Question::go_on);
  EXPECT_EQ(s.state.at.item, 2);
  s.happen(s.here(Kind::resumed));
  EXPECT_EQ(s.state.status, Status::running);
}

TEST_F(Step, AfterAStopForPainInTheLastItemItIsOver) {
  s.start();
  to(2, 2);
  s.hurt(6);
  s.rescreen(Level::go);
  EXPECT_EQ(s.state.status, Status::ended);
}

TEST_F(Step, AProfessionalLevelEndsIt) {
  s.start();
  s.stop();
  s.rescreen(Level::see_professional_first);
  EXPECT_EQ(s.state.status, Status::ended);
  EXPECT_FALSE(s.state.finished);
}

TEST_F(Step, AStopIsOneTapThenOneQuestion) {
  s.start();
  s.stop();
  EXPECT_EQ(s.state.status, Status::halted);
  EXPECT_EQ(s.state.question, Question::why_stopped);
  s.stop(Stop::done);
  EXPECT_EQ(s.state.question, Question::rescreen);
}

TEST_F(Step, OnlyTheCheckGetsAStoppedPersonMovingAgain) {
  s.start();
  s.stop();
  for (const Kind kind :
       {Kind::resumed, Kind::finished, Kind::skipped, Kind::eased, Kind::reached, Kind::paused})
    s.happen(s.here(kind));
  s.run(60'000);
  EXPECT_EQ(s.state.status, Status::halted);
}

TEST_F(Step, AReasonNeverBecomesMilder) {
  s.start();
  s.stop(Stop::nerve);
  s.stop(Stop::done);
  EXPECT_EQ(s.state.stop, Stop::nerve);
}

TEST_F(Step, PainSaidAfterANerveStopIsStillANerveStop) {
  s.start();
  s.stop(Stop::nerve);
  s.hurt(9);
  EXPECT_EQ(s.state.stop, Stop::nerve);
}

TEST_F(Step, AnEmergencySaidAfterTheEndStillLocksTheNeck) {
  s.start();
  s.happen(s.here(Kind::finished));
  s.stop(Stop::nerve);
  EXPECT_EQ(s.state.status, Status::ended);
  EXPECT_TRUE(s.state.neck_locked);
  EXPECT_EQ(s.state.question, Question::rescreen);
}

TEST_F(Step, AStopCountsEvenFromAPlaceThatDoesNotExist) {
  s.start();
  SessionEvent event = s.here(Kind::stopped);
  event.at = {77, 3, 9};
  s.happen(event);
  EXPECT_EQ(s.state.status, Status::halted);
}

TEST_F(Step, AFinishByChoiceIsNotAStop) {
  s.start();
  s.run(9'000);
  s.happen(s.here(Kind::finished));
  EXPECT_EQ(s.state.status, Status::ended);
  EXPECT_TRUE(s.state.finished);
  EXPECT_TRUE(s.shown("session.finished.early"));
}

TEST_F(Step, PainAfterwardsIsKept) {
  s.start();
  s.happen(s.here(Kind::finished));
  SessionEvent event = s.here(Kind::pain);
  event.when = SessionEvent::When::after;
  event.pain = 1;
  s.happen(event);
  EXPECT_EQ(s.state.pain_after, 1);
  EXPECT_EQ(s.state.question, Question::none);
}

TEST_F(Step, TheNextDayIsHeardAfterTheEnd) {
  s.start();
  s.happen(s.here(Kind::finished));
  SessionEvent event = s.here(Kind::next_day);
  event.pain = 4;
  s.happen(event);
  EXPECT_EQ(s.state.pain_next_day, 4);
}

TEST_F(Step, ADoubledEventChangesNothing) {
  s.start();
  const auto event = read_session_event(s.log.front());
  const State before = s.state;
  const Stepped after = step(s.plan, s.state, *event);
  EXPECT_EQ(after.state.at, before.at);
  EXPECT_EQ(after.state.ignored, 1);
  EXPECT_EQ(after.effects.front().kind, Effect::Kind::note);
}

TEST_F(Step, AnEventOfAnotherSessionChangesNothing) {
  s.start();
  SessionEvent event = s.here(Kind::stopped);
  event.session = "another";
  s.happen(event);
  EXPECT_EQ(s.state.status, Status::running);
}

TEST_F(Step, APlaceThatWasLeftBehindChangesNothing) {
  s.start();
  s.run(10'000);
  SessionEvent late = s.here(Kind::reached);
  late.at = {0, 1, 0};
  s.happen(late);
  EXPECT_EQ(s.state.active_ms, 10'000);
  EXPECT_EQ(s.state.ignored, 1);
}

TEST_F(Step, APainlessPopIsToldTheWaitAndGoesOn) {
  s.start();
  s.pop(false);
  EXPECT_TRUE(s.shown("session.pop.painless"));
  EXPECT_EQ(s.state.status, Status::running);
}

TEST_F(Step, ASecondClickAtTheSameSpotTooSoonIsProbablyATendon) {
  s.start();
  s.pop(false);
  s.run(60'000);
  s.pop(false);
  EXPECT_TRUE(s.shown("session.pop.repeat"));
}

TEST_F(Step, ASecondClickElsewhereIsAnotherPop) {
  s.start();
  s.pop(false, "neck");
  s.pop(false, "upper_back");
  EXPECT_FALSE(s.shown("session.pop.repeat"));
}

TEST_F(Step, ThePersonsWordOnTheSpotCounts) {
  s.start();
  s.pop(false, "neck");
  s.pop(false, "neck", false);
  EXPECT_FALSE(s.shown("session.pop.repeat"));
  s.pop(false, "elsewhere", true);
  EXPECT_TRUE(s.shown("session.pop.repeat"));
}

TEST_F(Step, AClickAfterMoreThanAQuarterOfAnHourIsAnotherPop) {
  s.start();
  s.pop(false);
  s.utc_ms += 15 * 60'000 + 1;
  s.pop(false);
  EXPECT_FALSE(s.shown("session.pop.repeat"));
}

TEST_F(Step, ADifferentAngleIsAnotherPop) {
  s.start();
  SessionEvent event = s.here(Kind::pop);
  event.place = "neck";
  event.angle_deg = 10;
  s.happen(event);
  event.angle_deg = 40;
  s.happen(event);
  EXPECT_FALSE(s.shown("session.pop.repeat"));
  event.angle_deg = 45;
  s.happen(event);
  EXPECT_TRUE(s.shown("session.pop.repeat"));
}

TEST_F(Step, APainfulPopAsksHowMuch) {
  s.start();
  s.pop(true);
  EXPECT_EQ(s.state.status, Status::paused);
  EXPECT_EQ(s.state.question, Question::hurt);
}

TEST_F(Step, TheFirstRepetitionIsSpokenWholeTheOthersShort) {
  s.start();
  s.run(60'000);
  EXPECT_TRUE(s.spoken("technique.chin_tuck.hold"));
  EXPECT_TRUE(s.spoken("session.cue.hold"));
}

// --- Over everything ----------------------------------------------------------------------------

int in(int low, int high) {
  return *rc::gen::inRange(low, high + 1);
}

Plan random_plan() {
  Plan plan;
  const int count = in(1, 4);
  for (int i = 0; i < count; ++i) {
    PlanItem one = live::item("t" + std::to_string(i), i == 0, in(1, 4), in(0, 8), in(1, 2));
    one.dose.sets = in(1, 2);
    one.dose.rest_s = in(0, 4);
    one.dose.out_s = in(0, 3);
    one.changeover_s = in(0, 4);
    one.seconds = static_cast<double>(item_ms(one)) / 1000;
    plan.items.push_back(one);
  }
  return live::finished(plan);
}

SessionEvent random_event(const live::Session& s) {
  SessionEvent event = s.here(static_cast<Kind>(in(1, 12)));
  if (in(0, 3) == 0) event.at = {in(0, 5), in(0, 20), in(0, 3'000)};
  if (in(0, 19) == 0) event.session = "another";
  event.pain = in(0, 10);
  // Only what a kind says is in its payload; the log knows nothing else.
  const bool hurt = event.kind == Kind::hurt;
  event.sharp = in(0, 5) == 0 && hurt;
  event.spreading = in(0, 9) == 0 && hurt;
  event.nerve = in(0, 9) == 0 && hurt;
  event.pause = static_cast<SessionEvent::Pause>(in(0, 2));
  event.stop = static_cast<Stop>(in(0, 4));
  event.when = static_cast<SessionEvent::When>(in(0, 1));
  event.painful = in(0, 3) == 0;
  event.place = in(0, 1) == 0 ? "neck" : "back";
  event.level = static_cast<Level>(in(0, 4));
  event.plan_allowed = in(0, 3) > 0;
  return event;
}

void anything(live::Session& s) {
  switch (in(0, 5)) {
    case 0:
      // A face says where it is; only then may an event claim to be from elsewhere.
      s.happen(s.here(Kind::reached));
      s.happen(random_event(s));
      break;
    case 1:
      s.pass(in(-20'000, 20'000));
      break;
    default:
      s.run(in(0, 4'000), 500);
      break;
  }
}

void is_sound(const live::Session& s) {
  if (s.state.status == Status::ready) return;
  const Course course{s.plan, s.state.eased};
  RC_ASSERT(course.valid(s.state.at));
  RC_ASSERT(s.state.active_ms >= 0);
  RC_ASSERT(s.state.items.size() == s.plan.items.size());
  if (s.state.status == Status::halted)
    RC_ASSERT(s.state.question == Question::why_stopped || s.state.question == Question::rescreen);
}

// The logged part of a state: what this process alone knows is left out.
State logged(State state) {
  state.clock_ms.reset();
  return state;
}

RC_GTEST_PROP(AnySession, StaysSoundWhateverHappens, ()) {
  live::Session s{random_plan()};
  if (in(0, 4) > 0) s.start(in(0, 10));
  const int count = in(0, 40);
  for (int i = 0; i < count; ++i) {
    anything(s);
    is_sound(s);
  }
}

RC_GTEST_PROP(AnySession, ReplayedFromItsLogIsTheSame, ()) {
  live::Session s{random_plan()};
  s.start(in(0, 10));
  const int count = in(0, 25);
  for (int i = 0; i < count; ++i) {
    anything(s);
    // Straight after a logged event nothing has moved yet that the log does not know.
    s.happen(s.here(Kind::reached));
    State replayed;
    for (const Event& event : s.log) {
      const auto read = read_session_event(event);
      RC_ASSERT(read.has_value());
      replayed = step(s.plan, std::move(replayed), *read).state;
    }
    State live_state = logged(s.state);
    RC_ASSERT(replayed == live_state);
  }
}

RC_GTEST_PROP(AnySession, EveryPrefixOfTheLogCanBeTakenUp, ()) {
  live::Session s{random_plan()};
  s.start(in(0, 10));
  const int count = in(0, 25);
  for (int i = 0; i < count; ++i) anything(s);
  for (std::size_t length = 1; length <= s.log.size(); ++length) {
    const auto resumed = resume(std::span(s.log).first(length), "e1");
    RC_ASSERT(resumed.has_value());
    live::Session again{resumed->plan};
    again.state = resumed->state;
    again.log.assign(s.log.begin(), s.log.begin() + static_cast<std::ptrdiff_t>(length));
    for (const Effect& effect : resumed->effects)
      if (effect.kind == Effect::Kind::append) again.happen(effect.event);
    RC_ASSERT(again.state.status != Status::running);
    is_sound(again);
  }
}

// One seed instead of thousands of draws: a long session is not worth shrinking.
RC_GTEST_PROP(AnySession, IsActiveForAsLongAsThePlanIfNothingIsLeftOut, (std::uint64_t seed)) {
  Random random(seed);
  live::Session s{random_plan()};
  s.start(0);
  s.pass(0);
  for (int i = 0; i < 10'000 && s.state.status != Status::ended; ++i) {
    const auto what = random.below(30);
    if (what == 0) {
      s.happen(s.here(Kind::paused));
      s.pass(static_cast<std::int64_t>(random.below(600'000)));
      s.happen(s.here(Kind::resumed));
    } else if (what == 1) {
      s.pass(-static_cast<std::int64_t>(random.below(60'000)));
    } else if (what == 2) {
      s.pass(5'001 + static_cast<std::int64_t>(random.below(1'000'000)));  // the lid was closed
      if (s.state.status == Status::paused) s.happen(s.here(Kind::resumed));
    } else {
      s.pass(1 + static_cast<std::int64_t>(random.below(4'999)));
    }
  }
  RC_ASSERT(s.state.status == Status::ended);
  RC_ASSERT(s.state.active_ms == plan_ms(s.plan));
}

RC_GTEST_PROP(AnySession, CanBeStoppedAtOnceFromAnywhere, ()) {
  live::Session s{random_plan()};
  s.start(in(0, 10));
  const int count = in(0, 25);
  for (int i = 0; i < count; ++i) anything(s);
  const bool over = s.state.status == Status::ended;
  s.stop();
  RC_ASSERT(s.state.status == (over ? Status::ended : Status::halted));
  const auto at = s.state.at;
  s.run(20'000);
  RC_ASSERT(s.state.at == at);
}

RC_GTEST_PROP(AnySession, StateSurvivesJson, ()) {
  live::Session s{random_plan()};
  if (in(0, 4) > 0) s.start(in(0, 10));
  const int count = in(0, 25);
  for (int i = 0; i < count; ++i) anything(s);
  const auto json = parse_json(print_json(to_json(s.state)));
  RC_ASSERT(json.has_value());
  const auto back = state_from_json(*json, s.plan, "");
  RC_ASSERT(back.has_value());
  RC_ASSERT(*back == s.state);
}

}  // namespace
}  // namespace limber
