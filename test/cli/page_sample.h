// Pages of questions for tests.
#pragma once

#include "faces/cli/page_keys.h"
#include "knowledge/catalogue.h"

namespace limber::cli {

inline Item sign(const std::string& fact, const std::string& ask, const std::string& help = "") {
  Item item;
  item.fact = fact;
  item.ask = ask;
  item.help = help;
  return item;
}

inline Page checklist(int lines) {
  Page page;
  page.screen = "signs";
  page.title = "Any of these now?";
  page.none = "None of these";
  page.at_most = 9;
  for (int i = 1; i <= lines; ++i) {
    page.items.push_back(sign("fact_" + std::to_string(i), "Sign number " + std::to_string(i),
                              i == 2 ? "A longer word on sign two" : ""));
  }
  return page;
}

inline Item number_item(const std::string& fact, double low, double high) {
  Item item;
  item.fact = fact;
  item.kind = Item::Kind::number;
  item.ask = "How many?";
  item.low = low, item.high = high;
  return item;
}

inline Item choice_item(const std::string& fact, const std::vector<std::string>& options) {
  Item item;
  item.fact = fact;
  item.kind = Item::Kind::choice;
  item.ask = "Which one?";
  for (const std::string& option : options) item.options.push_back({option, "Option " + option});
  return item;
}

inline Key key_of(char c) {
  return {Key::Kind::text, std::string(1, c)};
}
inline Key key_of(Key::Kind kind) {
  return {kind, ""};
}

// The words of the faces; a missing one shows as its key.
inline Catalogue page_words() {
  return Catalogue("en", {{"ui.page.number", "page {number} of at most {most}"},
                          {"ui.page.yes", "yes"},
                          {"ui.page.not_sure", "not sure"},
                          {"ui.page.range", "{low} to {high}"},
                          {"ui.more", "more"},
                          {"ui.plain.no_such_line", "no such line"},
                          {"ui.plain.no_help", "no help"},
                          {"ui.plain.undone", "taken back"}});
}

}  // namespace limber::cli
