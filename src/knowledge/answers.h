// Answers as people and scripts write them, and the sheet that worries nobody.
//
// In JSON an answer is true/false, "yes", "no", "not_sure", "not_asked", a number, or an option.
#pragma once

#include "base/json.h"
#include "knowledge/knowledge.h"

namespace limber {

// Errors: input, saying what this fact takes.
[[nodiscard]] Result<Answer> read_answer(const Fact& fact, const Json& value,
                                         const std::string& path);
[[nodiscard]] Json write_answer(const Fact& fact, const Answer& answer);

// {"age": 42, "recent_injury": "no"}. An unknown fact is an error that names the nearest one.
[[nodiscard]] Result<Example> read_answers(const Knowledge& knowledge, const Json& object,
                                           const std::string& path);

// What becomes of a summary that was denied while a detail of it was not.
//   kept        the interview's way: a summary said "no" later than its detail, which then is moot
//   overruled   a whole sheet that contradicts itself: the more worrying answer counts
enum class Denied : std::uint8_t { kept, overruled };

// A detail that was given answers its summary too, where that was not given or was "not sure":
// whoever names osteoporosis in a script need not know that a page first asks about bones in
// general, and whoever is sure of a detail is no longer in doubt about the whole.
void answer_summaries(const Knowledge& knowledge, const Example& given, Sheet& sheet,
                      Denied denied = Denied::kept);

// The answer that worries least; number facts give their `reassuring` value.
[[nodiscard]] Answer reassuring_answer(const Fact& fact);
[[nodiscard]] Sheet reassuring_sheet(const Knowledge& knowledge);
[[nodiscard]] Sheet blank_sheet(const Knowledge& knowledge);
// The reassuring sheet with these answers laid over it.
[[nodiscard]] Sheet sheet_of(const Knowledge& knowledge, const Example& example);

}  // namespace limber
