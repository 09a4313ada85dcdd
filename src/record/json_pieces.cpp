#include "record/json_pieces.h"

#include <algorithm>
#include <optional>

#include "base/json.h"

namespace limber {
namespace {

class Cutter {
 public:
  Cutter(std::string_view text, std::string_view whole)
      : text_(text), base_(static_cast<std::size_t>(text.data() - whole.data())), whole_(whole) {}

  void skip_space() {
    while (at_ < text_.size() &&
           std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }
  [[nodiscard]] bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool at_end() {
    skip_space();
    return at_ >= text_.size();
  }
  std::unexpected<Error> wrong(std::string message) const {
    return fail(ErrorKind::input, std::move(message),
                place_in(whole_, base_ + std::min(at_, text_.size())));
  }

  // The value that begins here: up to the comma or bracket that ends it.
  Result<std::string_view> next_value() {
    skip_space();
    const std::size_t begin = at_;
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        if (!skip_string()) return wrong("a text that never ends");
        if (depth == 0) return piece(begin, ++at_);
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        if (depth == 0) break;
        if (--depth == 0) return piece(begin, ++at_);
      } else if (depth == 0 && c == ',') {
        break;
      }
    }
    if (depth > 0) return wrong("the document ends too early");
    if (at_ == begin) return wrong("a value was expected");
    return piece(begin, at_);
  }

 private:
  // From an opening quote to the closing one.
  bool skip_string() {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '"') {
        return true;
      }
    }
    return false;
  }
  [[nodiscard]] std::string_view piece(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  std::string_view text_;
  std::size_t base_;
  std::string_view whole_;
  std::size_t at_ = 0;
};

}  // namespace

std::string place_in(std::string_view document, std::size_t offset) {
  const std::string_view before = document.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto start = before.rfind('\n');
  const std::size_t column = start == std::string_view::npos ? offset : offset - start - 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column + 1);
}

Result<std::vector<JsonMember>> cut_object(std::string_view text) {
  Cutter cutter(text, text);
  if (!cutter.take('{')) return cutter.wrong("a JSON object was expected");
  std::vector<JsonMember> members;
  if (!cutter.take('}')) {
    while (true) {
      const auto name = cutter.next_value();
      if (!name) return std::unexpected(name.error());
      const auto key = parse_json(*name);
      const auto word = key ? as_text(*key) : std::nullopt;
      if (!word) return cutter.wrong("a name in quotes was expected");
      if (std::ranges::any_of(members, [&](const JsonMember& m) { return m.key == *word; })) {
        return cutter.wrong("\"" + word->substr(0, 60) + "\" is given twice");
      }
      if (!cutter.take(':')) return cutter.wrong("a colon was expected");
      const auto value = cutter.next_value();
      if (!value) return std::unexpected(value.error());
      members.push_back({*word, *value});
      if (cutter.take('}')) break;
      if (!cutter.take(',')) return cutter.wrong("a comma or } was expected");
    }
  }
  if (!cutter.at_end()) return cutter.wrong("there is more text after the end");
  return members;
}

Result<std::vector<std::string_view>> cut_list(std::string_view text, std::string_view whole) {
  Cutter cutter(text, whole);
  if (!cutter.take('[')) return cutter.wrong("a list was expected");
  std::vector<std::string_view> items;
  if (!cutter.take(']')) {
    while (true) {
      const auto value = cutter.next_value();
      if (!value) return std::unexpected(value.error());
      items.push_back(*value);
      if (cutter.take(']')) break;
      if (!cutter.take(',')) return cutter.wrong("a comma or ] was expected");
    }
  }
  if (!cutter.at_end()) return cutter.wrong("there is more text after the list");
  return items;
}

}  // namespace limber
