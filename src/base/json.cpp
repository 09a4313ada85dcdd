// A SAX pass does everything a DOM parser would let through: it counts depth, finds a key given
// twice, and builds the value on its own stack, so that hostile input can never recurse.
#include "base/json.h"

#include <cmath>
#include <set>

#include "base/text.h"

namespace limber {
namespace {

const Json kNull;
const Json kEmptyObject = Json::object();
const Json kEmptyArray = Json::array();

// Line and column (both from 1) of a byte offset.
std::string place(std::string_view text, std::size_t offset) {
  std::size_t line = 1, column = 1;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++line, column = 1;
    } else {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

class Builder : public nlohmann::json_sax<Json> {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  bool null() override { return put(Json()); }
  bool boolean(bool value) override { return put(Json(value)); }
  bool number_integer(number_integer_t value) override { return put(Json(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put(Json(value)); }
  bool number_float(number_float_t value, const string_t&) override {
    if (!std::isfinite(value)) return stop("a number is too large");
    return put(Json(value));
  }
  bool string(string_t& value) override { return put(Json(std::move(value))); }
  bool binary(binary_t&) override { return stop("binary values are not JSON"); }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Level& top = stack_.back();
    if (top.value.contains(name) || !top.keys.insert(name).second) {
      return stop("the key \"" + name.substr(0, 60) + "\" is given twice");
    }
    top.key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    if (message_.empty()) message_ = "this is not JSON";
    position_ = position == 0 ? 0 : position - 1;
    return false;
  }

  Error error() const {
    const std::string where = position_ ? place(text_, *position_) : "";
    return {ErrorKind::input, message_, where, ""};
  }
  Json take() { return std::move(root_); }

 private:
  struct Level {
    Json value;
    std::string key;
    std::set<std::string> keys;
  };

  bool stop(std::string message) {
    message_ = std::move(message);
    return false;
  }

  bool open(Json value) {
    if (stack_.size() >= kJsonDepthLimit) {
      return stop("nested deeper than " + std::to_string(kJsonDepthLimit) + " levels");
    }
    stack_.push_back({std::move(value), {}, {}});
    return true;
  }

  bool close() {
    Json value = std::move(stack_.back().value);
    stack_.pop_back();
    return put(std::move(value));
  }

  bool put(Json value) {
    if (stack_.empty()) {
      root_ = std::move(value);
      return true;
    }
    Level& top = stack_.back();
    if (top.value.is_array()) {
      top.value.push_back(std::move(value));
    } else {
      top.value[top.key] = std::move(value);
    }
    return true;
  }

  std::string_view text_;
  std::vector<Level> stack_;
  Json root_;
  std::string message_;
  std::optional<std::size_t> position_;
};

std::string type_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_boolean()) return "true or false";
  if (value.is_number()) return "a number";
  if (value.is_string()) return "a text";
  return value.is_array() ? "a list" : "an object";
}

std::string escaped(std::string_view key) {  // as in a JSON pointer
  std::string text;
  for (const char c : key) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (trim(text).empty()) {
    return fail(ErrorKind::input, "this is empty, and JSON was expected", "", "");
  }
  if (const auto bad = find_invalid_utf8(text)) {
    return fail(ErrorKind::input, "this is not valid UTF-8", place(text, *bad),
                "save the file as UTF-8");
  }
  // The parser below takes a zero byte for the end, and would not see what follows.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    return fail(ErrorKind::input, "there is a zero byte in it", place(text, zero), "");
  }
  Builder builder(text);
  if (!Json::sax_parse(text, &builder)) return std::unexpected(builder.error());
  return builder.take();
}

std::string print_json(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string print_json_pretty(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json to_json(const Error& error) {
  constexpr const char* kKinds[] = {"usage", "input", "store", "refused", "not_found"};
  Json json = Json::object();
  json["kind"] = kKinds[static_cast<std::size_t>(error.kind)];
  json["message"] = error.message;
  if (!error.where.empty()) json["where"] = error.where;
  if (!error.hint.empty()) json["hint"] = error.hint;
  return json;
}

std::optional<std::string> as_text(const Json& value) {
  if (!value.is_string()) return std::nullopt;
  return value.get_ref<const std::string&>();
}

std::optional<double> as_number(const Json& value) {
  if (!value.is_number()) return std::nullopt;
  return value.get<double>();
}

Reader::Reader(const Json& object, std::string path)
    : object_(object.is_object() ? object : kEmptyObject), path_(std::move(path)) {
  if (!object.is_object()) {
    note({ErrorKind::input, "an object was expected, not " + type_of(object), path_, ""});
  }
}

std::string Reader::path_of(std::string_view key) const {
  return path_ + "/" + escaped(key);
}

void Reader::note(Error error) {
  if (!error_) error_ = std::move(error);
}

const Json* Reader::find(std::string_view key, bool required, std::string_view wanted) {
  const auto found = object_.find(key);
  if (found == object_.end() || (found->is_null() && !required)) {
    if (required) {
      note({ErrorKind::input, "\"" + std::string(key) + "\" is missing",
            path_.empty() ? "/" : path_, "give " + std::string(wanted)});
    }
    return nullptr;
  }
  return &*found;
}

namespace {

Error wrong_type(const Json& value, std::string_view wanted, std::string where) {
  return {ErrorKind::input, std::string(wanted) + " was expected, not " + type_of(value),
          std::move(where), ""};
}

}  // namespace

std::string Reader::text(std::string_view key) {
  const Json* value = find(key, true, "a text");
  if (value == nullptr) return {};
  if (!value->is_string()) {
    note(wrong_type(*value, "a text", path_of(key)));
    return {};
  }
  return value->get_ref<const std::string&>();
}

double Reader::number(std::string_view key, double low, double high) {
  const Json* value = find(key, true, "a number");
  if (value == nullptr) return low;
  if (!value->is_number()) {
    note(wrong_type(*value, "a number", path_of(key)));
    return low;
  }
  const double read = value->get<double>();
  if (!(read >= low && read <= high)) {
    note({ErrorKind::input, number_text(read) + " is out of range", path_of(key),
          "give " + number_text(low) + " to " + number_text(high)});
    return low;
  }
  return read;
}

std::int64_t Reader::integer(std::string_view key, std::int64_t low, std::int64_t high) {
  const Json* value = find(key, true, "a whole number");
  if (value == nullptr) return low;
  if (!value->is_number()) {
    note(wrong_type(*value, "a whole number", path_of(key)));
    return low;
  }
  // 3.0 is a whole number too: some writers print every number with a point.
  if (value->is_number_float() && value->get<double>() != std::floor(value->get<double>())) {
    note({ErrorKind::input, number_text(value->get<double>()) + " is not a whole number",
          path_of(key), ""});
    return low;
  }
  const double rough = value->get<double>();
  if (rough < static_cast<double>(low) || rough > static_cast<double>(high)) {
    note({ErrorKind::input, number_text(rough) + " is out of range", path_of(key),
          "give " + std::to_string(low) + " to " + std::to_string(high)});
    return low;
  }
  return value->is_number_float() ? static_cast<std::int64_t>(rough) : value->get<std::int64_t>();
}

bool Reader::flag(std::string_view key) {
  const Json* value = find(key, true, "true or false");
  if (value == nullptr) return false;
  if (!value->is_boolean()) {
    note(wrong_type(*value, "true or false", path_of(key)));
    return false;
  }
  return value->get<bool>();
}

const Json& Reader::object(std::string_view key) {
  const Json* value = find(key, true, "an object");
  if (value == nullptr) return kEmptyObject;
  if (!value->is_object()) {
    note(wrong_type(*value, "an object", path_of(key)));
    return kEmptyObject;
  }
  return *value;
}

const Json& Reader::array(std::string_view key) {
  const Json* value = find(key, true, "a list");
  if (value == nullptr) return kEmptyArray;
  if (!value->is_array()) {
    note(wrong_type(*value, "a list", path_of(key)));
    return kEmptyArray;
  }
  return *value;
}

std::vector<std::string> Reader::texts(std::string_view key) {
  std::vector<std::string> list;
  std::size_t index = 0;
  for (const Json& item : array(key)) {
    if (!item.is_string()) {
      note(wrong_type(item, "a text", path_of(key) + "/" + std::to_string(index)));
      return {};
    }
    list.push_back(item.get_ref<const std::string&>());
    ++index;
  }
  return list;
}

bool Reader::has(std::string_view key) const {
  const auto found = object_.find(key);
  return found != object_.end() && !found->is_null();
}

std::string Reader::text_or(std::string_view key, std::string fallback) {
  return has(key) ? text(key) : std::move(fallback);
}

double Reader::number_or(std::string_view key, double low, double high, double fallback) {
  return has(key) ? number(key, low, high) : fallback;
}

std::int64_t Reader::integer_or(std::string_view key, std::int64_t low, std::int64_t high,
                                std::int64_t fallback) {
  return has(key) ? integer(key, low, high) : fallback;
}

bool Reader::flag_or(std::string_view key, bool fallback) {
  return has(key) ? flag(key) : fallback;
}

std::vector<std::string> Reader::texts_or_none(std::string_view key) {
  return has(key) ? texts(key) : std::vector<std::string>{};
}

const Json& Reader::any(std::string_view key) const {
  const auto found = object_.find(key);
  return found == object_.end() ? kNull : *found;
}

void Reader::refuse_unknown(const std::vector<std::string>& known) {
  for (const auto& item : object_.items()) {
    bool expected = false;
    for (const std::string& name : known) expected = expected || name == item.key();
    if (expected) continue;
    const auto near = nearest(item.key(), known);
    note({ErrorKind::input, "\"" + item.key().substr(0, 60) + "\" is not known here",
          path_of(item.key()), near ? "did you mean \"" + *near + "\"?" : ""});
  }
}

}  // namespace limber
