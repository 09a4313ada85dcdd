#include "faces/cli/commands.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "base/text.h"
#include "test/cli/program.h"
#include "test/embedded.h"

namespace limber::cli {
namespace {

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Commands, AreNamedOnce) {
  std::set<std::string_view> names;
  for (const Command& command : commands()) EXPECT_TRUE(names.insert(command.name).second);
}

const Catalogue& words_of(const char* language) {
  return embedded().catalogues.find(language)->second;
}
const Catalogue& english() {
  return words_of("en");
}

TEST(Commands, HelpFitsEightyColumns) {
  for (const char* language : {"en", "de"}) {
    for (const Command& command : commands()) {
      for (const std::string& line : split(help_text(command, words_of(language)), '\n')) {
        EXPECT_LE(display_width(line), 80u) << line;
      }
    }
  }
}

TEST(Commands, HelpSaysSomethingOfEveryCommandAndOption) {
  for (const Command& command : commands()) {
    const std::string help = help_text(command, english());
    EXPECT_FALSE(help.starts_with(".")) << command.name;
    for (const std::string& line : split(help, '\n')) {
      const auto parts = split(line, ' ');
      const bool bare = line.starts_with("  --") && parts.size() < 4;
      EXPECT_FALSE(bare && display_width(line) < 22) << command.name << ": " << line;
    }
  }
}

TEST(Commands, HelpSpeaksGerman) {
  const Ran ran = limber_runs({"--help", "--lang", "de"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("Für jeden Befehl:"), std::string::npos);
  EXPECT_EQ(ran.out.find("Exit codes"), std::string::npos);
}

TEST(Commands, HelpNamesEveryExitCodeOfTheCheck) {
  const std::string help = help_text(*find_command("check"), english());
  for (const char* code : {"  10  ", "  20  ", "  30  ", "  40  ", "   2  ", "   3  ", "   4  "}) {
    EXPECT_NE(help.find(code), std::string::npos) << code;
  }
}

TEST(Commands, TheManPageInDocsIsCurrent) {
  EXPECT_EQ(file_text(LIMBER_SOURCE_DIR "/docs/limber.1"), man_page(english()))
      << "run: limber man > docs/limber.1";
}

TEST(Commands, TheManPageNamesEveryCommand) {
  const std::string page = man_page(english());
  for (const Command& command : commands()) {
    if (command.hidden || command.name.empty()) continue;
    EXPECT_NE(page.find("limber " + std::string(command.name)), std::string::npos) << command.name;
  }
}

TEST(Completion, BashOffersCommandsAndOptions) {
  const std::string script =
      completion("bash", english()) +
      "\nCOMP_WORDS=(limber ch); COMP_CWORD=1; _limber; echo ${COMPREPLY[@]}"
      "\nCOMP_WORDS=(limber pack re); COMP_CWORD=2; _limber; echo ${COMPREPLY[@]}"
      "\nCOMP_WORDS=(limber check --ans); COMP_CWORD=2; _limber; echo ${COMPREPLY[@]}"
      "\nCOMP_WORDS=(limber completion ''); COMP_CWORD=2; _limber; echo ${COMPREPLY[@]}\n";
  const Ran ran = run_program("/bin/bash", {"-s"}, script);
  EXPECT_EQ(ran.code, 0) << ran.err;
  const auto lines = split(ran.out, '\n');
  ASSERT_GE(lines.size(), 4u) << ran.err;
  EXPECT_EQ(lines[0], "check");
  EXPECT_EQ(lines[1], "remove");
  EXPECT_EQ(lines[2], "--answers");
  EXPECT_NE(lines[3].find("bash zsh"), std::string::npos);
}

TEST(Completion, AnUnknownShellHasNone) {
  EXPECT_EQ(completion("fish", english()), "");
}

}  // namespace
}  // namespace limber::cli
