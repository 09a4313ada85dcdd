// The texts of one language: key to message (ICU MessageFormat, see base/message.h).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/message.h"

namespace limber {

class Catalogue {
 public:
  Catalogue() = default;
  Catalogue(std::string language, std::map<std::string, std::string, std::less<>> messages)
      : language_(std::move(language)), messages_(std::move(messages)) {}

  [[nodiscard]] bool has(std::string_view key) const {
    return messages_.find(key) != messages_.end();
  }
  // A missing key comes back as itself: seen at once, and never an empty line.
  [[nodiscard]] std::string text(std::string_view key, const MessageArgs& args = {}) const;
  // The text if there is one, else nothing.
  [[nodiscard]] std::string text_or_empty(std::string_view key, const MessageArgs& args = {}) const;
  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& messages() const {
    return messages_;
  }

 private:
  std::string language_ = "en";
  std::map<std::string, std::string, std::less<>> messages_;
};

}  // namespace limber
