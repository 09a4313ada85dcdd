// The language and the country: which one counts, how it is kept, and that no screen mixes two.
#include <gtest/gtest.h>

#include "test/cli/program.h"
#include "test/embedded.h"

namespace limber::cli {
namespace {

const char* const kEmergency =
    R"({"unanswered":"reassuring","answers":{"sudden_severe_headache":"yes"}})";
const char* const kStiff =
    R"({"unanswered":"reassuring","answers":{"stiff_neck":"yes","minutes":8,"osteoporosis":"yes"}})";

Ran check(std::vector<std::string> more, std::vector<std::string> environment = {}) {
  std::vector<std::string> words{"check", "--answers", "-"};
  words.insert(words.end(), more.begin(), more.end());
  return limber_runs(words, kEmergency, environment);
}

bool german(const Ran& ran) {
  return ran.out.find("Notfall") != std::string::npos;
}
bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// One line, with single spaces: how a text reads, whatever the width.
std::string flat(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const char each = c == '\n' ? ' ' : c;
    if (each != ' ' || (!out.empty() && out.back() != ' ')) out += each;
  }
  return out;
}

// No English text of any length that could be told from German ones.
void expect_no_english(const std::string& said) {
  constexpr std::size_t kTelling = 14;
  const std::string text = flat(said);
  const auto& german_texts = embedded().catalogues.at("de").messages();
  for (const auto& [key, message] : embedded().catalogues.at("en").messages()) {
    if (message.size() < kTelling || message.find('{') != std::string::npos) continue;
    if (german_texts.at(key) == message) continue;
    EXPECT_FALSE(holds(text, message)) << key << ": " << message;
  }
}

class Language : public testing::Test {
 protected:
  // A record in this test's folder, begun by an import.
  Ran in_record(std::vector<std::string> words, const std::string& input = "") {
    words.push_back("--data");
    words.push_back(folder_.path() + "/record");
    return limber_runs(words, input);
  }
  void begin() {
    const std::string empty = R"({"limber_export":1,"events":[]})";
    ASSERT_EQ(in_record({"import", "-"}, empty).code, 0);
  }
  TestFolder folder_;
};

TEST(Languages, TheOptionSaysWhich) {
  EXPECT_TRUE(german(check({"--lang", "de"})));
  EXPECT_FALSE(german(check({"--lang", "en"}, {"LC_ALL=de_DE.UTF-8"})));
}

TEST(Languages, TheLocaleSaysWhich) {
  EXPECT_TRUE(german(check({}, {"LC_ALL=de_DE.UTF-8"})));
  EXPECT_TRUE(german(check({}, {"LC_ALL=", "LC_MESSAGES=de_AT", "LANG=en_US.UTF-8"})));
  EXPECT_FALSE(german(check({}, {"LC_ALL=C.UTF-8", "LANG=de_DE.UTF-8"})));
  EXPECT_FALSE(german(check({}, {"LC_ALL=fr_FR.UTF-8"})));
}

TEST(Languages, ALanguageNobodyShippedIsRefused) {
  const Ran ran = check({"--lang", "xx"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(holds(ran.err, "de, en")) << ran.err;
}

TEST(Languages, ACountryIsTwoLetters) {
  EXPECT_EQ(check({"--country", "Germany"}).code, 2);
  EXPECT_TRUE(holds(check({"--country", "de"}).out, "(DE): 112"));
}

TEST(Languages, GermanResultsHoldNoEnglish) {
  const Ran ran = check({"--lang", "de", "--country", "DE"});
  EXPECT_TRUE(holds(ran.out, "Notruf (DE): 112")) << ran.out;
  expect_no_english(ran.out + ran.err);
}

TEST(Languages, GermanPlansHoldNoEnglish) {
  const Ran ran = limber_runs({"plan", "--answers", "-", "--lang", "de"}, kStiff);
  EXPECT_EQ(ran.code, 10) << ran.err;
  EXPECT_TRUE(holds(ran.out, "Dein Plan")) << ran.out;
  expect_no_english(ran.out + ran.err);
}

TEST(Languages, GermanExplanationsHoldNoEnglish) {
  for (const char* id : {"chin_tuck", "stroke_signs", "osteoporosis", "pop_wait"}) {
    const Ran ran = limber_runs({"explain", id, "--lang", "de"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    expect_no_english(ran.out);
  }
}

TEST(Languages, GermanPopsHoldNoEnglishAndHaveACommaInNumbers) {
  const Ran ran = limber_runs({"pop", "--plain", "--lang", "de"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(holds(ran.out, "72,5 dB")) << ran.out;
  expect_no_english(ran.out);
}

TEST(Languages, PlainLinesTakeGermanWords) {
  const Ran ran = limber_runs({"check", "--plain", "--lang", "de"},
                              "nichts\nzur\u00fcck\nhilfe 1\nnichts\nnicht sicher\nende\n");
  EXPECT_EQ(ran.code, 1) << ran.out;
  EXPECT_TRUE(holds(ran.out, "Seite 2")) << ran.out;
  EXPECT_TRUE(holds(flat(ran.out), "Er kam auf einmal")) << ran.out;
  expect_no_english(ran.out);
}

TEST_F(Language, ASettingIsKept) {
  begin();
  EXPECT_TRUE(holds(in_record({"settings", "language", "de"}).out, "Sprache: de"));
  EXPECT_TRUE(holds(in_record({"log"}).out, "Dein Tagebuch"));
  EXPECT_TRUE(holds(in_record({"log", "--lang", "en"}).out, "Your diary"));
  EXPECT_EQ(in_record({"settings", "language", "auto"}).code, 0);
  EXPECT_TRUE(holds(in_record({"settings"}).out, "Language: en"));
}

TEST_F(Language, TheCountryIsKept) {
  begin();
  EXPECT_TRUE(holds(in_record({"settings"}).out, "Country: not known"));
  EXPECT_TRUE(holds(in_record({"settings", "country", "at"}).out, "Country: AT"));
  EXPECT_TRUE(holds(in_record({"settings", "--json"}).out, R"("country":"AT")"));
}

TEST_F(Language, AWrongSettingIsNamed) {
  begin();
  EXPECT_EQ(in_record({"settings", "colour", "red"}).code, 2);
  EXPECT_EQ(in_record({"settings", "language", "xx"}).code, 2);
  EXPECT_EQ(in_record({"settings", "language"}).code, 2);
}

TEST_F(Language, GermanDiariesAndReportsHoldNoEnglish) {
  begin();
  for (const char* command : {"log", "trend", "report"}) {
    const Ran ran = in_record({command, "--lang", "de"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    expect_no_english(ran.out);
  }
}

}  // namespace
}  // namespace limber::cli
