// Verdicts and interview pages in words: the engine's ids with the texts and sources beside them.
#pragma once

#include "app/sheet.h"
#include "record/pop_timer.h"
#include "screen/interview.h"

namespace limber {

[[nodiscard]] Json show_sources(const Core& core, const std::vector<std::string>& ids);
[[nodiscard]] Json show_verdict(const Core& core, const Catalogue& texts, const SheetInput& input,
                                const Verdict& verdict);
// One fact as it is asked: an item of a page.
[[nodiscard]] Json show_question(const Core& core, const Catalogue& texts, int fact);
[[nodiscard]] Json show_page(const Core& core, const Catalogue& texts, const Page& page);
// The words for one given answer: "yes", "not sure", "7".
[[nodiscard]] std::string show_answer(const Catalogue& texts, const Fact& fact,
                                      const Answer& answer);
// {"version", "hash"} and, until a clinician has reviewed it, the notice that none has.
[[nodiscard]] Json show_knowledge(const Core& core);
// The time since the last pop with the wait that is told, in words; null if it is long ago.
[[nodiscard]] Json show_pop_timer(const Core& core, const Catalogue& texts,
                                  const std::optional<PopTimer>& timer);
[[nodiscard]] std::string review_notice(const Core& core, const Catalogue& texts);

}  // namespace limber
