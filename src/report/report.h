// The page a person takes to a professional: what it says, before it is laid out.
//
// Everything stands here as finished words, so that a text page, a PDF or a FHIR bundle only has to
// place them. It says what was answered, which level followed and by which rules and sources, how
// it went, what was done, which medicines were named (and never any advice on them), and of the
// warning signs which were asked for and not found and which were not asked at all.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "knowledge/catalogue.h"
#include "knowledge/knowledge.h"
#include "record/escalation_clock.h"
#include "record/record.h"
#include "record/session_log.h"

namespace limber {

struct ReportReason {
  std::string rule;     // its id
  std::string level;    // title of the level it counts at
  std::string why;      // one plain sentence
  std::string sources;  // "Stiell 2001, JAMA 286:1841; ..."
  bool by_doubt = false, cleared = false;
};

struct ReportSession {
  std::string day;         // 2026-11-21
  std::string techniques;  // names, joined by commas
  std::string pain;        // "4 > 3, next day 2"; empty if nothing was said
  std::string ending;      // "done", "stopped: ..."
};

struct ReportModel {
  std::string made_on;                        // 2026-11-21 14:05
  std::string knowledge;                      // "2026.11"
  bool reviewed = false;                      // by a clinician
  std::string level, checked_on, what_to_do;  // empty if nothing was ever answered
  std::vector<ReportReason> reasons;
  std::vector<std::string> yes, not_sure;                   // what was said, in words
  std::vector<std::pair<std::string, std::string>> values;  // "your age", "42 years"
  std::vector<std::string> medicines;                       // named by the person
  std::vector<std::string> not_found;                       // warning signs asked for and denied
  std::vector<std::string> not_asked;                       // warning signs nobody asked about
  std::vector<std::string> course;                          // sentences
  std::vector<ReportSession> sessions;                      // newest first
  std::size_t sessions_in_all = 0;
  std::vector<std::pair<std::string, std::string>> notes;  // day and words, newest first
};

// From the record as it is now. `clearances` as in clearance.h.
[[nodiscard]] ReportModel report_of(const Record& record, const Knowledge& knowledge,
                                    const Catalogue& texts,
                                    const std::vector<GivenClearance>& clearances, const Now& now);

}  // namespace limber
