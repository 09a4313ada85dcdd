#include "app/shapes.h"

#include <gtest/gtest.h>
#include <limber/app.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace limber {
namespace {

std::string file(const std::string& name) {
  std::ifstream in(std::string(LIMBER_SOURCE_DIR) + "/" + name);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Shapes, EveryMethodHasOneAndNothingElseDoes) {
  std::vector<std::string> described;
  for (const Shapes& part : all_shapes()) {
    for (const Shape& shape : part.methods) described.emplace_back(shape.method);
  }
  std::vector<std::string> methods = App::methods();
  std::sort(described.begin(), described.end());
  std::sort(methods.begin(), methods.end());
  EXPECT_EQ(described, methods);
}

// limber_types > web/src/core/types.gen.ts writes it anew.
TEST(Shapes, ThePageHasTheseTypes) {
  EXPECT_EQ(file("web/src/core/types.gen.ts"), typescript_of_shapes());
}

TEST(Shapes, EveryMethodIsInTheDocs) {
  const std::string page = file("docs/api.md");
  for (const std::string& method : App::methods()) {
    EXPECT_NE(page.find("`" + method + "`"), std::string::npos) << method;
  }
}

}  // namespace
}  // namespace limber
