#include "faces/cli/commands.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "base/text.h"
#include "test/cli/program.h"

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

TEST(Commands, HelpFitsEightyColumns) {
  for (const Command& command : commands()) {
    for (const std::string& line : split(help_text(command), '\n')) {
      EXPECT_LE(display_width(line), 80u) << line;
    }
  }
}

TEST(Commands, HelpNamesEveryExitCodeOfTheCheck) {
  const std::string help = help_text(*find_command("check"));
  for (const char* code : {"  10  ", "  20  ", "  30  ", "  40  ", "   2  ", "   3  ", "   4  "}) {
    EXPECT_NE(help.find(code), std::string::npos) << code;
  }
}

TEST(Commands, TheManPageInDocsIsCurrent) {
  EXPECT_EQ(file_text(LIMBER_SOURCE_DIR "/docs/limber.1"), man_page())
      << "run: limber man > docs/limber.1";
}

TEST(Commands, TheManPageNamesEveryCommand) {
  const std::string page = man_page();
  for (const Command& command : commands()) {
    if (command.hidden || command.name.empty()) continue;
    EXPECT_NE(page.find("limber " + std::string(command.name)), std::string::npos) << command.name;
  }
}

TEST(Completion, BashOffersCommandsAndOptions) {
  const std::string script =
      completion("bash") +
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
  EXPECT_EQ(completion("fish"), "");
}

}  // namespace
}  // namespace limber::cli
