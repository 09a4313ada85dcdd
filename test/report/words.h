// The shipped English texts of the report, with a few made-up ones for a little knowledge.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "base/json.h"
#include "knowledge/catalogue.h"

namespace limber {

inline Catalogue report_words() {
  std::ifstream in(std::string(LIMBER_SOURCE_DIR) + "/knowledge/texts/en.report.json");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto json = parse_json(text);
  EXPECT_TRUE(json.has_value());
  std::map<std::string, std::string, std::less<>> messages = {
      {"level.see_professional_first.title", "See a professional first"},
      {"level.see_professional_first.do", "Book a visit in the next days."},
      {"level.go.title", "You can start"},
      {"level.go.do", "Move slowly."},
      {"rule.long_time.why", "It has lasted for more than six weeks."},
      {"fact.tingling.say", "tingling in a hand"},
      {"fact.steady.say", "a steady walk"},
      {"fact.age.say", "your age"},
      {"fact.weeks.say", "how long it has lasted"},
      {"fact.pain_now.say", "pain now"},
      {"fact.disc.say", "a slipped disc"},
      {"fact.blood_thinner.say", "a blood thinner"},
      {"fact.job.say", "your job"},
      {"fact.job.option.desk", "at a desk"},
      {"technique.chin_tuck.name", "Chin tuck"},
      {"technique.seated_rotation.name", "Seated turn"},
      {"escalation.worse.title", "It got worse: have it looked at"}};
  if (json) {
    for (const auto& item : json->items()) {
      if (const auto word = as_text(item.value())) messages[item.key()] = *word;
    }
  }
  return Catalogue("en", std::move(messages));
}

}  // namespace limber
