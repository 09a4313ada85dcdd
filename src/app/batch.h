// A stream of sheets, one JSON object per line, turned into a stream of short verdicts, one per
// line and in the same order, in constant memory.
//
// A line as scripts write it (plain ASCII, no escapes, fields of known facts) goes from its bytes
// straight into answers. Whatever is unusual or wrong takes the same way as the use-case `check`,
// so both give the same verdicts and the same errors.
//
//   in   {"id": 7, "answers": {"age": 42, ...}, "unanswered": "reassuring"}
//   out  {"complete":true,"conditions":[...],"fired":[{"by_doubt":false,"cleared":false,
//         "level":"go","rule":"..."}],"id":7,"level":"go","line":1,"plan_allowed":true,
//         "undecided":[...]}
//   or   {"error":{"kind":"input","message":"...","where":"..."},"line":1}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/core.h"
#include "app/sheet.h"
#include "screen/judge.h"

namespace limber {

// Longer lines are reported as errors and passed over.
inline constexpr std::size_t kBatchLineLimit = 1 << 20;

// Finds a fact by its id; sheets mostly name facts in the same order, which costs one comparison.
class FactTable {
 public:
  explicit FactTable(const Knowledge& knowledge);
  // -1 if there is none.
  [[nodiscard]] int find(std::string_view id);

 private:
  const Knowledge& knowledge_;
  std::vector<std::int16_t> slots_;  // open addressing, a power of two, at most half full
  int expected_ = 0;
};

class Batch {
 public:
  explicit Batch(Core& core);

  // Takes the next bytes of the stream, in any pieces; appends a line for each whole line.
  void feed(std::string_view bytes, std::string& out);
  // The stream has ended; a last line without an end counts too.
  void finish(std::string& out);

  [[nodiscard]] std::int64_t lines() const { return lines_; }
  [[nodiscard]] std::int64_t bad_lines() const { return bad_lines_; }

  // The quick way alone, for tests: false if the line is to be read the long way. Otherwise `sheet`
  // holds what it says, and `id` the JSON text of its id.
  [[nodiscard]] bool read_quickly(std::string_view line, Sheet& sheet, std::string_view& id);

 private:
  void take(std::string_view line, std::string& out);
  void take_slowly(std::string_view line, std::string& out);
  void write(const Verdict& verdict, std::string_view id, std::string& out) const;
  void write_error(const Error& error, std::string& out);

  Core& core_;
  FactTable facts_;
  Sheet blank_, reassuring_, sheet_;
  std::vector<std::pair<int, Answer>> given_;
  std::vector<std::int64_t> seen_on_;  // per fact: the line that named it last
  std::string rest_;                   // the beginning of a line whose end has not come yet
  bool too_long_ = false;
  std::int64_t lines_ = 0, bad_lines_ = 0, reads_ = 0;
};

}  // namespace limber
