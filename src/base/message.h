// Fills in a message of the text catalogue: ICU MessageFormat, the part of it that we use.
//
//   {name}                                    the argument as it is
//   {n, plural, =0 {none} one {# day} other {# days}}
//   {kind, select, neck {your neck} other {your upper back}}
//   '{'  and  ''                              a literal brace and a literal apostrophe
//
// ICU itself costs 10 ms and 30 MB at start and cannot go into the browser's core; the tests hold
// this one against ICU on every message of every catalogue.
// Plural rules: one/other with one = exactly 1 (English, German).
#pragma once

#include <limber/result.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

using MessageArgs = std::map<std::string, std::string, std::less<>>;

// A missing argument prints as its name in braces, so a mistake is seen and nothing is lost.
[[nodiscard]] std::string format_message(std::string_view pattern, const MessageArgs& args);

// Errors: input, with the column, when the pattern is not well formed or uses another feature.
[[nodiscard]] Result<std::vector<std::string>> message_arguments(std::string_view pattern);

}  // namespace limber
