// A small recursive-descent reader of ICU patterns. Depth is bounded by kDepth, because catalogues
// of packs come from people.
#include "base/message.h"

#include <optional>

#include "base/sort.h"
#include "base/text.h"

namespace limber {
namespace {

constexpr int kDepth = 8;

// One pass serves both needs: with `args` it formats, without it only collects the names.
class Pattern {
 public:
  Pattern(std::string_view pattern, const MessageArgs* args) : text_(pattern), args_(args) {}

  // The message up to a closing brace or the end; `number` is what # stands for.
  std::string message(int depth, const std::string* number) {
    std::string out;
    while (at_ < text_.size() && !error_) {
      const char c = text_[at_];
      if (c == '}' && depth > 0) return out;
      if (c == '}') {
        wrong("a closing brace without an opening one");
      } else if (c == '{') {
        ++at_;
        out += argument(depth);
      } else if (c == '\'') {
        quoted(out, number != nullptr);
      } else if (c == '#' && number != nullptr) {
        out += *number, ++at_;
      } else {
        out += c, ++at_;
      }
    }
    if (depth > 0) wrong("a closing brace is missing");
    return out;
  }

  const std::optional<Error>& error() const { return error_; }
  std::vector<std::string> names() const { return names_; }

 private:
  void wrong(std::string message) {
    if (!error_) {
      error_ = Error{ErrorKind::input, std::move(message), "column " + std::to_string(at_ + 1), ""};
    }
  }

  // ICU: '' is an apostrophe; ' before a syntax character quotes up to the next '.
  void quoted(std::string& out, bool in_plural) {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (next == '\'') {
      out += '\'', at_ += 2;
      return;
    }
    if (next != '{' && next != '}' && !(next == '#' && in_plural)) {
      out += '\'', ++at_;
      return;
    }
    ++at_;
    while (at_ < text_.size()) {
      if (text_[at_] == '\'') {
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '\'') {
          out += '\'', at_ += 2;
          continue;
        }
        ++at_;
        return;
      }
      out += text_[at_++];
    }
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }

  std::string word() {
    skip_space();
    const std::size_t start = at_;
    while (at_ < text_.size() && std::string_view(" ,{}\n").find(text_[at_]) == std::string::npos) {
      ++at_;
    }
    std::string found(text_.substr(start, at_ - start));
    skip_space();
    return found;
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string argument(int depth) {
    if (depth >= kDepth) {
      wrong("nested too deep");
      return {};
    }
    const std::string name = word();
    if (name.empty()) wrong("an argument has no name");
    names_.push_back(name);
    if (take('}')) return value_of(name);
    if (!take(',')) wrong("a comma or a closing brace was expected");
    const std::string type = word();
    if (type != "plural" && type != "select") {
      wrong("only plural and select are used here, not \"" + type + "\"");
      return {};
    }
    if (!take(',')) wrong("a comma was expected");
    return branches(name, type == "plural", depth);
  }

  std::string branches(const std::string& name, bool plural, int depth) {
    const std::string value = value_of(name);
    std::string chosen;
    int best = 0;  // 3 exact number, 2 the plural category or select key, 1 other
    bool has_other = false;
    skip_space();
    while (!error_ && at_ < text_.size() && text_[at_] != '}') {
      const std::string key = word();
      if (key.empty() || !take('{')) {
        wrong("a branch such as other {...} was expected");
        break;
      }
      const std::string text = message(depth + 1, plural ? &value : nullptr);
      if (!take('}')) wrong("a closing brace is missing");
      const int rank = fit(key, value, plural);
      if (rank > best) best = rank, chosen = text;
      has_other = has_other || key == "other";
      skip_space();
    }
    if (!has_other) wrong("the branch \"other\" is missing");
    if (!take('}')) wrong("a closing brace is missing");
    return chosen;
  }

  static int fit(const std::string& key, const std::string& value, bool plural) {
    if (plural && key == "=" + value) return 3;
    if (key == "other") return 1;
    if (!plural) return key == value ? 2 : 0;
    return key == "one" && value == "1" ? 2 : 0;
  }

  std::string value_of(const std::string& name) const {
    if (args_ == nullptr) return {};
    const auto found = args_->find(name);
    return found == args_->end() ? "{" + name + "}" : found->second;
  }

  std::string_view text_;
  const MessageArgs* args_;
  std::size_t at_ = 0;
  std::optional<Error> error_;
  std::vector<std::string> names_;
};

}  // namespace

std::string format_message(std::string_view pattern, const MessageArgs& args) {
  Pattern reader(pattern, &args);
  std::string text = reader.message(0, nullptr);
  return reader.error() ? std::string(pattern) : text;
}

Result<std::vector<std::string>> message_arguments(std::string_view pattern) {
  Pattern reader(pattern, nullptr);
  (void)reader.message(0, nullptr);
  if (reader.error()) return std::unexpected(*reader.error());
  std::vector<std::string> names = reader.names();
  sort_and_unite(names);
  return names;
}

}  // namespace limber
