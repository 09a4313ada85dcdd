// The result page: the level in words, colour and shape; what to do now; what to say on the phone;
// why, with sources; what would change it; and who has reviewed the knowledge.
#pragma once

#include <limber/types.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "faces/cli/document.h"
#include "knowledge/catalogue.h"
#include "knowledge/knowledge.h"

namespace limber::cli {

// The numbers to call, in the country the person is in.
struct Help {
  std::string country;    // empty: not known
  std::string emergency;  // empty: not known
  std::string urgent;     // empty: there is no such line
};
[[nodiscard]] Help help_in(const Knowledge& knowledge, const std::string& country);

struct Shown {
  std::string title;  // shape and words
  Ink ink = Ink::strong;
  Document body;
};
// `verdict` as the use-cases check and interview give it.
[[nodiscard]] Shown show(const Json& verdict, const Help& help, const Look& look,
                         const Catalogue& words);
// The same without the reasons: what to do and whom to call, short enough to stay in sight.
[[nodiscard]] Shown show_short(const Json& verdict, const Help& help, const Look& look,
                               const Catalogue& words);
// Everything else there is to say: what was not found, what was not asked, the conditions.
[[nodiscard]] Document show_more(const Json& verdict, const Catalogue& words);

// A shape for each level, so that colour is never the only sign.
[[nodiscard]] std::string level_shape(Level level, const Look& look);
[[nodiscard]] Ink level_ink(Level level);
[[nodiscard]] Level level_of(const Json& verdict);

// "Stiell 2001 (we saw it in a public copy)".
[[nodiscard]] std::string source_line(const Json& source, const Catalogue& words);
// "Knowledge 2026.11 (3f9c...). Not yet reviewed by a clinician."
[[nodiscard]] std::string knowledge_line(const Json& verdict, const Catalogue& words);

}  // namespace limber::cli
