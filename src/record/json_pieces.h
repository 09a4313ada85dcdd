// Cuts a JSON document into its top-level members, and a list into its items, without building it:
// each piece is a view that parse_json then reads and checks on its own.
//
// Only brackets, strings and commas are looked at; whatever is wrong inside a piece is found when
// the piece is parsed. Nothing recurses, so no input can exhaust the stack.
#pragma once

#include <limber/result.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limber {

struct JsonMember {
  std::string key;
  std::string_view value;  // a part of the text it was cut from
};

// Errors: input, with "line L, column C": not an object, a key given twice, text after the end.
[[nodiscard]] Result<std::vector<JsonMember>> cut_object(std::string_view text);

// The same for a list. `whole` is the document `text` lies in, for the places of errors.
[[nodiscard]] Result<std::vector<std::string_view>> cut_list(std::string_view text,
                                                             std::string_view whole);

// "line L, column C" of a byte of the document, both from 1.
[[nodiscard]] std::string place_in(std::string_view document, std::size_t offset);

}  // namespace limber
