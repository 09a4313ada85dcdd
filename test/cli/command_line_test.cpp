#include "faces/cli/command_line.h"

#include <gtest/gtest.h>

namespace limber::cli {
namespace {

TEST(CommandLine, NoWordsMeanTheWholeWay) {
  const auto line = read_command_line({});
  ASSERT_TRUE(line);
  EXPECT_EQ(line->command->name, "");
}

TEST(CommandLine, OptionsStandBeforeOrAfterTheCommand) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--json", "check", "--answers", "a.json"},
        std::vector<std::string>{"check", "--answers=a.json", "--json"},
        std::vector<std::string>{"--answers", "a.json", "check", "--json"}}) {
    const auto line = read_command_line(words);
    ASSERT_TRUE(line) << line.error().message;
    EXPECT_EQ(line->command->name, "check");
    EXPECT_TRUE(line->has("--json"));
    EXPECT_EQ(line->value("--answers"), "a.json");
  }
}

TEST(CommandLine, CommandsOfTwoWordsAreFound) {
  const auto line = read_command_line({"pack", "--json", "add", "mine.toml"});
  ASSERT_TRUE(line);
  EXPECT_EQ(line->command->name, "pack add");
  EXPECT_EQ(line->arguments, std::vector<std::string>{"mine.toml"});
}

TEST(CommandLine, ADashIsAnArgument) {
  const auto line = read_command_line({"export", "-"});
  ASSERT_TRUE(line) << line.error().message;
  EXPECT_EQ(line->arguments, std::vector<std::string>{"-"});
}

TEST(CommandLine, AnUnknownCommandNamesTheNearest) {
  const auto line = read_command_line({"chekc"});
  ASSERT_FALSE(line);
  EXPECT_EQ(line.error().kind, ErrorKind::usage);
  EXPECT_NE(line.error().hint.find("did you mean check?"), std::string::npos);
}

TEST(CommandLine, AnUnknownOptionNamesTheNearest) {
  const auto line = read_command_line({"check", "--anwsers", "f"});
  ASSERT_FALSE(line);
  EXPECT_NE(line.error().hint.find("--answers"), std::string::npos);
}

TEST(CommandLine, AMissingArgumentIsNamed) {
  const auto line = read_command_line({"explain"});
  ASSERT_FALSE(line);
  EXPECT_NE(line.error().message.find("ID"), std::string::npos);
}

TEST(CommandLine, AMissingValueIsAnError) {
  EXPECT_FALSE(read_command_line({"check", "--answers"}));
}

TEST(CommandLine, AWordTooManyIsAnError) {
  EXPECT_FALSE(read_command_line({"log", "more"}));
}

TEST(CommandLine, HalfACommandSaysWhatCanFollow) {
  const auto line = read_command_line({"pack"});
  ASSERT_FALSE(line);
  EXPECT_NE(line.error().hint.find("remove"), std::string::npos);
}

TEST(CommandLine, TheLastOfTwoValuesWins) {
  const auto line = read_command_line({"log", "--limit", "3", "--limit", "5"});
  ASSERT_TRUE(line) << line.error().message;
  EXPECT_EQ(line->value("--limit"), "5");
}

TEST(CommandLine, HelpNeedsNoArguments) {
  const auto line = read_command_line({"explain", "--help"});
  ASSERT_TRUE(line);
  EXPECT_TRUE(line->has("--help"));
}

TEST(CommandLine, PopReadsItsOwnWords) {
  const auto line = read_command_line({"pop", "--anything", "4"});
  ASSERT_TRUE(line);
  EXPECT_EQ(line->arguments, (std::vector<std::string>{"--anything", "4"}));
}

}  // namespace
}  // namespace limber::cli
