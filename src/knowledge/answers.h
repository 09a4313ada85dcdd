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

// A detail that was given answers its summary too, where that was not given: whoever names
// osteoporosis in a script need not know that a page first asks about bones in general.
void answer_summaries(const Knowledge& knowledge, const Example& given, Sheet& sheet);

// The answer that worries least; number facts give their `reassuring` value.
[[nodiscard]] Answer reassuring_answer(const Fact& fact);
[[nodiscard]] Sheet reassuring_sheet(const Knowledge& knowledge);
[[nodiscard]] Sheet blank_sheet(const Knowledge& knowledge);
// The reassuring sheet with these answers laid over it.
[[nodiscard]] Sheet sheet_of(const Knowledge& knowledge, const Example& example);

}  // namespace limber
