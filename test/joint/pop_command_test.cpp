// `limber pop` as a person calls it: what it prints, what it writes, what it refuses.
#include <gtest/gtest.h>

#include <limber/app.h>

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "base/signal.h"
#include "faces/cli/pop.h"
#include "sound/wave.h"

namespace limber {
namespace {

struct Answer {
  int code;
  std::string out, err;
};
Answer pop(std::vector<const char*> words) {
  words.insert(words.begin(), "pop");
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Answer answer{pop_command(static_cast<int>(words.size()), words.data()), {}, {}};
  answer.out = testing::internal::GetCapturedStdout();
  answer.err = testing::internal::GetCapturedStderr();
  return answer;
}
std::string content(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}
class PopCommand : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "limber_pop_test";
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string file(const char* name) const { return folder_ + "/" + name; }
  std::string folder_;
};

TEST_F(PopCommand, TellsTheStory) {
  const Answer answer = pop({"--plain"});
  EXPECT_EQ(answer.code, 0);
  for (const char* word : {"The pull", "The cavity", "72.5 dB at 10 cm", "not a promise"})
    EXPECT_NE(answer.out.find(word), std::string::npos) << word << answer.out;
}

TEST_F(PopCommand, JsonIsWhatTheUseCaseAnswers) {
  auto app = App::open(embedded_knowledge());
  ASSERT_TRUE(app);
  const auto whole =
      parse_json(app->call("pop", R"({"preset":"facet_stretch","set":{"film":40},"again_min":8})"));
  ASSERT_TRUE(whole && whole->contains("ok"));
  EXPECT_EQ(pop({"--json", "--preset", "facet_stretch", "--set", "film=40", "--again", "8"}).out,
            print_json_pretty((*whole)["ok"]) + "\n");
}

TEST_F(PopCommand, AFullDiskIsAnErrorAndADeviceStaysADevice) {
  const std::string full = file("full");
  ASSERT_EQ(::mkfifo(full.c_str(), 0600), 0);
  EXPECT_EQ(pop({"sweep", "--points", "3", "--out", full.c_str()}).code, 3);
  EXPECT_TRUE(std::filesystem::is_fifo(full));
  if (!std::filesystem::is_character_file("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  for (const char* option : {"--csv", "--svg", "--wav"})
    EXPECT_NE(pop({option, "/dev/full"}).code, 0) << option;
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

TEST_F(PopCommand, MinutesThatAreNoNumberAreRefused) {
  EXPECT_NE(pop({"--again", "nan"}).code, 0);
}

TEST_F(PopCommand, JsonHoldsTheNumbersOfTheTable) {
  const auto json = parse_json(pop({"--json", "--preset", "facet_thrust"}).out);
  ASSERT_TRUE(json);
  Reader in(*json, "");
  Reader run(in.object("pop"), "/pop");
  EXPECT_NEAR(run.number("force_N", 0, 1e3), 22.612732, 2.3e-5);
  EXPECT_TRUE(run.flag("still_growing"));
}

TEST_F(PopCommand, SecondPullAfterFiveMinutesIsSilent) {
  EXPECT_NE(pop({"--again", "5"}).out.find("no pop"), std::string::npos);
  EXPECT_NE(pop({"--again", "30"}).out.find("pops again"), std::string::npos);
}

TEST_F(PopCommand, WaveFileHoldsWhatTheTableSays) {
  const std::string wav = file("pop.wav");
  ASSERT_EQ(pop({"--wav", wav.c_str(), "--bits", "16"}).code, 0);
  const auto wave = decode_wave(content(wav));
  ASSERT_TRUE(wave);
  const SignalFigures heard = measure_signal(wave->samples, wave->rate);
  EXPECT_NEAR(heard.peak / 0.08419, 1, 0.01);
  EXPECT_NEAR(heard.peak_hz, 152, 2);
  EXPECT_NEAR(heard.centroid_hz, 1698, 17);
  EXPECT_NEAR(heard.t5_95, 5.87e-3, 0.06e-3);
}

TEST_F(PopCommand, WritesPlotsAndCurves) {
  const std::string svg = file("pop.svg"), csv = file("pop.csv");
  ASSERT_EQ(pop({"--svg", svg.c_str(), "--csv", csv.c_str()}).code, 0);
  EXPECT_TRUE(content(svg).ends_with("</svg>\n"));
  EXPECT_TRUE(content(csv).starts_with("time_s,force_N,gap_m"));
}

TEST_F(PopCommand, OutOfRangeIsRefusedWithTheRange) {
  const Answer answer = pop({"--set", "inception=-100"});
  EXPECT_EQ(answer.code, 3);
  EXPECT_NE(answer.err.find("-75 to 5 kPa"), std::string::npos) << answer.err;
}

TEST_F(PopCommand, UnknownOptionIsAUsageError) {
  EXPECT_EQ(pop({"--loud"}).code, 2);
}

TEST_F(PopCommand, FileThatCannotBeWrittenIsAClearError) {
  const std::string gone = folder_ + "/none/pop.wav";
  const Answer answer = pop({"--wav", gone.c_str()});
  EXPECT_EQ(answer.code, 4);
  EXPECT_FALSE(std::filesystem::exists(gone));
}

TEST_F(PopCommand, SweepWritesOneRowPerJoint) {
  const std::string csv = file("sweep.csv");
  ASSERT_EQ(pop({"sweep", "--points", "12", "--out", csv.c_str(), "--threads", "2"}).code, 0);
  const std::string text = content(csv);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 13);
  EXPECT_FALSE(std::filesystem::exists(csv + ".part"));
  EXPECT_FALSE(std::filesystem::exists(csv + ".state"));
}

TEST_F(PopCommand, SweepOfNothingIsAnEmptyTable) {
  const Answer answer = pop({"sweep", "--points", "0", "--json"});
  EXPECT_EQ(answer.code, 0);
  EXPECT_NE(answer.out.find("\"points\": 0"), std::string::npos);
}

TEST_F(PopCommand, SweepResumeNeedsAFile) {
  EXPECT_EQ(pop({"sweep", "--resume"}).code, 2);
  const std::string csv = file("none.csv");
  EXPECT_EQ(pop({"sweep", "--resume", "--out", csv.c_str()}).code, 3);
}

TEST_F(PopCommand, ListsParametersWithSources) {
  const Answer answer = pop({"--parameters"});
  EXPECT_EQ(answer.code, 0);
  EXPECT_NE(answer.out.find("inception = -50 kPa"), std::string::npos);
  EXPECT_NE(answer.out.find("source (E)"), std::string::npos);
}

TEST_F(PopCommand, RefusesADistanceThatIsNone) {
  for (const char* distance : {"nan", "-3", "0", "inf"})
    EXPECT_NE(pop({"--distance", distance}).code, 0) << distance;
}

TEST_F(PopCommand, NoJointsHaveNoMedian) {
  const Answer answer = pop({"sweep", "--points", "0"});
  EXPECT_EQ(answer.code, 0);
  EXPECT_EQ(answer.out.find("force"), std::string::npos) << answer.out;
  EXPECT_EQ(answer.out.find("wait"), std::string::npos) << answer.out;
}

TEST_F(PopCommand, TellsParametersAsTheyWereWritten) {
  const Answer answer = pop({"--json", "--set", "film=50", "--set", "distance=0.3"});
  const auto json = parse_json(answer.out);
  ASSERT_TRUE(json);
  EXPECT_EQ((*json)["parameters"]["film"]["value"], 50.0);
  EXPECT_EQ((*json)["parameters"]["distance"]["value"], 0.3);
}

}  // namespace
}  // namespace limber
