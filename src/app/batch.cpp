#include "app/batch.h"

#include <charconv>
#include <cmath>
#include <cstring>

#include "body/names.h"
#include "knowledge/answers.h"

namespace limber {
namespace {

// Reads the part of JSON that the quick way takes. Any `false` means: read it the long way.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  void space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r')) ++at_;
  }
  bool take(char c) {
    space();
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool sees(char c) {
    space();
    return at_ != end_ && *at_ == c;
  }
  [[nodiscard]] bool done() {
    space();
    return at_ == end_;
  }

  // A string of printable ASCII without escapes; the view is what stands between the quotes.
  bool text(std::string_view& out) {
    if (!take('"')) return false;
    const char* begin = at_;
    while (at_ != end_ && *at_ != '"') {
      const auto byte = static_cast<unsigned char>(*at_);
      if (byte < 0x20 || byte >= 0x7F || byte == '\\') return false;
      ++at_;
    }
    if (at_ == end_) return false;
    out = {begin, static_cast<std::size_t>(at_ - begin)};
    ++at_;
    return true;
  }

  // -?digits with an optional fraction, at most 15 digits: exact in a double. No leading zeros.
  bool number(double& out, std::string_view& raw) {
    space();
    const char* begin = at_;
    if (at_ != end_ && *at_ == '-') ++at_;
    const char* whole = at_;
    skip_digits();
    if (at_ == whole || (*whole == '0' && at_ - whole > 1)) return false;
    if (at_ != end_ && *at_ == '.') {
      const char* fraction = ++at_;
      skip_digits();
      if (at_ == fraction) return false;
    }
    if (at_ - begin > 16) return false;
    if (at_ != end_ && (*at_ == 'e' || *at_ == 'E')) return false;
    raw = {begin, static_cast<std::size_t>(at_ - begin)};
    return std::from_chars(begin, at_, out).ec == std::errc();
  }

  bool word(std::string_view literal) {
    space();
    if (static_cast<std::size_t>(end_ - at_) < literal.size()) return false;
    if (std::memcmp(at_, literal.data(), literal.size()) != 0) return false;
    at_ += literal.size();
    return true;
  }

 private:
  void skip_digits() {
    while (at_ != end_ && *at_ >= '0' && *at_ <= '9') ++at_;
  }
  const char* at_;
  const char* end_;
};

bool answer_word(const Fact& fact, std::string_view word, Answer& out) {
  if (word == "not_sure") return out = not_sure(), true;
  if (word == "not_asked") return out = not_asked(), true;
  if (fact.kind == Fact::Kind::yes_no) {
    if (word == "no") return out = no(), true;
    if (word == "yes") return out = yes(), true;
  }
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    if (fact.options[i] == word) return out = choice(static_cast<int>(i)), true;
  }
  return false;
}

bool read_answer_quickly(Cursor& in, const Fact& fact, Answer& out) {
  if (in.sees('"')) {
    std::string_view word;
    return in.text(word) && answer_word(fact, word, out);
  }
  if (fact.kind == Fact::Kind::yes_no) {
    if (in.word("true")) return out = yes(), true;
    if (in.word("false")) return out = no(), true;
    return false;
  }
  double value = 0;
  std::string_view raw;
  if (fact.kind != Fact::Kind::number || !in.number(value, raw)) return false;
  if (!(value >= fact.low && value <= fact.high)) return false;
  if (fact.integer && value != std::floor(value)) return false;
  out = number(value);
  return true;
}

std::size_t hash_of(std::string_view id) {
  std::uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<std::size_t>(hash ^ (hash >> 29));
}

void append_flag(std::string& out, std::string_view name, bool value) {
  out += name;
  out += value ? "true" : "false";
}

void append_texts(std::string& out, std::string_view name, const std::vector<std::string>& ids) {
  out += name;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    out += i == 0 ? "\"" : ",\"";
    out += ids[i];
    out += '"';
  }
  out += ']';
}

}  // namespace

FactTable::FactTable(const Knowledge& knowledge) : knowledge_(knowledge) {
  std::size_t size = 16;
  while (size < 2 * knowledge.facts.size() + 2) size *= 2;
  slots_.assign(size, -1);
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    std::size_t slot = hash_of(knowledge.facts[i].id) & (size - 1);
    while (slots_[slot] >= 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = static_cast<std::int16_t>(i);
  }
}

int FactTable::find(std::string_view id) {
  const auto& facts = knowledge_.facts;
  int found = -1;
  if (static_cast<std::size_t>(expected_) < facts.size() &&
      facts[static_cast<std::size_t>(expected_)].id == id) {
    found = expected_;
  } else {
    std::size_t slot = hash_of(id) & (slots_.size() - 1);
    while (slots_[slot] >= 0 && facts[static_cast<std::size_t>(slots_[slot])].id != id) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    found = slots_[slot];
  }
  expected_ = found + 1;
  return found;
}

Batch::Batch(Core& core)
    : core_(core),
      facts_(core.knowledge()),
      blank_(blank_sheet(core.knowledge())),
      reassuring_(reassuring_sheet(core.knowledge())),
      seen_on_(core.knowledge().facts.size(), 0) {}

