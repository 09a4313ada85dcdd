#include <gtest/gtest.h>
#include <limber/app.h>

#include "app/core.h"
#include "base/json.h"

namespace limber {
namespace {

// The answer as a whole; "" is an empty input.
Json answer_of(const std::string& method, const std::string& json) {
  auto app = App::open(embedded_knowledge());
  return *parse_json(app->call(method, json));
}

TEST(UseFigure, DrawsAndDescribesEveryTechnique) {
  auto app = App::open(embedded_knowledge());
  ASSERT_EQ(app->core().knowledge().techniques.size(), 11u);
  for (const Technique& technique : app->core().knowledge().techniques) {
    const Json answer =
        *parse_json(app->call("figure", "{\"technique\":\"" + technique.id + "\"}"));
    ASSERT_TRUE(answer.contains("ok")) << answer;
    EXPECT_NE(answer["ok"]["svg"].get<std::string>().find("fig-skin"), std::string::npos);
    EXPECT_GT(answer["ok"]["text"].get<std::string>().size(), 40u);
  }
}

TEST(UseFigure, SaysTheStep) {
  const Json answer = answer_of("figure", R"({"technique":"chin_tuck","step":"out"})");
  EXPECT_NE(answer["ok"]["text"].get<std::string>().find("Glide your chin"), std::string::npos);
}

TEST(UseFigure, SaysWhatNotToDo) {
  const Json answer = answer_of("figure", R"({"technique":"chin_tuck","error":1})");
  EXPECT_NE(answer["ok"]["text"].get<std::string>().find("Looking down"), std::string::npos);
}

TEST(UseFigure, SpeaksGerman) {
  const Json answer = answer_of("figure", R"({"technique":"chin_tuck","lang":"de"})");
  EXPECT_NE(answer["ok"]["text"].get<std::string>().find("Eine Person"), std::string::npos);
}

TEST(UseFigure, UnknownTechniqueNamesTheNearest) {
  const Json answer = answer_of("figure", R"({"technique":"chin_tick"})");
  EXPECT_EQ(answer["error"]["kind"], "not_found");
  EXPECT_NE(answer["error"]["hint"].get<std::string>().find("chin_tuck"), std::string::npos);
}

TEST(UseFigure, RefusesAnErrorThatIsNotShown) {
  EXPECT_EQ(answer_of("figure", R"({"technique":"chin_tuck","error":9})")["error"]["kind"],
            "not_found");
}

TEST(UseFigure, RefusesAnUnknownStepSideAndWord) {
  EXPECT_EQ(answer_of("figure", R"({"technique":"chin_tuck","step":"up"})")["error"]["where"],
            "/step");
  EXPECT_EQ(answer_of("figure", R"({"technique":"chin_tuck","side":"top"})")["error"]["where"],
            "/side");
  EXPECT_TRUE(answer_of("figure", R"({"technique":"chin_tuck","stop":"out"})").contains("error"));
}

TEST(UseFigure, TrackAndFrameFitTogether) {
  const Json track = answer_of("figure.track", R"({"technique":"wall_slide"})");
  std::size_t wanted = 0;
  for (const Json& path : track["ok"]["paths"]) {
    if (!path.contains("letters")) continue;
    for (const char c : path["letters"].get<std::string>())
      wanted += c == 'C' ? 6 : c == 'Z' ? 0 : 2;
  }
  const Json frame =
      answer_of("figure.frame", R"({"technique":"wall_slide","step":"out","part":0.3})");
  EXPECT_EQ(frame["ok"]["tenths"].size(), wanted);
}

TEST(UseFigure, TheOtherSideIsMirrored) {
  const auto mirrored = [](const char* side) {
    return answer_of("figure.track", std::string(R"({"technique":"neck_side_bend","side":")") +
                                         side + "\"}")["ok"]["mirrored"]
        .get<bool>();
  };
  EXPECT_FALSE(mirrored("right"));
  EXPECT_TRUE(mirrored("left"));
}

TEST(UseFigure, TheSheetShowsEveryTechnique) {
  const Json sheet = answer_of("figure.sheet", "");
  const std::string svg = sheet["ok"]["svg"].get<std::string>();
  EXPECT_NE(svg.find("Chin tuck"), std::string::npos);
  EXPECT_NE(svg.find("Foam roller"), std::string::npos);
}

}  // namespace
}  // namespace limber
