#include "knowledge/expr.h"

#include "body/names.h"
#include "knowledge/answers.h"
#include "tiny.h"

namespace limber {
namespace {

Expr parse(const std::string& text) {
  auto expr = parse_expr(text, fact_names(tiny()));
  EXPECT_TRUE(expr) << text << ": " << describe(expr.error());
  return expr ? *expr : Expr{};
}

std::string wrong(const std::string& text) {
  auto expr = parse_expr(text, fact_names(tiny()));
  EXPECT_FALSE(expr) << text;
  return expr ? "" : describe(expr.error());
}

Truth truth(const std::string& text, const char* answers) {
  const auto read = read_answers(tiny(), *parse_json(answers), "");
  EXPECT_TRUE(read);
  Sheet sheet = blank_sheet(tiny());
  for (const auto& [fact, answer] : *read) sheet[fact] = answer;
  return evaluate(parse(text), sheet);
}

TEST(Expr, AndBindsTighterThanOr) {
  EXPECT_EQ(truth("stroke or injury and fall", R"({"stroke":"yes","injury":"no","fall":"no"})"),
            Truth::yes);
}

TEST(Expr, NotSureIsMaybe) {
  EXPECT_EQ(truth("stroke", R"({"stroke":"not_sure"})"), Truth::maybe);
}

TEST(Expr, NotAskedIsMaybe) {
  EXPECT_EQ(truth("not stroke", "{}"), Truth::maybe);
}

TEST(Expr, AFalsePartSettlesAnAnd) {
  EXPECT_EQ(truth("stroke and fall", R"({"stroke":"no","fall":"not_sure"})"), Truth::no);
}

TEST(Expr, AtLeastCountsSureAndPossibleOnes) {
  const char* text = "at_least(2, stroke, injury, fall)";
  EXPECT_EQ(truth(text, R"({"stroke":"yes","injury":"yes"})"), Truth::yes);
  EXPECT_EQ(truth(text, R"({"stroke":"yes","injury":"not_sure","fall":"no"})"), Truth::maybe);
  EXPECT_EQ(truth(text, R"({"stroke":"yes","injury":"no","fall":"no"})"), Truth::no);
}

TEST(Expr, ComparisonsAreExactAtTheirBounds) {
  EXPECT_EQ(truth("age >= 65", R"({"age":65})"), Truth::yes);
  EXPECT_EQ(truth("age > 65", R"({"age":65})"), Truth::no);
  EXPECT_EQ(truth("age < 18", R"({"age":18})"), Truth::no);
  EXPECT_EQ(truth("age <= 18", R"({"age":18})"), Truth::yes);
  EXPECT_EQ(truth("age in 18..20", R"({"age":20})"), Truth::yes);
}

TEST(Expr, ChoicesAreCompared) {
  EXPECT_EQ(truth("position == floor", R"({"position":"floor"})"), Truth::yes);
  EXPECT_EQ(truth("position == floor", R"({"position":"desk"})"), Truth::no);
}

TEST(Expr, UnknownFactNamesTheNearest) {
  EXPECT_NE(wrong("strok or fall").find("did you mean \"stroke\""), std::string::npos);
}

TEST(Expr, SaysWhereItWentWrong) {
  EXPECT_NE(wrong("stroke or").find("column"), std::string::npos);
  EXPECT_NE(wrong("(stroke").find("closing bracket"), std::string::npos);
  EXPECT_NE(wrong("stroke fall").find("\"and\", \"or\" or the end"), std::string::npos);
}

TEST(Expr, KindsAreKept) {
  EXPECT_NE(wrong("age").find("needs a comparison"), std::string::npos);
  EXPECT_NE(wrong("stroke >= 2").find("yes-or-no"), std::string::npos);
  EXPECT_NE(wrong("position == roof").find("no option"), std::string::npos);
  EXPECT_NE(wrong("at_least(3, stroke, fall)").find("more than it lists"), std::string::npos);
  EXPECT_NE(wrong("age in 20..18").find("low to high"), std::string::npos);
}

TEST(Expr, DeepNestingIsRefused) {
  EXPECT_NE(wrong(std::string(5000, '(') + "stroke").find("too deep"), std::string::npos);
  std::string nots;
  for (int i = 0; i < 5000; ++i) nots += "not ";
  EXPECT_NE(wrong(nots + "stroke").find("too deep"), std::string::npos);
}

TEST(Expr, FactsAreListedOnce) {
  EXPECT_EQ(facts_of(parse("fall or (stroke and fall)")),
            (std::vector<int>{tiny().fact("stroke"), tiny().fact("fall")}));
}

}  // namespace
}  // namespace limber
