// Adds the pseudo-languages of pseudo_texts.h to a compiled knowledge:
// limber_pseudo KNOWLEDGE.json OUT.json
#include "tools/pseudo_texts.h"

#include <fstream>
#include <iostream>
#include <sstream>

#include "base/json.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: limber_pseudo KNOWLEDGE.json OUT.json\n";
    return 2;
  }
  std::ifstream in(arguments[1], std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  auto knowledge = limber::parse_json(text.str());
  if (!knowledge) {
    std::cerr << arguments[1] << ": " << limber::describe(knowledge.error()) << "\n";
    return 1;
  }
  limber::Json texts = limber::Reader(*knowledge, "").object("texts");
  limber::Messages english;
  for (const auto& message : limber::Reader(texts, "/texts").object("en").items()) {
    english[message.key()] = limber::as_text(message.value()).value_or("");
  }
  texts.update(limber::Json{{"xa", limber::pseudo_long(english)},
                            {"xb", limber::pseudo_right_to_left(english)}});
  knowledge->update(limber::Json{{"texts", std::move(texts)}});
  std::ofstream out(arguments[2], std::ios::binary | std::ios::trunc);
  out << limber::print_json(*knowledge);
  out.close();
  if (!out) {
    std::cerr << arguments[2] << ": cannot be written\n";
    return 1;
  }
  return 0;
}
