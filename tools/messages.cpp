// Every message of every language with sample arguments, as the core says it: limber_messages
// One JSON array: {"language", "key", "message", "args", "text"}. The page's tests hold its own
// formatter against it; the native tests hold the core's against ICU.
#include <limber/app.h>

#include <iostream>

#include "base/json.h"
#include "knowledge/load.h"

int main() {
  const auto loaded = limber::load_knowledge(limber::embedded_knowledge());
  if (!loaded) {
    std::cerr << limber::describe(loaded.error()) << "\n";
    return 1;
  }
  limber::Json list = limber::Json::array();
  for (const auto& [language, catalogue] : loaded->catalogues) {
    for (const auto& [key, message] : catalogue.messages()) {
      const auto names = limber::message_arguments(message);
      if (!names) return 1;
      for (const char* value : {"0", "1", "2", "7"}) {
        limber::MessageArgs args;
        for (const std::string& name : *names) args[name] = value;
        list.push_back({{"language", language},
                        {"key", key},
                        {"message", message},
                        {"args", args},
                        {"text", limber::format_message(message, args)}});
        if (names->empty()) break;
      }
    }
  }
  std::cout << limber::print_json(list) << "\n";
  return 0;
}