void Batch::feed(std::string_view bytes, std::string& out) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) {
      if (rest_.size() + bytes.size() > kBatchLineLimit) {
        too_long_ = true;
        rest_.clear();
        rest_.shrink_to_fit();
      }
      if (!too_long_) rest_.append(bytes);
      return;
    }
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end + 1);
    if (too_long_ || !rest_.empty()) {
      if (rest_.size() + line.size() > kBatchLineLimit) too_long_ = true;
      if (!too_long_) rest_.append(line);
      take(rest_, out);
      rest_.clear();
      too_long_ = false;
    } else {
      too_long_ = line.size() > kBatchLineLimit;
      take(line, out);
      too_long_ = false;
    }
  }
}

void Batch::finish(std::string& out) {
  if (too_long_ || !rest_.empty()) take(rest_, out);
  rest_.clear();
  too_long_ = false;
}

void Batch::take(std::string_view line, std::string& out) {
  ++lines_;
  if (too_long_) {
    write_error({ErrorKind::input,
                 "this line is longer than " + std::to_string(kBatchLineLimit) + " bytes", "", ""},
                out);
    return;
  }
  std::string_view id;
  if (!read_quickly(line, sheet_, id)) return take_slowly(line, out);
  write(judge(core_.knowledge(), core_.compiled, sheet_), id, out);
}

bool Batch::read_quickly(std::string_view line, Sheet& sheet, std::string_view& id) {
  Cursor in(line);
  bool answers = false, unanswered = false, all_fine = false;
  given_.clear();
  id = {};
  ++reads_;
  if (!in.take('{')) return false;
  do {
    std::string_view key, word;
    if (!in.text(key) || !in.take(':')) return false;
    if (key == "answers" && !answers) {
      answers = true;
      if (!in.take('{')) return false;
      if (in.take('}')) continue;
      do {
        std::string_view name;
        if (!in.text(name) || !in.take(':')) return false;
        const int fact = facts_.find(name);
        if (fact < 0) return false;
        const auto index = static_cast<std::size_t>(fact);
        if (std::exchange(seen_on_[index], reads_) == reads_) return false;  // given twice
        Answer answer;
        if (!read_answer_quickly(in, core_.knowledge().facts[index], answer)) return false;
        given_.emplace_back(fact, answer);
      } while (in.take(','));
      if (!in.take('}')) return false;
    } else if (key == "unanswered" && !unanswered) {
      unanswered = true;
      if (!in.text(word)) return false;
      all_fine = word == "reassuring";
      if (!all_fine && word != "not_asked") return false;
    } else if (key == "id" && id.empty()) {
      double value = 0;
      if (in.sees('"')) {
        if (!in.text(word)) return false;
        id = {word.data() - 1, word.size() + 2};  // with its quotes
      } else if (!in.number(value, id)) {
        return false;
      }
    } else {
      return false;
    }
  } while (in.take(','));
  if (!in.take('}') || !in.done()) return false;
  sheet = all_fine ? reassuring_ : blank_;
  for (const auto& [fact, answer] : given_) sheet[static_cast<std::size_t>(fact)] = answer;
  answer_summaries(core_.knowledge(), given_, sheet, Denied::overruled);
  return true;
}

void Batch::take_slowly(std::string_view line, std::string& out) {
  const auto json = parse_json(line);
  if (!json) return write_error(json.error(), out);
  Reader in(*json, "");
  if (in.error()) return write_error(*in.error(), out);
  const auto input = read_sheet(core_, in, Denied::overruled);
  if (!input) return write_error(input.error(), out);
  in.refuse_unknown({"answers", "unanswered", "clearance", "today", "lang", "id"});
  if (in.error()) return write_error(*in.error(), out);
  const std::string id = in.has("id") ? print_json(in.any("id")) : "";
  write(judge(core_.knowledge(), core_.compiled, input->sheet, input->cleared), id, out);
}

void Batch::write(const Verdict& verdict, std::string_view id, std::string& out) const {
  append_flag(out, "{\"complete\":", verdict.complete);
  append_texts(out, ",\"conditions\":[", verdict.conditions);
  out += ",\"fired\":[";
  bool first = true;
  for (const FiredRule& rule : verdict.fired) {
    append_flag(out, first ? "{\"by_doubt\":" : ",{\"by_doubt\":", rule.by_doubt);
    append_flag(out, ",\"cleared\":", rule.cleared);
    out += ",\"level\":\"";
    out += level_id(rule.level);
    out += "\",\"rule\":\"";
    out += rule.rule;
    out += "\"}";
    first = false;
  }
  out += ']';
  if (!id.empty()) {
    out += ",\"id\":";
    out += id;
  }
  out += ",\"level\":\"";
  out += level_id(verdict.level);
  out += "\",\"line\":";
  out += std::to_string(lines_);
  append_flag(out, ",\"plan_allowed\":", verdict.plan_allowed);
  append_texts(out, ",\"undecided\":[", verdict.undecided);
  out += "}\n";
}

void Batch::write_error(const Error& error, std::string& out) {
  ++bad_lines_;
  out += print_json(Json{{"error", to_json(error)}, {"line", lines_}});
  out += '\n';
}

}  // namespace limber
