// Every screen there is, in every language, on a window of 80 by 24: each question page, each
// result, the plan of each result that allows one, and each step of a session. "xa" is a language
// 40 % longer than English (tools/pseudo_texts.h): there pages may scroll, but nothing may be lost.
#include <gtest/gtest.h>

#include <set>

#include "app/show.h"
#include "base/text.h"
#include "body/plan_json.h"
#include "cli/guide_person.h"
#include "faces/cli/guide_view.h"
#include "faces/cli/layout.h"
#include "faces/cli/page_view.h"
#include "faces/cli/plan_view.h"
#include "faces/cli/verdict_view.h"
#include "knowledge/answers.h"
#include "session/step.h"
#include "test/embedded.h"
#include "tools/pseudo_texts.h"

namespace limber::cli {
namespace {

constexpr Size kWindow{80, 24};
constexpr Look kLook{true, true};

// The embedded knowledge with the long language added.
App& app() {
  static App kApp = [] {
    auto document = *parse_json(embedded_knowledge());
    Json texts = Reader(document, "").object("texts");
    Messages english;
    for (const auto& [key, message] : embedded().catalogues.at("en").messages()) {
      english[key] = message;
    }
    texts.update(Json{{"xa", pseudo_long(english)}});
    document.update(Json{{"texts", std::move(texts)}});
    return std::move(*App::open(print_json(document)));
  }();
  return kApp;
}

Json call(const std::string& method, Json input, const std::string& language) {
  input.update(Json{{"lang", language}});
  const auto answer = parse_json(app().call(method, print_json(input)));
  EXPECT_TRUE(answer);
  Reader in(*answer, "");
  EXPECT_TRUE(in.has("ok")) << print_json(*answer);
  return in.has("ok") ? in.object("ok") : Json::object();
}

// Answers of the first example of each rule, and of nobody's: every level, every rule's words.
std::vector<Json> sheets() {
  const Knowledge& k = embedded_tables();
  std::vector<Json> all = {Json::object()};
  for (const Rule& rule : k.rules) {
    Json answers = Json::object();
    for (const auto& [fact, answer] : rule.examples.front().answers) {
      const Fact& asked = k.facts[static_cast<std::size_t>(fact)];
      answers[asked.id] = write_answer(asked, answer);
    }
    all.push_back(std::move(answers));
  }
  return all;
}

void expect_fits(const std::vector<Line>& lines, const std::string& what) {
  EXPECT_LE(lines.size(), static_cast<std::size_t>(kWindow.height)) << what;
  for (const Line& line : lines) {
    EXPECT_LE(width_of(line), static_cast<std::size_t>(kWindow.width))
        << what << ": " << plain_text(line);
  }
}

// Every word of `text` stands somewhere in `seen`.
void expect_said(const std::set<std::string>& seen, const std::string& text,
                 const std::string& what) {
  for (const std::string& word : words(text)) {
    EXPECT_TRUE(seen.contains(word)) << what << ": \"" << word << "\" of " << text;
  }
}

void see(std::set<std::string>& seen, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    for (std::string& word : words(plain_text(line))) seen.insert(std::move(word));
  }
}

class Screens : public testing::TestWithParam<const char*> {
 protected:
  std::string language_ = GetParam();
  const Catalogue& words_ = app().core().texts(language_);
};

TEST_P(Screens, EveryQuestionFits) {
  const Knowledge& k = app().core().knowledge();
  for (std::size_t screen = 0; screen < k.screens.size(); ++screen) {
    limber::Page asked;
    asked.screen = static_cast<int>(screen);
    for (std::size_t fact = 0; fact < k.facts.size(); ++fact) {
      if (k.facts[fact].screen_index == asked.screen) asked.facts.push_back(static_cast<int>(fact));
    }
    const auto page = read_page(show_page(app().core(), words_, asked));
    ASSERT_TRUE(page);
    const std::string what = language_ + ", " + page->screen;
    PageState state = open_page(*page);
    std::set<std::string> seen;
    for (int row = 0; row <= static_cast<int>(page->items.size()); ++row) {
      state.cursor = row;
      const auto lines = draw_page(*page, state, kWindow, kLook, words_);
      expect_fits(lines, what);
      see(seen, lines);
    }
    expect_said(seen, page->title, what);
    for (const Item& item : page->items) expect_said(seen, item.ask, what);
    if (page->checklist()) expect_said(seen, page->none, what);
    // In a language people speak nothing even needs to scroll.
    if (language_ != "xa") EXPECT_FALSE(seen.contains("↓")) << what;
  }
}

TEST_P(Screens, EveryResultFits) {
  for (const Json& answers : sheets()) {
    const Json verdict =
        call("check", Json{{"answers", answers}, {"unanswered", "reassuring"}}, language_);
    const Shown shown = show(verdict, {"GB", "999", "111"}, kLook, words_);
    std::set<std::string> seen;
    std::vector<Line> lines = paragraph(shown.title, text_width(kWindow), shown.ink);
    append(lines, lay_out(shown.body, text_width(kWindow), kLook));
    for (const Line& line : lines) {
      EXPECT_LE(width_of(line), 80u) << language_ << ": " << plain_text(line);
    }
    see(seen, lines);
    Reader in(verdict, "");
    expect_said(seen, in.text("do"), language_);
  }
}

TEST_P(Screens, EveryPlanFits) {
  int plans = 0;
  for (Json answers : sheets()) {
    const Json verdict =
        call("check", Json{{"answers", answers}, {"unanswered", "reassuring"}}, language_);
    if (!Reader(verdict, "").flag("plan_allowed")) continue;
    answers.update(Json{{"stiff_neck", "yes"},
                        {"stiff_upper_back", "yes"},
                        {"kit_chair", "yes"},
                        {"kit_wall", "yes"},
                        {"kit_roller", "yes"},
                        {"kit_ball", "yes"},
                        {"position", "floor"},
                        {"minutes", 10}});
    const Json made =
        call("plan", Json{{"answers", answers}, {"unanswered", "reassuring"}}, language_);
    Reader in(made, "");
    const auto plan = plan_from_json(in.object("plan"), "");
    ASSERT_TRUE(plan);
    for (const Line& line : lay_out(show_plan(*plan, words_), text_width(kWindow), kLook)) {
      EXPECT_LE(width_of(line), 80u) << language_ << ": " << plain_text(line);
    }
    ++plans;
  }
  EXPECT_GE(plans, 5);
}

TEST_P(Screens, EveryStepOfEveryTechniqueFits) {
  for (const Technique& technique : embedded_tables().techniques) {
    Plan plan = guide_plan();
    plan.items[1].technique = technique.id;
    plan.items[1].steps = technique.steps;
    SessionEvent start = started(plan, {}, 1);
    start.id = start.session = "s";
    State state = step(plan, {}, start).state;
    std::set<std::string> seen;
    for (std::int64_t now = 0; now <= 60'000; now += 500) {
      state = tick(plan, std::move(state), now).state;
      GuideScreen screen;
      screen.view = view(plan, state, now, kGapMs);
      const auto lines = guide_lines(screen, words_, kWindow, kLook);
      expect_fits(lines, language_ + ", " + technique.id);
      see(seen, lines);
    }
    for (const char* each : {"name", "set_up", "out"}) {
      expect_said(seen, words_.text("technique." + technique.id + "." + each), technique.id);
    }
  }
}

TEST_P(Screens, EveryFormOfASessionFits) {
  for (int kind = static_cast<int>(Form::Kind::pain_before);
       kind <= static_cast<int>(Form::Kind::end); ++kind) {
    GuideScreen screen;
    screen.view = view(guide_plan(), {}, 0, kGapMs);
    screen.form = form(static_cast<Form::Kind>(kind));
    const auto lines = guide_lines(screen, words_, kWindow, kLook);
    expect_fits(lines, language_ + ", form " + std::to_string(kind));
    std::set<std::string> seen;
    see(seen, lines);
    for (const std::string& choice : screen.form.choices) {
      expect_said(seen, words_.text(choice), language_);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Screens, testing::Values("en", "de", "xa"),
                         [](const auto& language) { return std::string(language.param); });

}  // namespace
}  // namespace limber::cli
