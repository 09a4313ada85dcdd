// What a sound knowledge base must hold beyond being readable: the checks a clinician runs after
// an edit (`limber knowledge check DIR`) and the build runs on every compile.
//
//   references   sources, screens, regions, kit and stop texts that are named exist
//   texts        every text a table calls for exists in every language, is a well-formed message
//                with the same arguments, and step lines have at most 8 words
//   evidence     nothing that is shown rests on recalled sources alone
//   examples     each example fires its rule, each near miss and counter-example does not, and a
//                near miss is one answer away from firing
//   order        rules stand most urgent first, screens in severity order, emergency first
// What holds over all sheets is proved by screen/prove.h.
#pragma once

#include <vector>

#include "knowledge/load.h"

namespace limber {

[[nodiscard]] std::vector<Error> check_knowledge(const Loaded& loaded);

// The examples of one rule alone: fire, near miss, counter-example.
[[nodiscard]] std::vector<Error> check_rule_examples(const Knowledge& knowledge, std::size_t rule);

}  // namespace limber
