// Our reader of ICU patterns against ICU itself, on every message that ships and on hand-made ones.
#include "base/message.h"

#include <gtest/gtest.h>
#include <unicode/msgfmt.h>

#include "embedded.h"

namespace limber {
namespace {

std::string by_icu(const std::string& pattern, const MessageArgs& args,
                   const char* language = "en") {
  UErrorCode trouble = U_ZERO_ERROR;
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), icu::Locale(language),
                                  trouble);
  if (U_FAILURE(trouble)) return std::string("ICU: ") + u_errorName(trouble);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : args) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    const bool number =
        !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
    values.push_back(number ? icu::Formattable(static_cast<std::int32_t>(std::stoi(value)))
                            : icu::Formattable(icu::UnicodeString::fromUTF8(value)));
  }
  icu::UnicodeString out;
  format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), out, trouble);
  std::string text;
  return out.toUTF8String(text);
}

TEST(Message, AgreesWithIcuOnEveryShippedMessage) {
  std::size_t compared = 0;
  for (const auto& [language, catalogue] : embedded().catalogues) {
    for (const auto& [key, pattern] : catalogue.messages()) {
      const auto names = message_arguments(pattern);
      ASSERT_TRUE(names) << key << ": " << describe(names.error());
      for (const char* value : {"0", "1", "2", "7"}) {
        MessageArgs args;
        for (const std::string& name : *names) args[name] = value;
        EXPECT_EQ(format_message(pattern, args), by_icu(pattern, args, language.c_str()))
            << language << " " << key;
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 1000u);
}

TEST(Message, AgreesWithIcuOnTheHardParts) {
  const char* patterns[] = {"plain",
                            "it''s",
                            "don't",
                            "a '{'quoted'}' brace",
                            "{a}{b}",
                            "{n, plural, =0 {none} one {# day} other {# days}}",
                            "{n, plural, one {one {a}} other {# of '#'}}",
                            "{a, select, neck {your neck} other {your back}} and {b}",
                            "{n, plural, one {{a, select, x {X} other {Y}}} other {many}}"};
  for (const char* pattern : patterns) {
    for (const char* n : {"0", "1", "5"}) {
      const MessageArgs args = {{"a", "neck"}, {"b", "x"}, {"n", n}};
      EXPECT_EQ(format_message(pattern, args), by_icu(pattern, args)) << pattern;
    }
  }
}

TEST(Message, AMissingArgumentIsSeen) {
  EXPECT_EQ(format_message("Hello {who}", {}), "Hello {who}");
}

TEST(Message, RefusesWhatIsNotWellFormed) {
  for (const char* bad : {"{", "}", "{a", "{}", "{a, plural, one {x}}", "{a, date}", "{a, select}",
                          "{a, plural, other {x}", "{a,}"}) {
    EXPECT_FALSE(message_arguments(bad)) << bad;
  }
}

TEST(Message, DeepNestingIsRefused) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "{a, select, other {";
  EXPECT_FALSE(message_arguments(deep));
}

TEST(Message, ListsItsArgumentsOnce) {
  EXPECT_EQ(*message_arguments("{b} {a} {b}"), (std::vector<std::string>{"a", "b"}));
}

}  // namespace
}  // namespace limber
