#include "faces/cli/guide_view.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli/guide_person.h"
#include "faces/cli/guide_ask.h"

namespace limber::cli {
namespace {

const Look kUtf8{false, true};
const Look kAscii{false, false};

// The session at this moment, as step and tick bring it there.
GuideScreen at(std::int64_t ms) {
  static const Plan plan = [] {
    Plan made = guide_plan();
    made.items[1].conditions = {"osteoporosis"};
    made.items[1].range_factor = 0.5;
    return made;
  }();
  SessionEvent start = started(plan, {}, 1);
  start.id = start.session = "s";
  State state = step(plan, {}, start).state;
  state = tick(plan, std::move(state), 0).state;
  for (std::int64_t now = 100; now <= ms; now += 100)
    state = tick(plan, std::move(state), now).state;
  GuideScreen screen;
  screen.view = view(plan, state, ms, kGapMs);
  return screen;
}

std::string shown(const GuideScreen& screen, Size size, const Look& look = kUtf8) {
  std::string text;
  for (const Line& one : guide_lines(screen, guide_words(), size, look)) {
    EXPECT_LE(width_of(one), static_cast<std::size_t>(size.width));
    text += plain_text(one) + "\n";
  }
  return text;
}

// Compares with test/cli/golden/<name>.txt; LIMBER_GOLDEN=write writes it anew.
void golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(LIMBER_SOURCE_DIR) + "/test/cli/golden/" + name + ".txt";
  const char* mode = std::getenv("LIMBER_GOLDEN");
  if (mode != nullptr && std::string_view(mode) == "write") std::ofstream(path) << text;
  std::ifstream file(path);
  std::stringstream wanted;
  wanted << file.rdbuf();
  EXPECT_EQ(text, wanted.str()) << path;
}

TEST(GuideView, AHoldOn80x24) {
  golden("hold_80x24", shown(at(30'000), {80, 24}));
}
TEST(GuideView, AHoldOn60x20) {
  golden("hold_60x20", shown(at(30'000), {60, 20}));
}
TEST(GuideView, AHoldOn120x40) {
  golden("hold_120x40", shown(at(30'000), {120, 40}));
}
TEST(GuideView, AHoldOn40Columns) {
  golden("hold_40x24", shown(at(30'000), {40, 24}));
}
TEST(GuideView, AHoldInAscii) {
  golden("hold_ascii", shown(at(30'000), {80, 24}, kAscii));
}

TEST(GuideView, GettingReady) {
  golden("ready_80x24", shown(at(22'000), {80, 24}));
}

TEST(GuideView, ThatHurts) {
  GuideScreen screen = at(30'000);
  screen.view.status = Status::paused;
  screen.form = form(Form::Kind::hurt_kind);
  screen.messages = {"session.hurt.still"};
  screen.careful = true;
  golden("hurt_80x24", shown(screen, {80, 24}));
}

TEST(GuideView, HowMuchItHurts) {
  GuideScreen screen = at(30'000);
  screen.view.status = Status::paused;
  screen.form = form(Form::Kind::hurt_number);
  static_cast<void>(press(screen.form, {Key::Kind::text, "3"}));
  golden("number_60x20", shown(screen, {60, 20}));
}

TEST(GuideView, Stopped) {
  GuideScreen screen = at(30'000);
  screen.view.status = Status::halted;
  screen.form = form(Form::Kind::why_stopped);
  screen.messages = {"session.stopped"};
  golden("stopped_80x24", shown(screen, {80, 24}));
}

TEST(GuideView, TheLastPage) {
  GuideScreen screen = at(60'000);
  screen.form = form(Form::Kind::end);
  screen.messages = {"session.finished"};
  screen.active_min = 1;
  golden("end_80x24", shown(screen, {80, 24}));
}

TEST(GuideView, NothingIsEverTallerOrWiderThanTheScreen) {
  for (const Size size : {Size{20, 8}, Size{1, 1}, Size{10, 50}, Size{200, 3}})
    for (const std::int64_t ms : {0, 6'000, 30'000, 60'000})
      EXPECT_LE(shown(at(ms), size).size(), 200u * 60u * 4u);
}

TEST(GuideView, ThePacerGrowsWithTheBreathIn) {
  const auto width = [](const GuideScreen& screen) {
    std::size_t widest = 0;
    for (const Line& one : guide_lines(screen, guide_words(), {80, 24}, kUtf8))
      for (const Span& span : one)
        if (span.text.starts_with("\u2588") && span.ink == Ink::calm)
          widest = std::max(widest, width_of({span}));
    return widest;
  };
  EXPECT_LT(width(at(5'500)), width(at(8'500)));   // breathing in from 5 s to 9 s
  EXPECT_GT(width(at(9'500)), width(at(14'500)));  // breathing out from 9 s to 15 s
}

TEST(GuideView, TheClockRoundsUp) {
  EXPECT_EQ(clock_text(245), "4:05");
  EXPECT_EQ(clock_text(59.2), "1:00");
  EXPECT_EQ(clock_text(-3), "0:00");
}

TEST(GuideView, APlainQuestionNumbersItsChoices) {
  const auto lines = plain_question(form(Form::Kind::go_on), guide_words());
  EXPECT_EQ(lines[1], "1. Yes, go on gently");
}

}  // namespace
}  // namespace limber::cli
