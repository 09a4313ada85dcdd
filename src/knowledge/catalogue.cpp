#include "knowledge/catalogue.h"

namespace limber {

std::string Catalogue::text(std::string_view key, const MessageArgs& args) const {
  const auto found = messages_.find(key);
  return found == messages_.end() ? std::string(key) : format_message(found->second, args);
}

std::string Catalogue::text_or_empty(std::string_view key, const MessageArgs& args) const {
  return has(key) ? text(key, args) : std::string();
}

}  // namespace limber
