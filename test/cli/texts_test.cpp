// Every interface text that the faces name is in the catalogue.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "test/embedded.h"

namespace limber::cli {
namespace {

TEST(Texts, EveryOneThatIsNamedExists) {
  const Catalogue& words = embedded().catalogues.at("en");
  const std::regex key("\"(ui\\.[a-z_.]+[a-z])\"");
  int seen = 0;
  for (const auto& file : std::filesystem::directory_iterator(LIMBER_SOURCE_DIR "/faces/cli")) {
    if (file.path().extension() != ".cpp") continue;
    std::ifstream in(file.path());
    std::ostringstream text;
    text << in.rdbuf();
    const std::string source = text.str();
    for (std::sregex_iterator at(source.begin(), source.end(), key), end; at != end; ++at) {
      EXPECT_TRUE(words.has((*at)[1].str())) << (*at)[1] << " in " << file.path().filename();
      ++seen;
    }
  }
  EXPECT_GT(seen, 80);
}

}  // namespace
}  // namespace limber::cli
